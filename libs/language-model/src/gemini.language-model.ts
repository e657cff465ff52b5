import type { GenerateContentResult, ResponseSchema } from '@google/generative-ai';
import { LanguageModel, estimatedTokens, type Completion, type Prompt } from './language-model';
import { errorOfStatus, LanguageModelError } from './language-model-error';
import { RetryAfterHeaders } from './retry-after-header';

interface GeminiOptions {
  apiKey: string;
  model: string;
  /** Without `/v1beta`; the public API where there is none. */
  baseUrl: string | undefined;
}

/** What the client throws where the service answered. */
interface FetchFailure {
  readonly status: number;
  readonly message: string;
  readonly errorDetails?: readonly { readonly '@type'?: string; readonly retryDelay?: string }[];
}

/** https://ai.google.dev/api/generate-content: what ends an answer by itself. */
const GOOD_FINISHES: ReadonlySet<string | undefined> = new Set([undefined, 'STOP', 'MAX_TOKENS', 'FINISH_REASON_UNSPECIFIED']);

/** Where it is chosen, and not before. */
const load = () => import('@google/generative-ai');

let headers: RetryAfterHeaders | undefined;

/** Gemini through Google's client, its answers bound to the prompt's schema. */
export class GeminiLanguageModel extends LanguageModel {
  readonly name = 'gemini';
  readonly model: string;
  private readonly headers = (headers ??= new RetryAfterHeaders());

  constructor(private readonly options: GeminiOptions) {
    super();
    this.model = options.model;
  }

  override async warmUp(): Promise<void> {
    await load();
  }

  async complete(prompt: Prompt, signal: AbortSignal): Promise<Completion> {
    signal.throwIfAborted();
    try {
      return await this.headers.watch(async (customHeaders, retryAfter) => {
        const result = await this.request(prompt, customHeaders, signal).catch((error: unknown) => {
          throw errorOf(error, retryAfter());
        });
        return completionOf(result, prompt);
      });
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      throw error;
    }
  }

  private async request(
    { system, user, schema, maxTokens, temperature }: Prompt,
    customHeaders: Record<string, string>,
    signal: AbortSignal,
  ): Promise<GenerateContentResult> {
    const { apiKey, model, baseUrl } = this.options;
    const { GoogleGenerativeAI } = await load();
    const client = new GoogleGenerativeAI(apiKey).getGenerativeModel(
      {
        model,
        systemInstruction: system,
        generationConfig: {
          responseMimeType: 'application/json',
          responseSchema: schema as unknown as ResponseSchema,
          maxOutputTokens: maxTokens,
          temperature,
        },
      },
      { customHeaders, ...(baseUrl && { baseUrl: baseUrl.replace(/\/+$/, '') }) },
    );
    return client.generateContent(user, { signal });
  }
}

function completionOf({ response }: GenerateContentResult, { system, user }: Prompt): Completion {
  const [candidate] = response.candidates ?? [];
  const blocked =
    response.promptFeedback?.blockReason ?? (GOOD_FINISHES.has(candidate?.finishReason) ? undefined : candidate?.finishReason);
  if (blocked) throw new LanguageModelError('refused', `blocked: ${blocked}`);
  const text = (candidate?.content?.parts ?? []).map((part) => part.text ?? '').join('');
  if (text === '') throw new LanguageModelError('failed', 'an answer without text');
  return { text, tokens: response.usageMetadata?.totalTokenCount ?? estimatedTokens(system, user, text) };
}

/** The client's messages hold the URL, and never the key, which travels in a header. */
function errorOf(error: unknown, retryAfter: string | undefined): LanguageModelError {
  const { status, message, errorDetails } = error as FetchFailure;
  if (typeof status !== 'number') return new LanguageModelError('failed', message);
  const info = errorDetails?.find((detail) => detail['@type']?.endsWith('RetryInfo'));
  return errorOfStatus(status, message, retryAfter ?? info?.retryDelay?.replace(/s$/, ''));
}
