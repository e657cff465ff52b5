import { shuffled } from '../seeded-random';
import { answerKey, wordsOf } from '../words';
import type { Material, PooledTarget } from './material';
import { numberDistractors } from './number-distractors';

/**
 * Three wrong options of the answer's kind that the quote does not hold; undefined where the evidence has too few.
 * @param field whether terms must be of the answer's own, or may be of any: the nearest that there are
 */
export function distractorsFor(
  answer: PooledTarget,
  quote: string,
  stem: string,
  material: Material,
  random: () => number,
  field: 'same' | 'any' = 'same',
): string[] | undefined {
  const numeric = numberDistractors(answer.kind, answer.text, random);
  const shown = ` ${wordsOf(`${quote} ${stem}`).join(' ')} `;
  const shownStem = ` ${wordsOf(stem).join(' ')} `;
  const candidates = numeric ?? namesAndTerms(answer, stem, material, random, field);
  const chosen: string[] = [];
  for (const text of candidates) {
    if (shown.includes(` ${wordsOf(text).join(' ')} `)) continue;
    // a name that shares a word with the stem is seen through, or right
    if (!numeric && answer.kind !== 'term' && wordsOf(text).some((word) => word.length > 3 && shownStem.includes(` ${word} `))) continue;
    if ([answer.text, ...chosen].some((other) => sharesWord(other, text, answer.kind))) continue;
    chosen.push(text);
    if (chosen.length === 3) return chosen;
  }
  return undefined;
}

function namesAndTerms(answer: PooledTarget, stem: string, material: Material, random: () => number, field: 'same' | 'any'): string[] {
  const article = /\ban? _____/.test(stem);
  const fits = (other: PooledTarget) =>
    other.plural === answer.plural &&
    /^\p{Lu}/u.test(other.text) === /^\p{Lu}/u.test(answer.text) &&
    Math.abs(other.words - answer.words) <= (answer.kind === 'term' ? 1 : 2) &&
    (answer.kind !== 'term' || field === 'any' || isAbstract(other.text) === isAbstract(answer.text)) &&
    (answer.kind !== 'place' || other.sort === answer.sort) &&
    (!article || startsWithVowel(other.text) === startsWithVowel(answer.text)) &&
    other.text.length <= 2 * answer.text.length + 6 &&
    answer.text.length <= 2 * other.text.length + 6;
  // of one sort and length, and from passages near by, which speak of the same field
  const distance = (other: PooledTarget) =>
    (other.sort === answer.sort ? 0 : 3) +
    2 * Math.abs(other.words - answer.words) +
    Math.min(3, Math.abs(other.passage - answer.passage) / 4);
  if (answer.kind === 'term')
    return kin(answer, material.pooled('term').filter(fits), material, random, field === 'same' ? LEAST_KINSHIP : 0);
  return shuffled(material.pooled(answer.kind).filter(fits), random)
    .map((other) => ({ text: other.text, distance: Math.floor(distance(other)) }))
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, 40)
    .map(({ text }) => text);
}

/** Below this two terms hardly share a field. */
const LEAST_KINSHIP = 0.06;
/** The seed picks among so many. */
const NEAREST = 9;

/** Terms of one field are mistaken for each other; those of another are seen through. */
function kin(answer: PooledTarget, others: readonly PooledTarget[], material: Material, random: () => number, least: number): string[] {
  const near = others
    .filter((other) => !sharesWord(answer.text, other.text, 'term'))
    .map(({ text, lemma }) => ({ text, kinship: material.kinship(answer.lemma, lemma) }))
    .filter(({ kinship }) => kinship >= least)
    .toSorted((a, b) => b.kinship - a.kinship)
    .map(({ text }) => text);
  return [...shuffled(near.slice(0, NEAREST), random), ...near.slice(NEAREST, 40)];
}

/** By the ending of its last word: no learner takes a knife for a state of things. */
const isAbstract = (text: string) =>
  /(?:tion|sion|ment|ity|ness|ism|ance|ence|ship|hood|ery|cy|dom|ing|age|ure|th|ics|ology)s?$/.test(text);

const startsWithVowel = (text: string) => /^[aeiou]/i.test(text);

/** `Eisenhower` is also right where `Dwight Eisenhower` is. */
function sharesWord(a: string, b: string, kind: string): boolean {
  if (answerKey(a) === answerKey(b)) return true;
  if (/^(?:year|date|century|percent|money|count)$/.test(kind)) return false;
  const [first, second] = [new Set(wordsOf(a).map(stemOf)), wordsOf(b).map(stemOf)];
  return second.some((word) => word.length > 3 && first.has(word)) || (kind === 'term' && headOf(a) === headOf(b));
}

const stemOf = (word: string) => word.replace(/(?:s|es|ed|ing|al|ic|an|ian|ese|ish)$/, '');
const headOf = (text: string) => stemOf(wordsOf(text).at(-1) ?? '');
