import { seededRandom } from '@lectern/platform';
import type { Difficulty } from '../question';
import type { QuestionPlan } from '../question-model';
import { rankOf, type Draft } from './draft';
import type { SourceSentence } from './source-sentence';

/** What the next question that asks for the same kind of thing is worth less. */
const MONOTONY = 0.05;

/** The best first; another question on a sentence comes later than the first of its neighbours, and another that asks for a year later than a who or a why. */
export function inOrder(drafts: readonly Draft[], { seed, counts, difficulty }: QuestionPlan): Draft[] {
  const random = seededRandom(seed);
  const wanted = withoutWeak(
    drafts.filter((draft) => (counts[draft.type] ?? 0) > 0 && (!difficulty || difficultyOf(draft) === difficulty)),
    counts,
  );
  // the seed moves what is nearly as good
  const scored = wanted.map((draft) => ({ draft, score: rankOf(draft) + 0.12 * random() })).toSorted((a, b) => b.score - a.score);
  const perSentence = new Map<SourceSentence, number>();
  const perMatter = new Map<string, number>();
  for (const entry of scored) {
    const { sentence, type, asks } = entry.draft;
    const before = perSentence.get(sentence) ?? 0;
    const alike = perMatter.get(type + asks) ?? 0;
    perSentence.set(sentence, before + 1);
    perMatter.set(type + asks, alike + 1);
    entry.score -= 0.02 * before + MONOTONY * Math.min(5, alike);
  }
  return scored.toSorted((a, b) => b.score - a.score).map(({ draft }) => draft);
}

/** Where there are enough good ones the weak are left out: then more evidence is looked at before they come up. */
function withoutWeak(drafts: readonly Draft[], counts: QuestionPlan['counts']): Draft[] {
  const good = drafts.filter(({ tier }) => tier === 'good');
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  // a sentence gives one question to a set
  const enough = (some: readonly Draft[], wanted: number) => new Set(some.map(({ sentence }) => sentence)).size >= ENOUGH * wanted;
  if (!enough(good, all)) return [...drafts];
  const scarce = (type: Draft['type']) =>
    !enough(
      good.filter((draft) => draft.type === type),
      counts[type] ?? 0,
    );
  const types = new Set([...new Set(drafts.map(({ type }) => type))].filter(scarce));
  return drafts.filter(({ type, tier }) => tier === 'good' || types.has(type));
}

/** Good ones for each that is wanted; some will be too much alike. */
const ENOUGH = 1.5;

export function difficultyOf({ type, asks }: Draft): Difficulty {
  const form = { true_false: 0, multiple_choice: 1, cloze: 2, short_answer: 2 }[type];
  const matter =
    /^(?:reason|means|purpose|consequence|condition|complement|object|subject|identity|definition|term|percent|money|count|date)$/.test(
      asks,
    )
      ? 1
      : 0;
  return (['easy', 'easy', 'medium', 'hard'] as const)[form + matter] as Difficulty;
}
