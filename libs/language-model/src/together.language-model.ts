import type { BaseMessageLike } from '@langchain/core/messages';
import { estimatedTokens, LanguageModel, type Completion, type Prompt } from './language-model';
import { errorOfStatus, LanguageModelError } from './language-model-error';

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
  readonly message: string;
  readonly headers?: { get?(name: string): string | null };
}

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
      throw errorOf(error as ApiFailure);
    });
    if (message.response_metadata.finish_reason === 'content_filter') throw new LanguageModelError('refused', 'blocked: content_filter');
    const text = message.text;
    if (text === '') throw new LanguageModelError('failed', 'an answer without text');
    return { text, tokens: message.usage_metadata?.total_tokens || estimatedTokens(system, user, text) };
  }

  private async clientFor({ maxTokens, temperature }: Prompt) {
    const { apiKey, model, baseUrl } = this.options;
    const { ChatTogetherAI } = await load();
    const client = new ChatTogetherAI({ apiKey: apiKey ?? 'none', model, temperature, maxTokens, maxRetries: 0 });
    // the class sets Together's address whatever it is given
    if (baseUrl) Object.assign(client, { clientConfig: { ...client.clientConfig, baseURL: baseUrl.replace(/\/+$/, '') } });
    return client;
  }
}

function errorOf({ status, message, headers }: ApiFailure): LanguageModelError {
  if (/content[\s_]?filter/i.test(message)) return new LanguageModelError('refused', message);
  if (typeof status !== 'number') return new LanguageModelError('failed', message);
  return errorOfStatus(status, message, headers?.get?.('retry-after'));
}
