import { shuffled } from '@lectern/platform';
import { answerKey, wordsOf } from '../words';
import { namesOfDictionary, termsOfDictionary } from './dictionary-distractors';
import type { Material } from './material';
import { numberDistractors } from './number-distractors';
import type { PooledTarget } from './target-pool';

export type Field = 'same' | 'any' | 'told';

/**
 * Three wrong options of the answer's kind that the quote does not hold; undefined where the evidence has too few.
 * @param field whether terms must be of the answer's own, or may be of any: the nearest that there are; `told`: of the evidence alone
 */
export function distractorsFor(
  answer: PooledTarget,
  quote: string,
  stem: string,
  material: Material,
  random: () => number,
  field: Field = 'same',
): string[] | undefined {
  const numeric = numberDistractors(answer.kind, answer.text, random, material.latestYear || undefined);
  const shown = ` ${wordsOf(`${quote} ${stem}`).join(' ')} `;
  const shownStem = ` ${wordsOf(stem).join(' ')} `;
  const fits = (text: string) => !/\ban? _____/i.test(stem) || startsWithVowel(text) === startsWithVowel(answer.text);
  const candidates = (
    numeric ?? (answer.kind === 'term' ? terms(answer, material, random, field) : names(answer, material, random, field, stem))
  ).filter(fits);
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

function names(answer: PooledTarget, material: Material, random: () => number, field: Field, stem: string): string[] {
  const isGendered = answer.kind === 'person' && (field === 'told' || GENDERED.test(stem));
  const others = material.pool
    .of(answer.kind)
    .filter((other) => isOfOneForm(answer, other) && isOfOneSort(answer, other, material) && isOfOneWorld(answer, other, material))
    .filter((other) => !isGendered || isOfOneGender(answer, other, material));
  const near = shuffled(others, random)
    .map((other) => ({ text: other.text, distance: Math.floor(distance(answer, other, material)) }))
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, 40)
    .map(({ text }) => text);
  return field === 'told' || near.length >= ENOUGH ? near : [...near, ...namesOfDictionary(answer, material, random)];
}

function terms(answer: PooledTarget, material: Material, random: () => number, field: Field): string[] {
  const others = material.pool.of(answer.kind).filter((other) => isOfOneForm(answer, other));
  const near = kin(answer, others, material, random, 'same');
  return field !== 'any'
    ? near
    : [...near, ...kin(answer, others, material, random, 'any'), ...termsOfDictionary(answer, material, random)];
}

/** Of so many three are left when those that share a word with the question are gone. */
const ENOUGH = 8;

/** Alike in number, case and length, so that the form gives nothing away. */
function isOfOneForm(answer: PooledTarget, other: PooledTarget): boolean {
  return (
    other.plural === answer.plural &&
    /^\p{Lu}/u.test(other.text) === /^\p{Lu}/u.test(answer.text) &&
    Math.abs(other.words - answer.words) <= (answer.kind === 'term' ? 1 : 2) &&
    other.text.length <= 2 * answer.text.length + 6 &&
    answer.text.length <= 2 * other.text.length + 6
  );
}

/** No ruler of antiquity beside one of today, no museum beside an army, no abbreviation beside a name. */
function isOfOneSort(answer: PooledTarget, other: PooledTarget, material: Material): boolean {
  if (answer.year !== undefined && other.year !== undefined && Math.abs(answer.year - other.year) > ONE_AGE) return false;
  if (other.articled !== answer.articled) return false;
  const isFullName = ({ words }: PooledTarget) => words > 1;
  if (answer.kind === 'person') return isFullName(other) === isFullName(answer);
  // "Science" is also a word, "Wianki" is none
  const isWord = ({ text }: PooledTarget) => material.thesaurus.isCommon(text.toLowerCase());
  if (answer.kind === 'name' && isWord(other) !== isWord(answer)) return false;
  return other.sort === answer.sort && shapeOf(other.text) === shapeOf(answer.text);
}

const GENDERED =
  /\b(?:he|she|his|her|him|himself|herself|sister|brother|wife|husband|mother|father|king|queen|daughter|son|actress|actor|widow|princess|prince|woman|man|duchess|duke|empress|emperor|nun|monk|lady|girl|boy)\b/i;

/** Nobody takes a man for somebody's sister. */
function isOfOneGender(answer: PooledTarget, other: PooledTarget, material: Material): boolean {
  const [own, its] = [answer, other].map(({ text }) => material.genderOf(text.split(' ')));
  return own === undefined || its === undefined || own === its;
}

/** Long names of no known kind are mistaken for each other only where they keep the same company: no circuit of courts beside a camp. */
function isOfOneWorld(answer: PooledTarget, other: PooledTarget, material: Material): boolean {
  if (answer.kind !== 'name' || answer.words < 2 || material.sentences < MANY) return true;
  return material.kinship(answer.text.toLowerCase(), other.text.toLowerCase()) >= LEAST_KINSHIP;
}

/** With fewer sentences there is little company to keep. */
const MANY = 60;

/** Years within which people, places and events are mistaken for each other. */
const ONE_AGE = 150;

const shapeOf = (text: string) =>
  /^[\p{Lu}\d.&-]+$/u.test(text) ? 'initials' : /\d/.test(text) ? 'numbered' : (ENDING.exec(text)?.[0] ?? '');

const ENDING = /(?:ism|ics?|ian|ish|ese|ology)$/;

/** Of one length, and from passages near by, which speak of the same field. */
function distance(answer: PooledTarget, other: PooledTarget, material: Material): number {
  return (
    2 * Math.abs(other.words - answer.words) +
    Math.min(3, Math.abs(other.passage - answer.passage) / 4) -
    (answer.kind === 'name' ? 8 * material.kinship(answer.text.toLowerCase(), other.text.toLowerCase()) : 0)
  );
}

/** Below this two terms hardly share a field. */
const LEAST_KINSHIP = 0.06;
/** The seed picks among so many. */
const NEAREST = 9;

/** Terms of one field and class are mistaken for each other; others are seen through, and what is above or beneath is right too. */
function kin(
  answer: PooledTarget,
  others: readonly PooledTarget[],
  material: Material,
  random: () => number,
  field: 'same' | 'any',
): string[] {
  const least = field === 'same' ? LEAST_KINSHIP : 0;
  const isStrange = !material.thesaurus.knows(answer.lemma);
  const near = others
    .filter((other) => !sharesWord(answer.text, other.text, 'term') && !material.genera.areRelated(answer.lemma, other.lemma))
    .map((other) => ({
      ...other,
      fits: other.plural || material.pool.isUsedAs(answer, other),
      kinship: material.kinship(answer.lemma, other.lemma),
    }))
    .map((other) => ({ ...other, nearness: material.thesaurus.nearness(answer.lemma, other.lemma) }))
    .filter(({ text, lemma, kinship, nearness }) => {
      const relation = material.thesaurus.relation(answer.lemma, lemma);
      if (relation === 'same') return false;
      if (relation === 'unknown')
        return kinship >= least && !material.thesaurus.knows(answer.lemma) && isAbstract(text) === isAbstract(answer.text);
      return field === 'same' ? kinship >= least && (relation === 'akin' || nearness >= NEAR) : relation === 'akin' || nearness >= FAR;
    })
    .map(({ text, lemma, words, fits, kinship, nearness }) => ({
      text,
      words,
      rank:
        kinship +
        NEARNESS_COUNTS * nearness +
        (words === answer.words ? LENGTH_COUNTS : 0) -
        (fits ? 0 : ARTICLE_COUNTS) -
        (isStrange !== !material.thesaurus.knows(lemma) ? STRANGENESS_COUNTS : 0),
    }))
    .filter(({ rank }) => field === 'any' || rank >= LEAST_RANK)
    .toSorted((a, b) => b.rank - a.rank);
  // among enough of its length none of another is needed
  const even = near.filter(({ words }) => words === answer.words);
  const fitting = (even.length >= EVEN ? even : near).map(({ text }) => text);
  return [...shuffled(fitting.slice(0, NEAREST), random), ...fitting.slice(NEAREST, 40)];
}

/** As a spore is to a gamete, though the lexicographers class them apart; and as things of the same world at least. */
const NEAR = 0.6;
const FAR = 0.35;
const NEARNESS_COUNTS = 0.5;
/** Beside everyday words the word that no dictionary has is seen to be the answer. */
const STRANGENESS_COUNTS = 0.3;
/** `is report` is seen to be no answer. */
const ARTICLE_COUNTS = 0.2;
/** Some of them share a word with the question. */
const EVEN = 5;
/** The only term of two words among single ones is seen through. */
const LENGTH_COUNTS = 0.15;
/** Of one class alone, or of one field alone, is not enough. */
const LEAST_RANK = 0.4;

/** By the ending of its last word: no learner takes a knife for a state of things. */
const isAbstract = (text: string) =>
  /(?:tion|sion|ment|ity|ness|ism|ance|ence|ship|hood|ery|cy|dom|ing|age|ure|th|ics|ology)s?$/.test(text);

const startsWithVowel = (text: string) => /^[aeiou]/i.test(text);

/** `the western end of the route, the _____` after `In Wesel`: an answer that shares a word with its question is seen in it. */
export function isSeenIn(stem: string, answer: PooledTarget): boolean {
  if (/^(?:year|date|century|percent|money|count)$/.test(answer.kind)) return false;
  // "DataStructure"
  const compound = wordsOf(answer.text).join('');
  if (answer.words > 1 && stem.toLowerCase().includes(compound)) return true;
  const shown = new Set(wordsOf(stem).map(stemOf));
  return wordsOf(answer.text).some((word) => word.length > 3 && shown.has(stemOf(word)));
}

/** `Eisenhower` is also right where `Dwight Eisenhower` is. */
function sharesWord(a: string, b: string, kind: string): boolean {
  if (answerKey(a) === answerKey(b)) return true;
  // "SunSpider" and "Sun-Spider"
  if (lettersOf(a) === lettersOf(b)) return true;
  if (/^(?:year|date|century|percent|money|count)$/.test(kind)) return false;
  const [first, second] = [new Set(wordsOf(a).map(stemOf)), wordsOf(b).map(stemOf)];
  return second.some((word) => word.length > 3 && first.has(word)) || (kind === 'term' && headOf(a) === headOf(b));
}

// "page" and "pages" are one
const stemOf = (word: string) => word.replace(/(?:es|s|e)$/, '').replace(/(?:ed|ing|al|ic|ian|an|ese|ish)$/, '');
const lettersOf = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
const headOf = (text: string) => stemOf(wordsOf(text).at(-1) ?? '');
