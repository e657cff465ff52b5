import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddingProvider, signatureLine, type EmbeddingSignature } from '@lectern/embedding';

const BATCH = 128;
const KEY_BYTES = 16;

const never = new AbortController().signal;

/** Vectors of many texts, in order. */
export async function inBatches(provider: EmbeddingProvider, texts: readonly string[]): Promise<Float32Array[]> {
  const vectors: Float32Array[] = [];
  for (let i = 0; i < texts.length; i += BATCH) vectors.push(...(await provider.embedPassages(texts.slice(i, i + BATCH), never)));
  return vectors;
}

/**
 * A model's vectors in one file, so that only the first run pays for them: records of a text's hash and its vector, added at
 * the end. Remove the folder to embed again.
 */
export class CachedVectors extends EmbeddingProvider {
  readonly signature: EmbeddingSignature;
  private readonly file: string;
  private readonly known = new Map<string, Float32Array>();

  constructor(
    private readonly inner: EmbeddingProvider,
    directory: string,
  ) {
    super();
    this.signature = inner.signature;
    mkdirSync(directory, { recursive: true });
    this.file = join(directory, `${hash(signatureLine(inner.signature)).toString('hex')}.vectors`);
    if (existsSync(this.file)) this.read(readFileSync(this.file));
  }

  reads(text: string): boolean {
    return this.inner.reads(text);
  }

  embedPassages(texts: readonly string[], signal: AbortSignal): Promise<Float32Array[]> {
    return this.through('passage', texts, (missing) => this.inner.embedPassages(missing, signal));
  }

  async embedQuery(text: string, signal: AbortSignal): Promise<Float32Array> {
    const [vector] = await this.through('query', [text], async () => [await this.inner.embedQuery(text, signal)]);
    return vector!;
  }

  override close(): Promise<void> {
    return this.inner.close();
  }

  private async through(role: string, texts: readonly string[], embed: (missing: string[]) => Promise<Float32Array[]>) {
    const keys = texts.map((text) => hash(`${role}:${text}`));
    const missing = [...keys.keys()].filter((i) => !this.known.has(keys[i]!.toString('latin1')));
    if (missing.length > 0) {
      const vectors = await embed(missing.map((i) => texts[i]!));
      missing.forEach((i, j) => this.add(keys[i]!, vectors[j]!));
    }
    return keys.map((key) => this.known.get(key.toString('latin1'))!);
  }

  private add(key: Buffer, vector: Float32Array): void {
    this.known.set(key.toString('latin1'), vector);
    appendFileSync(this.file, Buffer.concat([key, new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength)]));
  }

  private read(bytes: Buffer): void {
    const size = KEY_BYTES + 4 * this.signature.dimension;
    const whole = bytes.length - (bytes.length % size);
    if (whole < bytes.length) truncateSync(this.file, whole); // an interrupted run left the last record half-written
    for (let at = 0; at < whole; at += size) {
      const from = bytes.byteOffset + at;
      const vector = new Float32Array(bytes.buffer.slice(from + KEY_BYTES, from + size));
      this.known.set(bytes.toString('latin1', at, at + KEY_BYTES), vector);
    }
  }
}

function hash(text: string): Buffer {
  return createHash('sha256').update(text).digest().subarray(0, KEY_BYTES);
}
