import type { BaseMessageLike } from '@langchain/core/messages';
import { z } from 'zod';
import { boundedFetch } from './bounded-fetch';
import { estimatedTokens, LanguageModel, type Completion, type Prompt } from './language-model';
import { errorOfStatus, LanguageModelError, withoutKey } from './language-model-error';
import { listOf, tokenCount, words } from './wire';

interface TogetherOptions {
  /** A server of one's own may need none. */
  apiKey: string | undefined;
  model: string;
  /** With `/v1`; Together.ai where there is none. */
  baseUrl: string | undefined;
}

/** What the OpenAI client below throws. */
interface ApiFailure {
  readonly status?: number;
  readonly message?: string;
  readonly headers?: { get?(name: string): string | null };
}

/** As much of an answer as is used; whatever has another form is not there. */
const ANSWER = z.object({
  choices: listOf(
    z.object({
      finish_reason: words,
      message: z.object({ refusal: words, content: z.union([z.string(), listOf(z.object({ text: words }))]) }),
    }),
  ),
  usage: z.object({ total_tokens: tokenCount }).optional().catch(undefined),
});

/** Where it is chosen, and not before: half a second. */
const load = () => import('@langchain/community/chat_models/togetherai');

/**
 * Together.ai, or any server that speaks OpenAI's chat completions (vLLM, Ollama, llama.cpp), through LangChain's chat model.
 *
 * Together and llama.cpp bind an answer to the schema beside `json_object`, others to JSON of any form: so the prompt says it too.
 * OpenAI's own `json_schema` is left alone, since the client throws away whole answers that are not JSON to the last brace.
 */
export class TogetherLanguageModel extends LanguageModel {
  readonly name = 'together';
  readonly model: string;

  constructor(private readonly options: TogetherOptions) {
    super();
    this.model = options.model;
  }

  override async warmUp(): Promise<void> {
    await load();
  }

  async complete(prompt: Prompt, signal: AbortSignal): Promise<Completion> {
    signal.throwIfAborted();
    const { system, user, schema } = prompt;
    const messages: BaseMessageLike[] = [
      ['system', `${system}\n\nThe JSON has this schema: ${JSON.stringify(schema)}`],
      ['human', user],
    ];
    const client = await this.clientFor(prompt);
    const message = await client.invoke(messages, { signal, response_format: { type: 'json_object', schema } }).catch((error: unknown) => {
      if (signal.aborted) throw signal.reason;
      throw errorOf(error as ApiFailure, this.options.apiKey);
    });
    const { additional_kwargs, response_metadata, content } = message;
    // a message without a role comes without what it was made from
    const answer = additional_kwargs['__raw_response'] ?? {
      choices: [{ finish_reason: response_metadata.finish_reason, message: { content } }],
    };
    return completionOf(answer, prompt, this.options.apiKey);
  }

  private async clientFor({ maxTokens, temperature }: Prompt) {
    const { apiKey, model, baseUrl } = this.options;
    const { ChatTogetherAI } = await load();
    // what LangChain makes of an answer lacks the refusal in it
    const client = new ChatTogetherAI({
      apiKey: apiKey ?? 'none',
      model,
      temperature,
      maxTokens,
      maxRetries: 0,
      __includeRawResponse: true,
    });
    // the class sets Together's address whatever it is given
    const baseURL = baseUrl?.replace(/\/+$/, '') ?? client.clientConfig.baseURL;
    Object.assign(client, { clientConfig: { ...client.clientConfig, baseURL, fetch: boundedFetch } });
    return client;
  }
}

function completionOf(answer: unknown, { system, user }: Prompt, apiKey: string | undefined): Completion {
  const { success, data } = ANSWER.safeParse(answer);
  const [choice] = data?.choices ?? [];
  if (!success || !choice) throw new LanguageModelError('failed', 'an answer of another form');
  const { finish_reason, message } = choice;
  if (finish_reason === 'content_filter' || message.refusal)
    throw new LanguageModelError('refused', withoutKey(message.refusal ?? 'content_filter', apiKey));
  const { content } = message;
  const text = typeof content === 'string' ? content : content.map((part) => part.text ?? '').join('');
  if (text === '') throw new LanguageModelError('failed', 'an answer without text');
  return { text, tokens: data.usage?.total_tokens ?? estimatedTokens(system, user, text) };
}

function errorOf({ status, message: said = 'no answer', headers }: ApiFailure, apiKey: string | undefined): LanguageModelError {
  const message = withoutKey(said, apiKey);
  if (/content[\s_]?filter/i.test(message)) return new LanguageModelError('refused', message);
  if (typeof status !== 'number') return new LanguageModelError('failed', message);
  return errorOfStatus(status, message, headers?.get?.('retry-after'));
}
