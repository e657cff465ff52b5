import { json, startGemini, type ModelService } from '../../../test/support/model-service';
import { GeminiLanguageModel } from './gemini.language-model';
import { describeLanguageModel, PROMPT } from './language-model.contract';

const create = (service: ModelService, apiKey: string) =>
  new GeminiLanguageModel({ apiKey, model: 'gemini-test', baseUrl: `${service.origin}/` });

describeLanguageModel('GeminiLanguageModel', {
  start: startGemini,
  create,
  blocked: { promptFeedback: { blockReason: 'SAFETY' }, usageMetadata: { totalTokenCount: 10 } },
  address: '/v1beta/models/gemini-test:generateContent application/json',
  sent: ({ received: [request] }) => {
    const { systemInstruction, contents, generationConfig } = request!.body as {
      systemInstruction: { parts: { text: string }[] };
      contents: { parts: { text: string }[] }[];
      generationConfig: { responseMimeType: string; responseSchema: object; maxOutputTokens: number };
    };
    return {
      address: `${request!.path} ${generationConfig.responseMimeType}`,
      key: request!.headers['x-goog-api-key'],
      system: systemInstruction.parts[0]!.text,
      user: contents[0]!.parts[0]!.text,
      schema: generationConfig.responseSchema,
      maxTokens: generationConfig.maxOutputTokens,
    };
  },
});

describe('GeminiLanguageModel', () => {
  let service: ModelService;
  beforeEach(async () => (service = await startGemini()));
  afterEach(() => service.stop());
  const ask = () => create(service, 'k').complete(PROMPT, new AbortController().signal);

  it.each([
    ['34s', 34],
    ['0.5s', 1],
    ['99999s', 300],
    ['soon', 10],
  ])('rests for as long as a RetryInfo of %s says', async (retryDelay, retryAfterSeconds) => {
    const details = [
      { '@type': 'type.googleapis.com/google.rpc.QuotaFailure' },
      { '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay },
    ];
    service.failNext((response) => json(response, 429, service.format.error(429, 'Resource has been exhausted', details)));
    await expect(ask()).rejects.toMatchObject({ failure: 'busy', retryAfterSeconds });
  });

  it('knows a key that is refused as a malformed request', async () => {
    const details = [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason: 'API_KEY_INVALID', domain: 'googleapis.com' }];
    service.failNext((response) => json(response, 400, service.format.error(400, 'API key not valid.', details)));
    await expect(ask()).rejects.toMatchObject({ failure: 'forbidden', retryAfterSeconds: 300 });
  });

  it.each(['SAFETY', 'RECITATION', 'PROHIBITED_CONTENT'])('tells an answer that ends with %s as refused', async (finishReason) => {
    service.failNext((response) => json(response, 200, { candidates: [{ finishReason, index: 0 }] }));
    await expect(ask()).rejects.toMatchObject({ failure: 'refused' });
  });

  it.each(['x', {}, [null, 7, { '@type': 5, retryDelay: 9 }]])(
    'rests ten seconds where the details of an error are %j',
    async (details) => {
      service.failNext((response) => json(response, 429, { error: { code: 429, message: 'later', details } }));
      await expect(ask()).rejects.toMatchObject({ failure: 'busy', retryAfterSeconds: 10 });
    },
  );

  it.each([
    ['gemini-2.5-flash', { maxOutputTokens: 200, thinkingConfig: { thinkingBudget: 0 } }],
    ['gemini-2.5-flash-lite', { maxOutputTokens: 200, thinkingConfig: { thinkingBudget: 0 } }],
    ['gemini-2.5-pro', { maxOutputTokens: 8_392 }],
    ['gemini-3-pro-preview', { maxOutputTokens: 8_392 }],
    ['gemini-2.0-flash', { maxOutputTokens: 200 }],
  ])('leaves %s its tokens for the answer', async (model, limits) => {
    await new GeminiLanguageModel({ apiKey: 'k', model, baseUrl: service.origin }).complete(PROMPT, new AbortController().signal);
    const { maxOutputTokens, thinkingConfig } = service.received[0]!.body['generationConfig'] as Record<string, unknown>;
    expect({ maxOutputTokens, ...(thinkingConfig !== undefined && { thinkingConfig }) }).toEqual(limits);
  });

  it('gives what was said before its tokens were used up', async () => {
    service.failNext((response) =>
      json(response, 200, { candidates: [{ content: { parts: [{ text: '{"questions": [{' }] }, finishReason: 'MAX_TOKENS' }] }),
    );
    expect((await ask()).text).toBe('{"questions": [{');
  });
});
