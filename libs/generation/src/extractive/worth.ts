import type { Asked } from './draft';
import type { Material } from './material';
import { RELATIONS } from './relations/relation';
import type { SourceSentence } from './source-sentence';
import type { Token } from './tagger';
import type { PooledTarget } from './target-pool';

/** How good an answer of this kind usually is: what readers remember a text for, before counts and single words. */
const WORTH: Readonly<Record<Asked['asks'], number>> = {
  reason: 0.34, means: 0.32, purpose: 0.32, consequence: 0.32, condition: 0.26, duration: 0.12, whereabouts: 0.2, complement: 0.22, object: 0.18, subject: 0.2, identity: 0.26, definition: 0.25, person: 0.2, event: 0.18, organisation: 0.16, place: 0.14, people: 0.12, year: 0.14, date: 0.1, century: 0.12, name: 0.08, percent: 0.08, money: 0.06, count: 0.06, term: 0.08,
}; // prettier-ignore

/** What one question adds: the worth of its answer, its form, and what is left in the stem to tell what it speaks of. */
export function worthOf(asked: Asked, sentence: SourceSentence, material: Material): number | undefined {
  const { target, form, asks, stem } = asked;
  const left = sentence.statement.filter((token, i) => !(target && i >= target.start && i < target.end) && stem.includes(token.text));
  const names = left.filter(
    (token, i) => (material.isName(token, i) && !MONTH.test(token.text)) || (token.pos === 'NUM' && /\d/.test(token.text)),
  ).length;
  const content = left.filter((token) => /^(?:NOUN|ADJ|VERB|PROPN|NUM)$/.test(token.pos)).length;
  if (asks === 'term' && target && isEveryday(target, sentence.statement, material)) return undefined;
  if (asks === 'term' && isListed(sentence.statement, target)) return undefined;
  // "annual tuition was _____": of whom, only the page says
  if (
    /^(?:year|date|century|money|percent)$/.test(asks) &&
    !left.some((token, i) => token.pos === 'PROPN' && material.isName(token, i) && !MONTH.test(token.text))
  )
    return undefined;
  // with nothing to hold on to a question has more than one right answer
  if (
    asks !== 'definition' &&
    !RELATIONS.has(asks) &&
    (names === 0 ? content < (asks === 'count' ? 9 : 6) : content < (asks === 'count' ? 5 : 3))
  )
    return undefined;
  const everywhere = target && material.frequency(target.text.toLowerCase()) > 0.12 * material.sentences ? 0.25 : 0;
  return (
    WORTH[asks] +
    (form === 'wh' ? 0.12 : 0) +
    0.04 * Math.min(3, names) +
    0.01 * Math.min(8, content) +
    placeOfBlank(asked) -
    (target && isGenus(target, sentence.statement) ? 0.15 : 0) +
    (asks === 'term' && target ? worthOfTerm(target, sentence.statement, material) : 0) -
    // "two" of anything is rarely what a text is remembered for
    (asks === 'count' && form === 'cloze' && /^(?:two|three|four)$/i.test(target?.text ?? '') ? 0.1 : 0) -
    everywhere -
    (isListed(sentence.statement, target) ? 0.2 : 0)
  );
}

/** `when the document is opened`, `By default,`: no term, and no answer that anybody would learn. */
function isEveryday({ words, start, end, lemma }: PooledTarget, tokens: readonly Token[], material: Material): boolean {
  if (words > 1) return false;
  // "a class of models that"
  if (
    /^(?:class|type|kind|form|group|set|family|sort|subset|collection|series)$/.test(tokens[start - 2]?.lower ?? '') &&
    tokens[start - 1]?.lower === 'of'
  )
    return true;
  if (start === 1 && tokens[0]?.pos === 'ADP' && tokens[end]?.text === ',') return true;
  // "in accordance with"
  if (tokens[start - 1]?.pos === 'ADP' && tokens[end]?.lower === 'with') return true;
  return material.thesaurus.polysemy(lemma) >= MANY_SENSES;
}

/** `set for October of 2002` says nothing of what was set. */
const MONTH = /^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/;

const MANY_SENSES = 3;

/**
 * Two words name a notion, and what the text returns to is what it is about. `the decision`, alone and definite, points to another
 * sentence; a word of many senses is an everyday one.
 */
function worthOfTerm({ words, start, end, lemma }: PooledTarget, tokens: readonly Token[], material: Material): number {
  const defined = start < 2 && tokens[end]?.pos === 'AUX' ? 0.08 : 0;
  const central = 0.02 * Math.min(4, Math.log2(Math.max(1, material.frequency(lemma))));
  if (words > 1) return 0.06 + central + defined;
  const everyday = 0.025 * Math.min(6, Math.max(0, material.thesaurus.polysemy(lemma) - 1));
  return central + defined - everyday - (tokens[start - 1]?.lower === 'the' ? 0.2 : 0.12);
}

/** One of `Dublin, Cork and Waterford`: the others would do as well. */
export function isListed(tokens: readonly Token[], target: PooledTarget | undefined): boolean {
  if (!target) return false;
  const [before, after] = [tokens[target.start - 1], tokens[target.end]];
  const alike = (token: Token | undefined) => token !== undefined && /^(?:PROPN|NOUN|ADJ|NUM)$/.test(token.pos);
  const joins = (token: Token | undefined) => /^(?:,|and|or|&)$/.test(token?.lower ?? '');
  // "his opponents, including Clay", "molecules such as sugars"
  const example =
    /^includ(?:e|es|ed|ing)$/.test(before?.lower ?? '') || (before?.lower === 'as' && tokens[target.start - 2]?.lower === 'such');
  return (
    example ||
    (joins(before) && target.start > 2 && alike(tokens[target.start - 2])) ||
    (/^(?:and|or)$/.test(before?.lower ?? '') &&
      tokens.slice(Math.max(0, target.start - 5), target.start).some(({ text }) => text === ',')) ||
    (/^(?:and|or|&)$/.test(after?.lower ?? '') && tokens[target.end + 1]?.pos === 'DET' && alike(tokens[target.end + 2])) ||
    (/^(?:and|or|&)$/.test(after?.lower ?? '') && alike(tokens[target.end + 1])) ||
    (after?.text === ',' && (joins(tokens[target.end + 2]) || opensList(tokens, target.end)))
  );
}

/** `of civil rights, access to citizenship, education and housing`: two commas more, and an `and`. */
function opensList(tokens: readonly Token[], comma: number): boolean {
  const rest = tokens.slice(comma + 1);
  const end = rest.findIndex((token) => token.pos === 'VERB' || token.pos === 'AUX' || token.pos === 'PRON');
  const list = end < 0 ? rest : rest.slice(0, end);
  return /^(?:NOUN|ADJ|PROPN)$/.test(list[0]?.pos ?? '') && list.some(({ text }) => text === ',') && list.some(({ lower }) => /^(?:and|or)$/.test(lower)); // prettier-ignore
}

/** `is a technique meant to`, `are functions that`: what kind of thing it is, which any word of that size would be. */
function isGenus({ kind, start, end, words }: PooledTarget, tokens: readonly Token[]): boolean {
  if (kind !== 'term' || words > 1 || !/^(?:VERB|ADP|PRON|SCONJ)$/.test(tokens[end]?.pos ?? '')) return false;
  const before = tokens[start - 1]?.pos === 'DET' ? tokens[start - 2] : tokens[start - 1];
  return before?.pos === 'AUX';
}

/** What is asked for should be clear before the blank is met. */
function placeOfBlank({ stem, form }: Asked): number {
  if (form === 'wh') return 0;
  const share = stem.indexOf('_____') / stem.length;
  return share > 0.5 ? 0.06 : share < 0.1 ? -0.06 : 0;
}
