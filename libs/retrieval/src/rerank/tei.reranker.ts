import { AppError } from '@lectern/platform';
import { z } from 'zod';
import { Reranker, type RerankCandidate, type Reranked } from './reranker';

interface TeiOptions {
  /** Of the server, without `/rerank`. */
  url: string;
}

/** A cross-encoder is asked about the best passages, whatever is wanted of them: its reach is its worth. */
const FEWEST = 30;
/** TEI's own default (`--max-client-batch-size`). */
const TEXTS_A_REQUEST = 32;
const MOST_BYTES = 256 * 1024;

const answerShape = z.array(z.object({ index: z.int().min(0), score: z.number() }));

/** A cross-encoder served by Text Embeddings Inference (`POST /rerank`): reads query and passage together. */
export class TeiReranker extends Reranker {
  private readonly url: string;

  constructor({ url }: TeiOptions) {
    super();
    this.url = `${url.replace(/\/+$/, '')}/rerank`;
  }

  depth(limit: number): number {
    return Math.max(limit, FEWEST);
  }

  async rerank(query: string, candidates: readonly RerankCandidate[], signal: AbortSignal): Promise<Reranked[]> {
    const starts = Array.from({ length: Math.ceil(candidates.length / TEXTS_A_REQUEST) }, (_, i) => i * TEXTS_A_REQUEST);
    const scores = await Promise.all(
      starts.map((start) =>
        this.scores(
          query,
          candidates.slice(start, start + TEXTS_A_REQUEST).map(({ text }) => text),
          signal,
        ),
      ),
    );
    return scores
      .flat()
      .map((score, at) => ({ at, score }))
      .toSorted((a, b) => b.score - a.score || a.at - b.at);
  }

  /** One score a text, in order. */
  private async scores(query: string, texts: readonly string[], signal: AbortSignal): Promise<number[]> {
    const ranks = await this.ask({ query, texts, truncate: true }, signal);
    const scoreOf = new Map(ranks.map(({ index, score }) => [index, score]));
    const scores = texts.map((_, i) => scoreOf.get(i) ?? NaN);
    if (scores.some(Number.isNaN)) throw unavailable(new Error(`${ranks.length} scores for ${texts.length} texts`));
    return scores;
  }

  private async ask(body: object, signal: AbortSignal): Promise<z.infer<typeof answerShape>> {
    try {
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(this.url, { method: 'POST', headers, body: JSON.stringify(body), signal });
      const text = await bounded(response);
      if (!response.ok) throw new Error(`${response.status}: ${text.slice(0, 200)}`);
      return answerShape.parse(JSON.parse(text));
    } catch (cause) {
      if (signal.aborted) throw signal.reason;
      throw unavailable(cause);
    }
  }
}

async function bounded(response: Response): Promise<string> {
  let text = '';
  for await (const part of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += part;
    if (text.length > MOST_BYTES) throw new Error(`an answer of more than ${MOST_BYTES} bytes`);
  }
  return text;
}

function unavailable(cause: unknown): AppError {
  return new AppError('RERANKER_UNAVAILABLE', 'The reranking service is not available. Try again.', { cause });
}
