import { join } from 'node:path';
import { seededRandom, shuffled } from '@lectern/platform';
import { listedObjects, PromptTemplate, type LanguageModel } from '@lectern/language-model';
import { isCorrect } from '../grading';
import { OPTION_LETTERS } from '../question';
import type { EvidencePassage, QuestionCandidate } from '../question-model';
import { wordOverlap, wordsOf } from '../words';
import { fenced, markFor, withoutOrders } from './fence';
import { SECOND_LOOK_SCHEMA } from './question-schema';
import { numberOf, textOf } from './written-values';

const TEMPLATE = new PromptTemplate(join(__dirname, '../prompts/second-look.md'));
const TOKENS_A_QUESTION = 60;

export const secondLookVersion = TEMPLATE.version;

/** Of two answers in words: as many in common as make one answer of both. */
const SAME_ANSWER = 0.5;

/**
 * Answers candidates anew from their passages alone, their options in another order, and says of each whether that is its key:
 * undefined where no answer came.
 *
 * @throws what the model throws
 */
export async function secondLook(
  model: LanguageModel,
  candidates: readonly { readonly candidate: QuestionCandidate; readonly passage: EvidencePassage }[],
  seed: number,
  signal: AbortSignal,
): Promise<{ agreed: (boolean | undefined)[]; tokens: number }> {
  const random = seededRandom(seed);
  const shown = candidates.map(({ candidate }) => candidate.options && shuffled(candidate.options, random));
  const evidence = candidates.map(({ passage }) => withoutOrders(passage.text));
  const texts = candidates.map(({ candidate: { stem } }, i) => {
    const options = shown[i]?.map((option, at) => `${OPTION_LETTERS[at]}) ${option}`) ?? [];
    return [`Evidence: ${evidence[i]}`, `Question: ${stem}`, ...options].join('\n');
  });
  const mark = markFor(texts);
  const questions = texts.map((text, i) => fenced(mark, `question ${i + 1}`, text)).join('\n');
  const prompt = {
    ...TEMPLATE.filled({ mark, questions }),
    schema: SECOND_LOOK_SCHEMA,
    maxTokens: 200 + TOKENS_A_QUESTION * texts.length,
    temperature: 0,
    dispensable: true as const,
  };
  const { text, tokens } = await model.complete(prompt, signal);
  const answers = new Map(
    listedObjects(text, 'answers').map(({ question, answer }) => [
      numberOf(question),
      typeof answer === 'boolean' ? String(answer) : textOf(answer),
    ]),
  );
  const verdicts = candidates.map(({ candidate }, i) => verdictOf(candidate, shown[i], answers.get(i + 1)));
  // whoever names no option at all did not look
  const looked = verdicts.some((verdict) => typeof verdict === 'boolean');
  return { agreed: verdicts.map((verdict) => (verdict === 'none of these' ? (looked ? false : undefined) : verdict)), tokens };
}

/** Whether an answer is the key; undefined where there is none. */
function verdictOf(
  { type, answer }: QuestionCandidate,
  options: readonly string[] = ['true', 'false'],
  given: string = '',
): boolean | undefined | 'none of these' {
  if (given === '') return undefined;
  if (given === '?') return false;
  if (type === 'multiple_choice' || type === 'true_false') {
    const shown = type === 'multiple_choice' && { options: [...options] };
    const chosen = options.find((option) => isCorrect({ type, answer: option, ...shown }, given));
    return chosen === undefined ? 'none of these' : chosen === answer;
  }
  if (isCorrect({ type, answer }, given)) return true;
  const [ours, theirs] = [new Set(wordsOf(answer)), new Set(wordsOf(given))];
  return wordOverlap(ours, theirs) >= SAME_ANSWER || (ours.size > 0 && [...ours].every((word) => theirs.has(word)));
}
