import * as fc from 'fast-check';
import { decodeText, encodingOfMark, surveyText } from './text-decoder';
import { textBlocks } from './text-blocks';

async function* inPieces(bytes: Uint8Array, cuts: readonly number[]): AsyncGenerator<Uint8Array> {
  const edges = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).toSorted((a, b) => a - b), bytes.length];
  for (const [n, edge] of edges.slice(1).entries()) yield bytes.subarray(edges[n], edge);
}

const whole = (bytes: Uint8Array) => inPieces(bytes, []);

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

async function readAll(bytes: Uint8Array, cuts: number[] = []): Promise<string> {
  const { encoding } = await surveyText(inPieces(bytes, cuts), encodingOfMark(bytes));
  return (await collect(decodeText(inPieces(bytes, cuts), encoding))).join('');
}

const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');

describe('decodeText', () => {
  it('gives the same text and the same blocks however the bytes are cut', async () => {
    const text = fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('\r\n', '\r', '\n\n', ' ', 'é', '📚', '日本')), {
      maxLength: 40,
    });
    const cuts = fc.array(fc.nat(), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(text, cuts, fc.constantFrom<BufferEncoding>('utf8', 'utf16le', 'latin1'), async (parts, someCuts, encoding) => {
        const bytes = encoding === 'utf16le' ? utf16(parts.join('')) : Buffer.from(parts.join(''), encoding);
        const { encoding: guess } = await surveyText(whole(bytes), encodingOfMark(bytes));
        const blocks = (pieces: AsyncIterable<Uint8Array>) => collect(textBlocks(decodeText(pieces, guess), 100));
        expect(await blocks(inPieces(bytes, someCuts))).toEqual(await blocks(whole(bytes)));
        expect(await readAll(bytes, someCuts)).toBe((await blocks(whole(bytes))).join(''));
      }),
    );
  });

  it('reads UTF-8, with and without a mark', async () => {
    expect(await readAll(Buffer.from('Größe 📚'))).toBe('Größe 📚');
    expect(await readAll(Buffer.from('\ufeffGröße'))).toBe('Größe');
  });

  it('reads UTF-16 by its mark, in either order', async () => {
    expect(await readAll(utf16('Größe'))).toBe('Größe');
    expect(await readAll(Buffer.from(utf16('Größe')).swap16())).toBe('Größe');
  });

  it('reads the Western one-byte encoding where the bytes are no UTF-8', async () => {
    expect(await readAll(Buffer.from('Gr\xf6\xdfe \x93quoted\x94', 'latin1'))).toBe('Größe “quoted”');
  });

  it('keeps the good letters of a UTF-8 text with a few broken bytes', async () => {
    expect(await readAll(Buffer.concat([Buffer.from('Größe und Länge '), Buffer.from([0xff]), Buffer.from(' für')]))).toBe(
      'Größe und Länge \ufffd für',
    );
  });

  it('counts the text that it will give', async () => {
    expect(await surveyText(whole(Buffer.from('é📚a')), undefined)).toEqual({ encoding: 'utf-8', length: 4 });
  });
});

describe('textBlocks', () => {
  const blocksOf = (text: string, size: number) =>
    collect(
      textBlocks(
        (async function* () {
          yield text;
        })(),
        size,
      ),
    );

  it('prefers the ends of paragraphs to those of lines, and these to words', async () => {
    expect(await blocksOf(`${'x'.repeat(60)}\n\n${'y '.repeat(15)}\n${'z'.repeat(60)}`, 100)).toEqual([
      `${'x'.repeat(60)}\n\n`,
      `${'y '.repeat(15)}\n${'z'.repeat(60)}`,
    ]);
  });

  it('never cuts inside a grapheme where it can help it', async () => {
    const family = '👩‍👩‍👧';
    for (const block of await blocksOf(`a${family.repeat(100)}`, 100)) expect(block.replaceAll(family, '')).toMatch(/^a?$/);
  });

  it('cuts even one endless grapheme between code points', async () => {
    const blocks = await blocksOf('😀' + '\u{1d167}'.repeat(500), 101);
    expect(blocks.every((block) => block.isWellFormed() && block.length <= 101)).toBe(true);
  });
});
