import { LanguageModel, type Completion, type Prompt } from './language-model';
import { LanguageModelError } from './language-model-error';
import { ResilientLanguageModel, type Outcome } from './resilient.language-model';

const PROMPT: Prompt = { system: '', user: '', schema: { type: 'object', properties: {}, required: [] }, maxTokens: 1, temperature: 0 };
const ANSWER: Completion = { text: '{}', tokens: 7 };
const never = new AbortController().signal;

/** Answers by script, then well. */
class ScriptedModel extends LanguageModel {
  readonly name = 'scripted';
  readonly model = 'one';
  calls = 0;
  constructor(readonly script: ((signal: AbortSignal) => Promise<Completion>)[]) {
    super();
  }
  async complete(_: Prompt, signal: AbortSignal): Promise<Completion> {
    return this.script[this.calls++]?.(signal) ?? ANSWER;
  }
}

const failing =
  (...[failure, said, retryAfter]: ConstructorParameters<typeof LanguageModelError>) =>
  () =>
    Promise.reject(new LanguageModelError(failure, said, retryAfter));
const hanging = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));

describe('ResilientLanguageModel', () => {
  function build(...script: ScriptedModel['script']) {
    const inner = new ScriptedModel(script);
    const outcomes: [Outcome, number][] = [];
    const observe = (outcome: Outcome, tokens: number) => outcomes.push([outcome, tokens]);
    const forbidden: unknown[] = [];
    const onForbidden = (error: unknown) => forbidden.push(error);
    const model = new ResilientLanguageModel(inner, { deadlineMs: 200, backoffMs: 1, observe, onForbidden });
    return { inner, outcomes, forbidden, model, ask: (signal = never) => model.complete(PROMPT, signal) };
  }

  it('tries once more what broke, and no more than that', async () => {
    const good = build(failing('failed', 'HTTP 500'));
    expect(await good.ask()).toBe(ANSWER);
    expect(good.outcomes).toEqual([
      ['failed', 0],
      ['ok', 7],
    ]);
    const bad = build(failing('failed', 'HTTP 500'), failing('failed', 'HTTP 502'));
    await expect(bad.ask()).rejects.toMatchObject({ failure: 'failed' });
    expect(bad.inner.calls).toBe(2);
  });

  it('does not repeat what is refused or forbidden', async () => {
    const refused = build(failing('refused', 'blocked'));
    await expect(refused.ask()).rejects.toMatchObject({ failure: 'refused' });
    const forbidden = build(failing('forbidden', 'HTTP 401', 300));
    await expect(forbidden.ask()).rejects.toMatchObject({ failure: 'forbidden' });
    expect([refused.inner.calls, forbidden.inner.calls]).toEqual([1, 1]);
  });

  it('tries once what one can do without', async () => {
    const { inner, model } = build(failing('failed', 'HTTP 500'));
    await expect(model.complete({ ...PROMPT, dispensable: true }, never)).rejects.toThrow('not available');
    expect(inner.calls).toBe(1);
  });

  it('leaves the service alone for as long as it asked, and says for how long', async () => {
    const { inner, ask } = build(failing('busy', 'HTTP 429', 30));
    await expect(ask()).rejects.toMatchObject({ retryAfterSeconds: 30 });
    await expect(ask()).rejects.toMatchObject({ failure: 'busy', retryAfterSeconds: 30 });
    expect(inner.calls).toBe(1);
  });

  it('asks again when the time is over', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick'] });
    try {
      const { ask } = build(failing('busy', 'HTTP 429', 2));
      await expect(ask()).rejects.toMatchObject({ failure: 'busy' });
      jest.advanceTimersByTime(2_001);
      expect(await ask()).toBe(ANSWER);
    } finally {
      jest.useRealTimers();
    }
  });

  it('ends what takes too long, without a second try', async () => {
    const { inner, outcomes, ask } = build(hanging);
    await expect(ask()).rejects.toMatchObject({ code: 'GENERATION_UNAVAILABLE' });
    expect([inner.calls, outcomes]).toEqual([1, [['late', 0]]]);
  });

  it('refuses at once after failures in a row', async () => {
    const { inner, ask } = build(...Array.from({ length: 9 }, () => failing('failed', 'HTTP 500')));
    for (let i = 0; i < 3; i++) await expect(ask()).rejects.toThrow('not available');
    const asked = inner.calls;
    await expect(ask()).rejects.toMatchObject({ code: 'GENERATION_UNAVAILABLE', retryAfterSeconds: 5 });
    expect([asked, inner.calls]).toEqual([5, 5]);
  });

  it('does not hold refused prompts against the service', async () => {
    const { inner, ask } = build(...Array.from({ length: 7 }, () => failing('refused', 'blocked')));
    for (let i = 0; i < 7; i++) await expect(ask()).rejects.toMatchObject({ failure: 'refused' });
    expect(await ask()).toBe(ANSWER);
    expect(inner.calls).toBe(8);
  });

  it('tells once of a key that is refused to all who ask at the same time', async () => {
    const { inner, outcomes, forbidden, ask } = build(...Array.from({ length: 7 }, () => failing('forbidden', 'HTTP 401', 300)));
    await Promise.allSettled(Array.from({ length: 7 }, () => ask()));
    expect([inner.calls, outcomes.length, forbidden.length]).toEqual([7, 7, 1]);
  });

  it('knows without asking whether it answers', async () => {
    const { inner, model, ask } = build(failing('refused', 'blocked'), failing('failed', 'HTTP 500'), failing('failed', 'HTTP 500'));
    await model.ping();
    await expect(ask()).rejects.toThrow('not available');
    await model.ping();
    await expect(ask()).rejects.toThrow('not available');
    await expect(model.ping()).rejects.toMatchObject({ failure: 'failed' });
    await ask();
    await model.ping();
    expect(inner.calls).toBe(4);
  });

  it('ends with the reason of its signal, which is nobody’s failure', async () => {
    const { outcomes, ask } = build(hanging);
    const gone = new AbortController();
    setTimeout(() => gone.abort(new Error('gone')), 20);
    await expect(ask(gone.signal)).rejects.toThrow('gone');
    expect(outcomes).toEqual([]);
  });
});
