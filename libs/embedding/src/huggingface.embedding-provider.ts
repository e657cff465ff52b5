import type { InferenceClient } from '@huggingface/inference';
import { AppError, ConfigError } from '@lectern/platform';
import { assertVectors } from './assert-vectors';
import { EmbeddingProvider, type EmbeddingSignature } from './embedding-provider';
import { servedModel } from './huggingface-models';
import { serviceError, TextTooLong, unavailable } from './service-error';
import { vectorsOfAnswer } from './vectors-of-answer';

interface HuggingFaceOptions {
  model: string;
  apiKey: string | undefined;
  /** Of an Inference Endpoint or a TEI server; without it the public Inference API. */
  baseUrl: string | undefined;
  /** For models that the table does not know, and those that can be had shorter. */
  dimension: number | undefined;
}

const PUBLIC_API = 'https://router.huggingface.co/hf-inference/models';
/** More letters than a token of any language has on average: what is cut here the model would have cut too. */
const LETTERS_A_TOKEN = 8;
/** [CLS] and [SEP]. */
const SPECIAL_TOKENS = 2;
/** A text of nothing is refused by TEI. */
const NOTHING = '.';

/**
 * A model served by Hugging Face (Inference API, Inference Endpoints) or by a Text Embeddings Inference server of one's own, which speak the same language. One call
 * is one request, without a retry.
 *
 * Texts are cut by the service (`truncate`), which has the model's tokenizer. Where one refuses a long text instead, texts are cut here from then on, to as many
 * characters as the model takes tokens: safe for every tokenizer that does not go below characters, at the price of the text's end.
 */
export class HuggingFaceEmbeddingProvider extends EmbeddingProvider {
  readonly signature: EmbeddingSignature;
  private readonly client: InferenceClient;
  private readonly url: string;
  private readonly model: NonNullable<ReturnType<typeof servedModel>>;
  private charactersAToken = LETTERS_A_TOKEN;

  /** @throws ConfigError for a model of unknown dimension */
  constructor({ model, apiKey, baseUrl, dimension }: HuggingFaceOptions) {
    super();
    const known = servedModel(model, dimension);
    if (!known)
      throw new ConfigError([`EMBEDDING_DIMENSION is not set, and the dimension of ${model} (EMBEDDING_MODEL) is not known without it`]);
    this.model = known;
    const { prompts, pooling } = known;
    const instruction = [prompts.query, ...(prompts.passage ? [prompts.passage] : [])].join('|');
    this.signature = { provider: 'huggingface', model, revision: '', dimension: known.dimension, pooling, instruction };
    this.url = baseUrl ?? `${PUBLIC_API}/${model}/pipeline/feature-extraction`;
    // loaded where it is chosen: a quarter of a second and 20 MB
    const { InferenceClient } = require('@huggingface/inference') as typeof import('@huggingface/inference');
    this.client = new InferenceClient(apiKey);
  }

  reads(text: string): boolean {
    if (this.model.scripts === 'all') return true;
    const letters = text.match(/\p{L}/gu)?.length ?? 0;
    return (text.match(/\p{Script=Latin}/gu)?.length ?? 0) >= letters / 2;
  }

  embedPassages(texts: readonly string[], signal: AbortSignal): Promise<Float32Array[]> {
    return this.embed(this.model.prompts.passage, texts, signal);
  }

  async embedQuery(text: string, signal: AbortSignal): Promise<Float32Array> {
    const [vector] = await this.embed(this.model.prompts.query, [text], signal);
    return vector!;
  }

  private async embed(prompt: string, texts: readonly string[], signal: AbortSignal): Promise<Float32Array[]> {
    try {
      return await this.request(prompt, texts, signal);
    } catch (error) {
      if (!(error instanceof TextTooLong) || this.charactersAToken === 1) throw error;
      this.charactersAToken = 1;
      return this.request(prompt, texts, signal);
    }
  }

  private async request(prompt: string, texts: readonly string[], signal: AbortSignal): Promise<Float32Array[]> {
    signal.throwIfAborted();
    const characters = this.charactersAToken * (this.model.maxTokens - SPECIAL_TOKENS);
    // a lone surrogate is not JSON to every server
    const inputs = texts.map((text) => (prompt + (text.trim() === '' ? NOTHING : text)).slice(0, characters).toWellFormed());
    try {
      const request = { endpointUrl: this.url, inputs, normalize: true, truncate: true };
      const answer = await this.client.featureExtraction(request, { signal, fetch: fetchJson, retry_on_error: false });
      const vectors = vectorsOfAnswer(answer, texts.length);
      assertVectors(vectors, texts.length, this.signature);
      return vectors;
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      throw toEmbeddingError(error);
    }
  }
}

/** What is not an answer in JSON becomes an error here, where status and headers are still at hand. */
const fetchJson: typeof fetch = async (url, init) => {
  const response = await fetch(url, init);
  if (!response.ok) throw await serviceError(response);
  const type = response.headers.get('content-type');
  if (type?.startsWith('application/json')) return response;
  await response.body?.cancel();
  throw unavailable(new Error(`The embedding service answered with ${type}`));
};

function toEmbeddingError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const { name, message, cause } = error as Error;
  // the client's own errors hold the whole request, so their words alone are kept
  const words = new Error(`${name}: ${message}${cause instanceof Error ? ` (${cause.message})` : ''}`.slice(0, 300));
  if (name === 'ProviderOutputError')
    return new AppError('EMBEDDING_MISMATCH', 'The embedding service gave something else than vectors.', { cause: words });
  return unavailable(words);
}
