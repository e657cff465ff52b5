import { EmbeddingProvider, LexicalEmbeddingProvider, type EmbeddingSignature } from '@lectern/embedding';
import { AppError, type Logger } from '@lectern/platform';
import { Meanings, meanTheSame } from './meanings';

const never = new AbortController().signal;
const LOGGER = { debug: () => {} } as unknown as Logger;
const QUESTION = { type: 'short_answer', stem: 'Who built it?', answer: 'Ada' } as const;

/** Tells every text apart by its length. */
class CountingEmbeddingProvider extends EmbeddingProvider {
  readonly signature: EmbeddingSignature = { provider: 'onnx', model: 'm', revision: '', dimension: 2, pooling: 'mean', instruction: '' };
  readonly asked: string[][] = [];
  fails: Error | undefined;
  hangs = false;

  reads(): boolean {
    return true;
  }

  async embedPassages(texts: readonly string[], signal: AbortSignal): Promise<Float32Array[]> {
    this.asked.push([...texts]);
    if (this.fails) throw this.fails;
    if (this.hangs) await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));
    return texts.map((text) => new Float32Array([Math.cos(text.length), Math.sin(text.length)]));
  }

  embedQuery(): Promise<Float32Array> {
    return Promise.reject(new Error('not asked for'));
  }
}

describe('Meanings', () => {
  it('are of the question with its answer', async () => {
    const provider = new CountingEmbeddingProvider();
    const cloze = { type: 'cloze', stem: 'It was built by _____ in 1869.', answer: '$& Ada' } as const;
    const statement = { type: 'true_false', stem: 'Ada built it.', answer: 'true' } as const;
    expect(await new Meanings(provider, LOGGER).of([QUESTION, cloze, statement], never)).toHaveLength(3);
    expect(provider.asked).toEqual([['Who built it? Ada', 'It was built by $& Ada in 1869.', 'Ada built it.']]);
  });

  it('are those of the last, where they are very many', async () => {
    const provider = new CountingEmbeddingProvider();
    const found = await new Meanings(provider, LOGGER).of(
      Array.from({ length: 200 }, () => QUESTION),
      never,
    );
    expect([found.length, found.findIndex((one) => one !== undefined), provider.asked[0]!.length]).toEqual([200, 72, 128]);
  });

  it('are not known from vectors of words, nor where the model is away or slow', async () => {
    expect(await new Meanings(new LexicalEmbeddingProvider({ dimension: 64 }), LOGGER).of([QUESTION], never)).toEqual([]);
    const away = new CountingEmbeddingProvider();
    away.fails = new AppError('EMBEDDING_UNAVAILABLE', 'away');
    expect(await new Meanings(away, LOGGER).of([QUESTION], never)).toEqual([]);
    const slow = new CountingEmbeddingProvider();
    slow.hangs = true;
    expect(await new Meanings(slow, LOGGER).of([QUESTION], never)).toEqual([]);
  });

  it('end with whoever asks', async () => {
    const slow = new CountingEmbeddingProvider();
    slow.hangs = true;
    const caller = new AbortController();
    const asked = new Meanings(slow, LOGGER).of([QUESTION], caller.signal);
    caller.abort(new Error('gone'));
    await expect(asked).rejects.toThrow('gone');
  });

  it('are the same for less where the answer is the same', () => {
    const [a, b] = [new Float32Array([1, 0]), new Float32Array([0.85, Math.sqrt(1 - 0.85 ** 2)])];
    expect([meanTheSame(a, b, true), meanTheSame(a, b, false), meanTheSame(a, a, false), meanTheSame(a, undefined, true)]).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect(meanTheSame(a, new Float32Array([1, 0, 0]), true)).toBe(false);
  });
});
