import { bridges } from '../support/bridges';
import { HOSTILE_WIRES, HOSTILE_WORDS, type Outcome } from '../support/hostile-answers';
import { Lectern, type Learner } from '../support/lectern';
import { json, startGemini, startTogether, type ModelService } from '../support/model-service';
import { describeWithRedis } from '../support/redis';
import { scriptedAnswer } from '../support/scripted-model';

const KEY = 'AIzaASecretOfTheSpecs';
const HOSTILE =
  // oxlint-disable-next-line no-control-regex -- these are what is looked for
  /<[a-z/!]|onerror|javascript:|evil\.example|previous instructions|system prompt|[\u0000-\u0009\u000b-\u001f\u202e\ud800]|[A-Z]:\\|node_modules|\bat \w+ \(/iu;
const OUTCOMES: Readonly<Record<Outcome, [fallback: string, degraded: string | null]>> = {
  'its own': ['false', null],
  'the rules’': ['true', null],
  'the rules’, degraded': ['true', 'generation'],
};

/** Each provider alone, over the rules, as a hostile judge would play it. */
const PROVIDERS = [
  { start: startGemini, settings: ({ origin }: ModelService) => ({ GOOGLE_API_KEY: KEY, GEMINI_BASE_URL: origin }) },
  { start: startTogether, settings: ({ origin }: ModelService) => ({ TOGETHER_API_KEY: KEY, TOGETHER_BASE_URL: `${origin}/v1` }) },
];

interface Played {
  readonly service: ModelService;
  readonly lectern: Lectern;
  readonly learner: Learner;
}

describeWithRedis('Hostile question models', () => {
  let played: Played[];
  beforeAll(async () => {
    played = await Promise.all(
      PROVIDERS.map(async ({ start, settings }) => {
        const service = await start();
        const lectern = await Lectern.start({ ...settings(service), LOG_LEVEL: 'silent', REQUEST_TIMEOUT_SECONDS: '5' });
        const learner = await lectern.learner();
        await learner.add(bridges);
        return { service, lectern, learner };
      }),
    );
  });
  afterAll(async () => {
    await Promise.all(played.flatMap(({ service, lectern }) => [service.stop(), lectern.stop()]));
  });

  const COUNT = 2;
  let asked = 0;
  /** Of the same topic, which nobody was asked about before. */
  const ask = (learner: Learner) => learner.ask({ topic: `old stone bridge${'?'.repeat(++asked)}`, count: COUNT, mode: 'quiz' });

  async function expectSet(answer: Awaited<ReturnType<typeof ask>>, outcome: Outcome): Promise<void> {
    const { status, headers, text } = answer;
    const { response, ...rest } = answer.json as { response: string; timestamp: string };
    expect([status, Object.keys(rest)]).toEqual([200, ['timestamp']]);
    expect([headers.get('x-fallback-used'), headers.get('x-degraded')]).toEqual(OUTCOMES[outcome]);
    expect(headers.get('x-questions-delivered')).toBe(String(COUNT));
    expect(response.match(/^\d+\. .*\n(?: {3}[A-D]\) .*\n){4}/gm)).toHaveLength(COUNT);
    expect(response).not.toMatch(HOSTILE);
    expect([text, ...headers.values()].join(' ')).not.toContain(KEY);
    expect(text.length).toBeLessThan(2_000);
  }

  it.each(HOSTILE_WORDS)('that say $what give $outcome questions', async ({ say, outcome }) => {
    await Promise.all(
      played.map(async ({ service, learner }) => {
        // asked again it says what it said
        let first: Record<string, unknown>[] | undefined;
        service.failAlways(async (response, { prompt }) => {
          const { questions } = JSON.parse(await scriptedAnswer(prompt)) as { questions?: Record<string, unknown>[] };
          first ??= questions;
          json(response, 200, service.format.answer(questions ? say(first!) : await scriptedAnswer(prompt)));
        });
        await expectSet(await ask(learner), outcome);
      }),
    );
  });

  it.each(['?', 'E', 42, { toString: 1 }, 'What a nice question.'])(
    'that answer a second look with %j keep to what is known',
    async (answer) => {
      await Promise.all(
        played.map(async ({ service, learner }) => {
          service.failAlways(async (response, { prompt }) => {
            const answers = [1, 2, 3, 4, 5].map((question) => ({ question, answer }));
            const looks = /^Each question stands/m.test(prompt);
            json(response, 200, service.format.answer(looks ? JSON.stringify({ answers }) : await scriptedAnswer(prompt)));
          });
          await expectSet(await ask(learner), answer === '?' ? 'the rules’, degraded' : 'its own');
        }),
      );
    },
  );

  it.each(HOSTILE_WIRES)('that send $what leave the rules to serve, and are asked again', async ({ fault }) => {
    await Promise.all(
      played.map(async ({ service, learner }) => {
        service.failAlways(fault(service));
        await expectSet(await ask(learner), 'the rules’, degraded');
        service.failAlways();
        await expectSet(await ask(learner), 'its own');
      }),
    );
  });

  it('that hang, stop behind their headers or trickle take their share of the time, and are let go', async () => {
    await Promise.all(
      played.map(async ({ service, learner }) => {
        const before = service.abandoned();
        service.failNext(
          () => {},
          (response) => response.writeHead(200, { 'content-type': 'application/json' }).flushHeaders(),
          (response) => {
            response.writeHead(200, { 'content-type': 'application/json' });
            const timer = setInterval(() => response.write(' '), 100);
            response.on('close', () => clearInterval(timer));
          },
        );
        for (const answer of await Promise.all([ask(learner), ask(learner), ask(learner)])) await expectSet(answer, 'the rules’, degraded');
        expect(service.abandoned()).toBe(before + 3);
      }),
    );
  });

  it('that are not there leave the rules to serve', async () => {
    await Promise.all(played.map(({ service }) => service.stop()));
    await Promise.all(played.map(async ({ learner }) => expectSet(await ask(learner), 'the rules’, degraded')));
  });
});
