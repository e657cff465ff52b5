import { startGemini, json, type ModelService } from '../../../../test/support/model-service';
import { GeminiLanguageModel } from '../../../language-model/src/gemini.language-model';
import { ModelQueryVariants } from './model.query-variants';

describe('ModelQueryVariants', () => {
  let service: ModelService;
  beforeEach(async () => (service = await startGemini()));
  afterEach(() => service.stop());
  const never = new AbortController().signal;
  const of = (query: string, signal = never) =>
    new ModelQueryVariants(new GeminiLanguageModel({ apiKey: 'k', model: 'm', baseUrl: service.origin })).of(query, signal);
  const saying = (text: string) => service.failNext((response) => json(response, 200, service.format.answer(text)));

  it('gives the query in other words', async () => {
    expect(await of('molten rock')).toEqual(['molten rock explained', 'about molten rock']);
  });

  it('takes a few, each once, none of them the query itself', async () => {
    saying(JSON.stringify({ queries: ['Molten Rock', ' magma ', 'magma', '', 7, 'x'.repeat(400), 'lava', 'basalt\nflow', 'melt'] }));
    expect(await of('molten rock')).toEqual(['magma', 'lava', 'basalt flow']);
  });

  it.each(['No.', '{"queries": "magma"}', '{}'])('has none of %j', async (text) => {
    saying(text);
    expect(await of('molten rock')).toEqual([]);
  });

  it('fails where the model does', async () => {
    service.failNext((response) => json(response, 500, {}));
    await expect(of('molten rock')).rejects.toMatchObject({ code: 'GENERATION_UNAVAILABLE' });
    await expect(of('molten rock', AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
  });
});
