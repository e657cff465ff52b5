import { cleanText } from '../clean-text';
import { BLANK, BLOOM_LEVELS, DIFFICULTIES, OPTION_LETTERS, QUESTION_TYPES, type QuestionType } from '../question';
import type { EvidencePassage, QuestionCandidate } from '../question-model';
import { findQuote } from './find-quote';
import { isLookUp } from './look-up';
import { holdsLink, isShowable } from './showable';
import { asWritten, numberOf, textOf } from './written-values';

/** A span that no passage has: the checks count it as not grounded. */
const NOWHERE = { start: -1, end: -1 };

/**
 * What a model wrote as a candidate. Forms that mean the same are made one (letters before options, a letter for the answer, a
 * longer blank); nothing is guessed: what is missing stays missing, and fails its check. Where no explanation can be shown, the
 * quote is one.
 *
 * @param passages those that the model saw, and their positions in the evidence
 */
export function readCandidate(
  written: Readonly<Record<string, unknown>>,
  passages: readonly { readonly passage: EvidencePassage; readonly index: number }[],
): QuestionCandidate {
  const labelled = textsOf(written.options);
  const options = labelled?.map(withoutLabel) ?? undefined;
  const type = typeOf(written.type, options);
  const { index, span, quote } = findIn(passages, asWritten(written.quote), numberOf(written.passage) - 1);
  const explanation = textOf(written.explanation);
  const question = {
    type,
    stem: askedText(written.stem).replace(/_{3,}/g, BLANK),
    ...(type === 'multiple_choice' && { options: options ?? [] }),
    answer: answerOf(written.answer, type, labelled ?? [], options ?? []),
  };
  const plain = isLookUp(question, quote);
  const difficulty = DIFFICULTIES.find((one) => one === written.difficulty) ?? 'medium';
  return {
    ...question,
    explanation: isShowable(explanation) ? explanation : quote && `“${quote}”`,
    difficulty: plain && difficulty === 'hard' ? 'medium' : difficulty,
    bloomLevel: plain ? 'remember' : (BLOOM_LEVELS.find((level) => level === written.bloom_level) ?? 'remember'),
    passage: index,
    quote: span,
  };
}

/** The passage that was named comes first; models miscount. */
function findIn(passages: Parameters<typeof readCandidate>[1], quote: string, named: number) {
  const inOrder = [...passages.slice(named, named + 1), ...passages];
  for (const { passage, index } of inOrder) {
    const span = findQuote(passage.text, quote);
    if (!span) continue;
    const { start, end } = span;
    return { index, span: { start: passage.start + start, end: passage.start + end }, quote: cleanText(passage.text.slice(start, end)) };
  }
  return { index: passages[0]!.index, span: NOWHERE, quote: '' };
}

function askedText(value: unknown): string {
  const text = textOf(value);
  return holdsLink(text) ? '' : text;
}

const textsOf = (value: unknown): string[] | undefined => (Array.isArray(value) && value.length > 0 ? value.map(textOf) : undefined);

function typeOf(value: unknown, options: readonly string[] | undefined): QuestionType {
  const named = textOf(value)
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
  return QUESTION_TYPES.find((type) => type === named) ?? (options?.length === 4 ? 'multiple_choice' : 'short_answer');
}

const LABEL = /^\(?([A-D])[).:]\s+/;
const withoutLabel = (option: string) => option.replace(LABEL, '');

function answerOf(value: unknown, type: QuestionType, labelled: readonly string[], options: readonly string[]): string {
  if (type === 'true_false') return typeof value === 'boolean' ? String(value) : textOf(value).toLowerCase();
  const text = askedText(value);
  if (type !== 'multiple_choice' || options.includes(text)) return text;
  const letter = /^\(?([A-D])[).:]?$/.exec(text)?.[1] ?? LABEL.exec(text)?.[1];
  const named = labelled.indexOf(text);
  return options[named] ?? (letter ? options[OPTION_LETTERS.indexOf(letter as 'A')] : undefined) ?? text;
}
