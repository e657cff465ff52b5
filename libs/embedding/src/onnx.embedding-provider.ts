import { join } from 'node:path';
import { ConfigError } from '@lectern/platform';
import { assertVectors } from './assert-vectors';
import { EmbeddingProvider, type EmbeddingSignature } from './embedding-provider';
import { InferencePool } from './inference-pool';
import { LegibleText } from './legible-text';
import { readOnnxModel, type OnnxModel } from './onnx-model';
import { onnxRuntime } from './onnx-runtime';
import { OnnxTokenizer } from './onnx-tokenizer';
import { type OnnxThreadData } from './onnx.embedding-provider.thread';

interface OnnxOptions {
  /** The model's folder: config.json, tokenizer.json, onnx/model_quantized.onnx, and what sentence-transformers adds. */
  directory: string;
  /** The compiled thread, beside this file unless a spec says otherwise. */
  thread?: string;
  /** At most this many threads, each with the model in its memory. */
  threads?: number;
}

/** A sentence-embedding model of this machine, on its CPU. */
export class OnnxEmbeddingProvider extends EmbeddingProvider {
  readonly signature: EmbeddingSignature;
  private readonly model: OnnxModel;
  private readonly legible: LegibleText;
  private readonly pool: InferencePool;

  /** @throws ConfigError where the folder or the runtime is missing */
  constructor({ directory, thread = join(__dirname, 'onnx.embedding-provider.thread.js'), threads }: OnnxOptions) {
    super();
    const runtime = onnxRuntime();
    this.model = readOnnxModel(directory);
    const { name, revision, dimension, pooling, maxTokens, prompts } = this.model;
    const instruction = [prompts.query, ...(prompts.passage ? [prompts.passage] : [])].join('|');
    this.signature = { provider: 'onnx', model: name, revision, dimension, pooling, instruction };
    this.legible = new LegibleText(tokenizerOf(directory, maxTokens));
    this.pool = new InferencePool({
      script: thread,
      threads,
      workerData: { runtime, directory, model: this.model } satisfies OnnxThreadData,
    });
  }

  reads(text: string): boolean {
    return this.legible.isLegible(text);
  }

  async embedPassages(texts: readonly string[], signal: AbortSignal): Promise<Float32Array[]> {
    const rest = new AbortController(); // when one of them fails, nobody waits for the others
    const either = AbortSignal.any([signal, rest.signal]);
    try {
      const vectors = await Promise.all(texts.map((text) => this.pool.run({ text: this.model.prompts.passage + text }, 'passage', either)));
      assertVectors(vectors, texts.length, this.signature);
      return vectors;
    } finally {
      rest.abort();
    }
  }

  async embedQuery(text: string, signal: AbortSignal): Promise<Float32Array> {
    const vector = await this.pool.run({ text: this.model.prompts.query + text }, 'query', signal);
    assertVectors([vector], 1, this.signature);
    return vector;
  }

  override close(): Promise<void> {
    return this.pool.close();
  }
}

function tokenizerOf(directory: string, maxTokens: number): OnnxTokenizer {
  try {
    return new OnnxTokenizer(directory, maxTokens);
  } catch (error) {
    throw new ConfigError([`ONNX_MODEL_DIR is ${directory}, and its tokenizer cannot be used: ${(error as Error).message}`]);
  }
}
