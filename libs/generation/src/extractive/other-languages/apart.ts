import { rankOf, type Draft, type Written } from '../draft';

/** A question that can be chosen from is worth as much more: any set may have it. */
const CHOICE = 0.1;
/** The seed moves which of those nearly as good come first. */
const CHANCE = 0.2;

/**
 * Of the questions on one sentence those that do not answer each other: none whose words hold the answer of another that comes before
 * it. Statements stay as they are: a set never has one beside a question on its sentence.
 */
export function apart(drafts: readonly Draft[], random: () => number): Draft[] {
  const asked = drafts.filter(({ type }) => type !== 'true_false').flatMap(withWords);
  const byAnswer = [...Map.groupBy(asked, ({ written }) => written.answer).values()];
  const ranked = byAnswer.map((group) => ({ group, worth: worthOf(group) + CHANCE * random() })).toSorted((a, b) => b.worth - a.worth);
  const kept: Asked[] = [];
  for (const { group } of ranked)
    kept.push(...group.filter(({ written }) => !kept.some((other) => tells(other.written, written) || tells(written, other.written))));
  return [...kept.map(({ draft }) => draft), ...drafts.filter(({ type }) => type === 'true_false')];
}

interface Asked {
  readonly draft: Draft;
  readonly written: Written;
}

function withWords(draft: Draft): Asked[] {
  const written = draft.write();
  return written ? [{ draft: { ...draft, write: () => written }, written }] : [];
}

const worthOf = (group: readonly Asked[]) =>
  Math.max(...group.map(({ draft }) => rankOf(draft))) + (group.some(({ draft: { type } }) => type === 'multiple_choice') ? CHOICE : 0);

/** Whether the words of one hold the answer of another. */
const tells = ({ stem, answer: own }: Written, { answer }: Written) => own !== answer && stem.includes(answer);
