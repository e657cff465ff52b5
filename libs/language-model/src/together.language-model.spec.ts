import { json, startTogether, type ModelService } from '../../../test/support/model-service';
import { describeLanguageModel, PROMPT } from './language-model.contract';
import { TogetherLanguageModel } from './together.language-model';

const create = (service: ModelService, apiKey: string | undefined) =>
  new TogetherLanguageModel({ apiKey, model: 'llama-test', baseUrl: `${service.origin}/v1/` });

describeLanguageModel('TogetherLanguageModel', {
  start: startTogether,
  create,
  blocked: {
    id: 'x',
    object: 'chat.completion',
    choices: [{ index: 0, message: { role: 'assistant', content: '' }, finish_reason: 'content_filter' }],
  },
  address: '/v1/chat/completions llama-test json_object',
  sent: ({ received: [request] }) => {
    const { model, messages, response_format, max_tokens } = request!.body as {
      model: string;
      messages: { role: string; content: string }[];
      response_format: { type: string; schema: object };
      max_tokens: number;
    };
    return {
      address: `${request!.path} ${model} ${response_format.type}`,
      key: request!.headers.authorization,
      system: messages.find(({ role }) => role === 'system')!.content.split('\n\nThe JSON has this schema: ')[0],
      user: messages.find(({ role }) => role === 'user')!.content,
      schema: response_format.schema,
      maxTokens: max_tokens,
    };
  },
});

describe('TogetherLanguageModel', () => {
  let service: ModelService;
  beforeEach(async () => (service = await startTogether()));
  afterEach(() => service.stop());
  const ask = () => create(service, undefined).complete(PROMPT, new AbortController().signal);

  it('needs no key where the server asks for none', async () => {
    expect((await ask()).text).toContain('queries');
  });

  it('rests where a service below its dynamic limit says 503 and when to come back', async () => {
    service.failNext((response) => json(response, 503, service.format.error(503, 'overloaded'), { 'retry-after': '3' }));
    await expect(ask()).rejects.toMatchObject({ failure: 'busy', retryAfterSeconds: 3 });
  });

  it('tells what refuses in its own field as refused', async () => {
    const choices = [
      { index: 0, message: { role: 'assistant', content: null, refusal: 'I cannot help with that.' }, finish_reason: 'stop' },
    ];
    service.failNext((response) => json(response, 200, { ...service.format.answer(''), choices }));
    await expect(ask()).rejects.toMatchObject({ failure: 'refused' });
  });

  it.each([
    ['parts', { role: 'assistant', content: [{ type: 'text', text: '{"a":' }, null, { type: 'text', text: ' 1}' }] }],
    ['no role', { content: '{"a": 1}' }],
  ])('reads a message of %s', async (_, message) => {
    service.failNext((response) => json(response, 200, { ...service.format.answer(''), choices: [{ message, finish_reason: 'length' }] }));
    expect((await ask()).text).toBe('{"a": 1}');
  });

  it('counts tokens by letters where the server does not', async () => {
    service.failNext((response) => json(response, 200, { ...service.format.answer('{"queries": []}'), usage: undefined }));
    expect((await ask()).tokens).toBeGreaterThan(3);
  });
});
