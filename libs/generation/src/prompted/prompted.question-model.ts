import { join } from 'node:path';
import { isModelFailure, listedObjects, PromptTemplate, type LanguageModel } from '@lectern/language-model';
import { failedCheck } from '../checks/checks';
import type { Meanings } from '../meanings';
import { QuestionModel, type EvidencePassage, type QuestionCandidate, type QuestionPlan } from '../question-model';
import type { QuestionType } from '../question';
import { batchesOf, type Batch } from './batches';
import { fenced, markFor, withoutOrders } from './fence';
import { inAnyOrder } from './in-any-order';
import { questionSchema } from './question-schema';
import { readCandidate } from './read-candidate';
import { saysMore } from './says-more';
import { secondLook, secondLookVersion } from './second-look';

const template = (name: string) => new PromptTemplate(join(__dirname, `../prompts/${name}.md`));
const TEMPLATES = { practice: template('practice'), quiz: template('quiz') };

/** A question with its options, explanation and quote, in a language that takes many tokens. */
const TOKENS_A_QUESTION = 400;
const TEMPERATURE = 0.4;
/** Of an answer no more is read for each question that was asked for. */
const MOST_FOR_ONE = 2;
/**
 * A second look is shorter to say than the first: what takes longer than that, and some time to spare, is not waited for. Nor is
 * what would take the last of the time that whoever asks has.
 */
const LOOK_SHARE = 1.25;
const LOOK_SPARE_MS = 500;
const LAST_MS = 250;

/** What all batches of one plan have in common. */
interface Asking {
  readonly plan: QuestionPlan;
  readonly evidence: readonly EvidencePassage[];
  /** As `performance.now()` gives it. */
  readonly until: number;
  readonly signal: AbortSignal;
}

/**
 * Questions by a language model: the plan in batches over passages of their own, all asked for at once, each read however it
 * comes, and its keys looked at a second time. What a batch fails with is thrown once the others have given what they have.
 */
export class PromptedQuestionModel extends QuestionModel {
  readonly name: string;
  readonly kind = 'model';
  override readonly version: string;

  /** @param meanings tells which questions ask the same in other words */
  constructor(
    private readonly model: LanguageModel,
    private readonly meanings?: Meanings,
  ) {
    super();
    this.name = model.name;
    this.version = [model.model, TEMPLATES.practice.version, TEMPLATES.quiz.version, secondLookVersion].join(' ');
  }

  override warmUp(): Promise<void> {
    return this.model.warmUp();
  }

  async *propose(plan: QuestionPlan, evidence: readonly EvidencePassage[], signal: AbortSignal): AsyncIterable<QuestionCandidate> {
    signal.throwIfAborted();
    const over = new AbortController();
    const until = performance.now() + (plan.withinMs ?? Infinity);
    const asking = { plan, evidence, until, signal: AbortSignal.any([signal, over.signal]) };
    const asked = batchesOf(plan, evidence).map((batch, i) => this.ask(asking, batch, plan.seed + i));
    try {
      let failure: unknown;
      for await (const settled of inAnyOrder(asked)) {
        signal.throwIfAborted();
        if (settled.status === 'fulfilled') yield* settled.value;
        else if (isModelFailure(settled.reason)) failure = settled.reason;
        else throw settled.reason;
      }
      if (failure) throw failure;
    } finally {
      // whoever has enough does not wait for the rest
      over.abort();
    }
  }

  private async ask(asking: Asking, batch: Batch, seed: number): Promise<QuestionCandidate[]> {
    const { plan, evidence, until, signal } = asking;
    const startedAt = performance.now();
    const { text, tokens } = await this.model.complete(promptOf(plan, batch), signal);
    const now = performance.now();
    plan.spent?.(tokens);
    const candidates = listedObjects(text, 'questions')
      .slice(0, MOST_FOR_ONE * countOf(batch))
      .map((written) => readCandidate(written, batch.passages))
      .map((candidate) => (saysMore(candidate, evidence[candidate.passage]!.text) ? { ...candidate, agreed: false } : candidate))
      .filter(({ difficulty }) => !plan.difficulty || difficulty === plan.difficulty);
    // a second look costs as much as a first: only at what is worth it
    const sound = candidates.filter((candidate) => failedCheck(candidate, evidence) === undefined);
    if (sound.length === 0) return candidates;
    const patienceMs = Math.floor(Math.min(LOOK_SHARE * (now - startedAt) + LOOK_SPARE_MS, until - now - LAST_MS));
    const [agreed, meanings = []] = await Promise.all([this.lookAgain(asking, sound, seed, patienceMs), this.meanings?.of(sound, signal)]);
    return candidates.map((candidate) => {
      const at = sound.indexOf(candidate);
      const meaning = meanings[at];
      return { ...candidate, agreed: candidate.agreed ?? agreed[at] ?? null, ...(meaning && { meaning }) };
    });
  }

  /** Without an answer, or without one in time, nothing is known: the checks alone have to do. */
  private async lookAgain(
    { plan, evidence, signal }: Asking,
    candidates: readonly QuestionCandidate[],
    seed: number,
    patienceMs: number,
  ): Promise<readonly (boolean | undefined)[]> {
    if (patienceMs <= 0) return [];
    const late = AbortSignal.timeout(patienceMs);
    try {
      const withPassages = candidates.map((candidate) => ({ candidate, passage: evidence[candidate.passage]! }));
      const { agreed, tokens } = await secondLook(this.model, withPassages, seed, AbortSignal.any([signal, late]));
      plan.spent?.(tokens);
      return agreed;
    } catch (error) {
      if (signal.aborted || !(late.aborted || isModelFailure(error))) throw error;
      return [];
    }
  }
}

const countOf = ({ counts }: Batch): number => Object.values(counts).reduce((sum, count) => sum + count, 0);

function promptOf({ difficulty, language, avoid = [] }: QuestionPlan, batch: Batch) {
  const { counts, passages } = batch;
  const types = Object.keys(counts) as QuestionType[];
  const count = countOf(batch);
  const texts = passages.map(({ passage }) => withoutOrders(passage.text));
  const mark = markFor([...texts, ...avoid]);
  const wishes = [
    ...(difficulty ? [` All of them of difficulty ${difficulty}.`] : []),
    ...(avoid.length > 0 ? [`\n\nThese have been asked; ask for other things:\n${fenced(mark, 'asked', avoid.join('\n'))}`] : []),
  ];
  const quiz = types.length === 1 && types[0] === 'multiple_choice';
  const filled = TEMPLATES[quiz ? 'quiz' : 'practice'].filled({
    count,
    counts: types.map((type) => `${counts[type]} of type ${type}`).join(', '),
    wishes: wishes.join(''),
    language: language ? `the language with the code ${language}` : 'the language of the passage',
    mark,
    passages: texts.map((text, i) => fenced(mark, `passage ${i + 1}`, text)).join('\n'),
  });
  return { ...filled, schema: questionSchema(types), maxTokens: 300 + TOKENS_A_QUESTION * count, temperature: TEMPERATURE };
}
