import type { GenerateContentResult, ResponseSchema } from '@google/generative-ai';
import { z } from 'zod';
import { AnswerWatch, type WatchedRequest } from './answer-watch';
import { LanguageModel, estimatedTokens, type Completion, type Prompt } from './language-model';
import { errorOfStatus, LanguageModelError, withoutKey } from './language-model-error';
import { listOf, tokenCount, words } from './wire';

interface GeminiOptions {
  apiKey: string;
  model: string;
  /** Without `/v1beta`; the public API where there is none. */
  baseUrl: string | undefined;
}

/** What the client throws where the service answered: `status` is its own, the rest the service's. */
const FETCH_FAILURE = z.object({
  status: z.number(),
  errorDetails: listOf(z.object({ '@type': words, retryDelay: words, reason: words })),
});

/** As much of an answer as is used; whatever has another form is not there. */
const ANSWER = z.object({
  promptFeedback: z.object({ blockReason: words }).optional().catch(undefined),
  candidates: listOf(
    z.object({
      finishReason: words,
      content: z
        .object({ parts: listOf(z.object({ text: words })) })
        .optional()
        .catch(undefined),
    }),
  ),
  usageMetadata: z.object({ totalTokenCount: tokenCount }).optional().catch(undefined),
});

/** https://ai.google.dev/api/generate-content: what ends an answer by itself. */
const GOOD_FINISHES: ReadonlySet<string | undefined> = new Set([undefined, 'STOP', 'MAX_TOKENS', 'FINISH_REASON_UNSPECIFIED']);

/** Of one answer, by models that always think. */
const THOUGHT_TOKENS = 8_192;

/** Where it is chosen, and not before. */
const load = () => import('@google/generative-ai');

let answers: AnswerWatch | undefined;

/** Gemini through Google's client, its answers bound to the prompt's schema. */
export class GeminiLanguageModel extends LanguageModel {
  readonly name = 'gemini';
  readonly model: string;
  private readonly answers = (answers ??= new AnswerWatch());

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
      return await this.answers.watch(signal, async (watched) => {
        const answer = await this.request(prompt, watched).catch((error: unknown) => {
          throw errorOf(error, watched, this.options.apiKey);
        });
        return completionOf(answer, prompt, this.options.apiKey);
      });
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      throw error;
    }
  }

  private async request(
    { system, user, schema, maxTokens, temperature }: Prompt,
    { headers, signal }: WatchedRequest,
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
          temperature,
          ...limitsOf(model, maxTokens),
        },
      },
      { customHeaders: headers, ...(baseUrl && { baseUrl: baseUrl.replace(/\/+$/, '') }) },
    );
    return client.generateContent(user, { signal });
  }
}

/**
 * What a model thinks before it answers counts as output (https://ai.google.dev/gemini-api/docs/thinking), and may leave nothing for
 * the answer, which needs no thought here: where it can be turned off it is, elsewhere there is room for it.
 */
function limitsOf(model: string, maxTokens: number): object {
  if (/gemini-2\.5-flash/.test(model)) return { maxOutputTokens: maxTokens, thinkingConfig: { thinkingBudget: 0 } };
  return { maxOutputTokens: /gemini-(?:2\.5|[3-9]|\d\d)/.test(model) ? maxTokens + THOUGHT_TOKENS : maxTokens };
}

function completionOf({ response }: GenerateContentResult, { system, user }: Prompt, apiKey: string): Completion {
  const { success, data } = ANSWER.safeParse(response);
  if (!success) throw new LanguageModelError('failed', 'an answer of another form');
  const [candidate] = data.candidates;
  const blocked = data.promptFeedback?.blockReason ?? (GOOD_FINISHES.has(candidate?.finishReason) ? undefined : candidate?.finishReason);
  if (blocked) throw new LanguageModelError('refused', withoutKey(`blocked: ${blocked}`, apiKey));
  const text = (candidate?.content?.parts ?? []).map((part) => part.text ?? '').join('');
  if (text === '') throw new LanguageModelError('failed', 'an answer without text');
  return { text, tokens: data.usageMetadata?.totalTokenCount ?? estimatedTokens(system, user, text) };
}

function errorOf(error: unknown, { retryAfter, excess }: WatchedRequest, apiKey: string): LanguageModelError {
  const message = withoutKey((error as Error).message, apiKey);
  const { success, data } = FETCH_FAILURE.safeParse(error);
  if (!success) return new LanguageModelError('failed', excess ?? message);
  // a key that it does not know is a malformed request to this service
  if (data.errorDetails.some(({ reason }) => reason === 'API_KEY_INVALID')) return errorOfStatus(401, message);
  const info = data.errorDetails.find((detail) => detail['@type']?.endsWith('RetryInfo'));
  return errorOfStatus(data.status, message, retryAfter ?? info?.retryDelay?.replace(/s$/, ''));
}
