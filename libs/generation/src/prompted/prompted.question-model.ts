import { join } from 'node:path';
import { isModelFailure, listedObjects, PromptTemplate, type LanguageModel } from '@lectern/language-model';
import { failedCheck } from '../checks/checks';
import { QuestionModel, type EvidencePassage, type QuestionCandidate, type QuestionPlan } from '../question-model';
import type { QuestionType } from '../question';
import { batchesOf, type Batch } from './batches';
import { fenced, markFor, withoutOrders } from './fence';
import { inAnyOrder } from './in-any-order';
import { questionSchema } from './question-schema';
import { readCandidate } from './read-candidate';
import { secondLook, secondLookVersion } from './second-look';

const template = (name: string) => new PromptTemplate(join(__dirname, `../prompts/${name}.md`));
const TEMPLATES = { practice: template('practice'), quiz: template('quiz') };

/** A question with its options, explanation and quote, in a language that takes many tokens. */
const TOKENS_A_QUESTION = 400;
const TEMPERATURE = 0.4;

/**
 * Questions by a language model: the plan in batches over passages of their own, all asked for at once, each read however it
 * comes, and its keys looked at a second time. What a batch fails with is thrown once the others have given what they have.
 */
export class PromptedQuestionModel extends QuestionModel {
  readonly name: string;
  readonly kind = 'model';
  override readonly version: string;

  constructor(private readonly model: LanguageModel) {
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
    const until = AbortSignal.any([signal, over.signal]);
    const asked = batchesOf(plan, evidence).map((batch, i) => this.ask(plan, batch, evidence, plan.seed + i, until));
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

  private async ask(
    plan: QuestionPlan,
    batch: Batch,
    evidence: readonly EvidencePassage[],
    seed: number,
    signal: AbortSignal,
  ): Promise<QuestionCandidate[]> {
    const { text, tokens } = await this.model.complete(promptOf(plan, batch), signal);
    plan.spent?.(tokens);
    const candidates = listedObjects(text, 'questions').map((written) => readCandidate(written, batch.passages));
    // a second look costs as much as a first: only at what is worth it
    const sound = candidates.filter((candidate) => failedCheck(candidate, evidence) === undefined);
    if (sound.length === 0) return candidates;
    const agreed = await this.lookAgain(plan, sound, evidence, seed, signal);
    return candidates.map((candidate) => ({ ...candidate, agreed: agreed[sound.indexOf(candidate)] ?? null }));
  }

  /** Without an answer nothing is known: the checks alone have to do. */
  private async lookAgain(
    plan: QuestionPlan,
    candidates: readonly QuestionCandidate[],
    evidence: readonly EvidencePassage[],
    seed: number,
    signal: AbortSignal,
  ): Promise<readonly (boolean | undefined)[]> {
    try {
      const withPassages = candidates.map((candidate) => ({ candidate, passage: evidence[candidate.passage]! }));
      const { agreed, tokens } = await secondLook(this.model, withPassages, seed, signal);
      plan.spent?.(tokens);
      return agreed;
    } catch (error) {
      if (signal.aborted || !isModelFailure(error)) throw error;
      return [];
    }
  }
}

function promptOf({ difficulty, language, avoid = [] }: QuestionPlan, { counts, passages }: Batch) {
  const types = Object.keys(counts) as QuestionType[];
  const count = types.reduce((sum, type) => sum + counts[type]!, 0);
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
