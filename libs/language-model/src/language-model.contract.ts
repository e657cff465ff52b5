import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { endless, json, type ModelFault, type ModelService } from '../../../test/support/model-service';
import { type LanguageModel, type Prompt } from './language-model';
import { LanguageModelError, type LanguageModelFailure } from './language-model-error';

/** Of no special kind. */
export const PROMPT: Prompt = {
  system: 'You answer with JSON only.',
  user: 'magma',
  schema: { type: 'object', properties: { queries: { type: 'array', items: { type: 'string' } } }, required: ['queries'] },
  maxTokens: 200,
  temperature: 0,
};
const KEY = 'secret-key-of-the-service';
const never = new AbortController().signal;

interface Adapter {
  start(options: { latencyMs?: number; say?: () => string }): Promise<ModelService>;
  create(service: ModelService, apiKey: string): LanguageModel;
  /** An answer that the service withholds for safety. */
  blocked: object;
  /** Path, and what of the form else is to be seen. */
  address: string;
  /** Where each part of a prompt stands in a request. */
  sent(service: ModelService): { address: string; key: unknown; system: unknown; user: unknown; schema: unknown; maxTokens: unknown };
}

/** The promises of `LanguageModel`, for every adapter, over a local server that speaks its service's wire format. */
export function describeLanguageModel(name: string, { start, create, blocked, address, sent }: Adapter): void {
  describe(`${name} keeps the promises of LanguageModel`, () => {
    let service: ModelService;
    let model: LanguageModel;
    beforeEach(async () => {
      service = await start({});
      model = create(service, KEY);
    });
    afterEach(() => service.stop());

    const error = (status: number, details?: object[], headers?: Record<string, string>): ModelFault => {
      return (response) => json(response, status, service.format.error(status, `status ${status} of the service`, details), headers);
    };
    const failure = (work: Promise<unknown>): Promise<LanguageModelError> =>
      work.then(
        () => Promise.reject(new Error('it answered')),
        (reason: unknown) => (reason instanceof LanguageModelError ? reason : Promise.reject(reason)),
      );

    it('sends the prompt with its schema and key, and gives the words of the answer with their tokens', async () => {
      expect(await model.complete(PROMPT, never)).toEqual({ text: expect.stringContaining('magma explained'), tokens: 1200 });
      const { key, address: at, system, user, schema, maxTokens } = sent(service);
      expect({ key, at, system, user, maxTokens }).toEqual({
        key: expect.stringContaining(KEY),
        at: address,
        system: PROMPT.system,
        user: 'magma',
        maxTokens: 200,
      });
      expect(schema).toEqual(PROMPT.schema);
    });

    it.each<[what: string, status: number, failure: LanguageModelFailure]>([
      ['a request that it does not understand', 400, 'refused'],
      ['a key that it does not know', 401, 'forbidden'],
      ['a key that it does not let in', 403, 'forbidden'],
      ['a model that is not there', 404, 'forbidden'],
      ['too many requests', 429, 'busy'],
      ['an accident', 500, 'failed'],
      ['a gateway without a service', 502, 'failed'],
      ['a service that is away', 503, 'failed'],
    ])('tells %s (%d) as "%s", after one request and without the key', async (_, status, expected) => {
      service.failNext(error(status));
      const thrown = await failure(model.complete(PROMPT, never));
      expect([thrown.failure, thrown.code]).toEqual([expected, 'GENERATION_UNAVAILABLE']);
      expect(String(thrown.cause)).toContain(String(status));
      expect(JSON.stringify([thrown, thrown.message, String(thrown.cause), thrown.stack])).not.toContain(KEY);
      expect(service.received).toHaveLength(1);
    });

    it.each([400, 401, 429, 500])('does not pass on a key that an HTTP %d says back', async (status) => {
      service.failNext((response) => json(response, status, service.format.error(status, `${'x'.repeat(120)} ${KEY} is no key`)));
      const thrown = await failure(model.complete(PROMPT, never));
      expect(String(thrown.cause)).not.toContain(KEY.slice(0, 10));
    });

    it.each([
      ['42', 42],
      ['-5', 1],
      ['1e9', 300],
      ['junk', 10],
      [new Date(Date.now() + 60_000).toUTCString(), 60],
    ])('rests for as long as a Retry-After of %s says', async (header, seconds) => {
      service.failNext(error(429, undefined, { 'retry-after': header }));
      const { retryAfterSeconds } = await failure(model.complete(PROMPT, never));
      // dates are whole seconds, and this file was read some time ago
      expect(Math.abs(retryAfterSeconds! - seconds)).toBeLessThanOrEqual(seconds === 60 ? 20 : 0);
    });

    it('knows an answer by its own headers, whatever others get meanwhile', async () => {
      service.failNext(error(429, undefined, { 'retry-after': '7' }), error(429, undefined, { 'retry-after': '9' }));
      const thrown = await Promise.all([failure(model.complete(PROMPT, never)), failure(model.complete(PROMPT, never))]);
      expect(thrown.map(({ retryAfterSeconds }) => retryAfterSeconds).toSorted()).toEqual([7, 9]);
    });

    it.each<[what: string, fault: ModelFault]>([
      [
        'closes early',
        (response) =>
          response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' }).write('{"', () => response.destroy()),
      ],
      ['is not JSON', (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Bad gateway</html>')],
      ['says nothing', (response) => json(response, 200, service.format.answer(''))],
      ['is empty', (response) => json(response, 200, {})],
    ])('tells an answer that %s as failed', async (_, fault) => {
      service.failNext(fault);
      expect((await failure(model.complete(PROMPT, never))).failure).toBe('failed');
    });

    it.each([200, 429, 500])('breaks off an answer without end (HTTP %d)', async (status) => {
      service.failNext(endless(status));
      const { failure: told } = await failure(model.complete(PROMPT, never));
      expect(told).toBe(status === 429 ? 'busy' : 'failed');
      await abandonedBy(service);
    });

    it('does not unpack without end', async () => {
      const bomb = gzipSync(Buffer.alloc(100 * 2 ** 20));
      service.failNext((response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(bomb);
      });
      expect((await failure(model.complete(PROMPT, never))).failure).toBe('failed');
    });

    it('gives words or its own error, whatever JSON an answer is', async () => {
      const anything = fc.oneof(
        fc.jsonValue({ maxDepth: 2 }),
        fc.constant({ toString: 1, valueOf: 1 }),
        fc.constant('x'.repeat(10_000)),
        fc.constantFrom(-1, 0, 1e308, 0.5),
      );
      const statuses = fc.constantFrom(200, 200, 200, 400, 429, 500);
      await fc.assert(
        fc.asyncProperty(statuses, fc.nat(), anything, async (status, at, value) => {
          const details = [{ '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: '3s' }];
          const usual = status === 200 ? service.format.answer('words') : service.format.error(status, 'no', details);
          service.failNext((response) => json(response, status, changedAt(usual, at, value)));
          const answer = await model.complete(PROMPT, never).catch((error: unknown) => error);
          if (answer instanceof LanguageModelError) return;
          expect(answer).toEqual({ text: expect.any(String), tokens: expect.any(Number) });
          const { tokens } = answer as { tokens: number };
          expect(Number.isInteger(tokens) && tokens > 0 && tokens <= 10_000_000).toBe(true);
        }),
        { numRuns: 150 },
      );
    });

    it.each([
      ['brackets', '['.repeat(100_000) + ']'.repeat(100_000)],
      ['braces', '{"candidates":[{"content":'.repeat(50_000) + '1' + '}]}'.repeat(50_000)],
    ])('takes %s in brackets in brackets for no answer', async (_, text) => {
      service.failNext((response) => response.writeHead(200, { 'content-type': 'application/json' }).end(text));
      expect((await failure(model.complete(PROMPT, never))).failure).toBe('failed');
    });

    it('tells an answer that is withheld for safety as refused', async () => {
      service.failNext((response) => json(response, 200, blocked));
      expect((await failure(model.complete(PROMPT, never))).failure).toBe('refused');
    });

    it.each<[what: string, fault: ModelFault]>([
      ['hangs', () => {}],
      ['trickles', (response) => response.writeHead(200, { 'content-type': 'application/json' }).write('{')],
    ])('lets go of a service that %s once its signal is aborted', async (_, fault) => {
      service.failNext(fault);
      const gone = new AbortController();
      const asked = model.complete(PROMPT, gone.signal);
      setTimeout(() => gone.abort(new Error('gone')), 100);
      await expect(asked).rejects.toThrow('gone');
      await abandonedBy(service);
    });

    it('asks nobody when its signal is aborted already', async () => {
      await expect(model.complete(PROMPT, AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
      expect(service.received).toEqual([]);
    });
  });
}

/** The connection is closed before its answer was sent. */
async function abandonedBy(service: ModelService): Promise<void> {
  for (let i = 0; i < 100 && service.abandoned() === 0; i++) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(service.abandoned()).toBe(1);
}

/** JSON with one of its values, anywhere, changed to another. */
function changedAt(json: unknown, at: number, value: unknown): object {
  const places = placesOf(json);
  const place = places[at % places.length]!;
  return JSON.parse(JSON.stringify(json), function (this: object, key: string, old: unknown) {
    return place.key === key && JSON.stringify(place.old) === JSON.stringify(old) ? value : old;
  }) as object;
}

function placesOf(json: unknown): { key: string; old: unknown }[] {
  if (typeof json !== 'object' || json === null) return [];
  return Object.entries(json).flatMap(([key, old]) => [{ key, old }, ...placesOf(old)]);
}
