import { wordsOf } from '../words';
import type { Material } from './material';
import type { SourceSentence } from './source-sentence';
import type { Token } from './tagger';
import type { PooledTarget, Use } from './target-pool';
import { attributiveNames, targetsOf, type Target, type TargetKind } from './targets';
import { SenseClass } from './thesaurus';

/** The targets of a sentence that are worth asking for, with what makes them fit as wrong options for others. */
export function pooledTargets(sentence: SourceSentence, material: Material): PooledTarget[] {
  const whole = targetsOf(sentence.statement, material).filter(
    (target) =>
      (target.kind !== 'term' || !isPartOfTerm(target, sentence, material)) &&
      // "Document" heads a section of a manual, "document" is the word
      (target.kind !== 'name' || target.end - target.start > 1 || !material.isCommonWord(target.text)),
  );
  return whole.map((target) => pooled(target, sentence, material));
}

/** What is no answer of the sentence, but fits as a wrong option for others: never where it begins the sentence, and may be a word. */
export function pooledNames(sentence: SourceSentence, material: Material): PooledTarget[] {
  return (
    attributiveNames(sentence.statement, material)
      .filter(({ start, end, text }) => start > 0 && (end - start > 1 || !material.isCommonWord(text)))
      // the article is that of what it stands before
      .map((target) => ({ ...pooled(target, sentence, material), articled: false }))
  );
}

function pooled(target: Target, sentence: SourceSentence, material: Material): PooledTarget {
  const year = yearOf(sentence.statement);
  const last = sentence.statement[target.end - 1] as Token;
  return {
    ...target,
    kind: isRange(target, last, material) ? 'place' : placed(target, sentence),
    passage: sentence.passage,
    lemma: sentence.statement
      .slice(target.start, target.end)
      .map((token) => token.lemma)
      .join(' '),
    words: wordsOf(target.text).length,
    sort: target.kind === 'term' ? target.text.slice(-3) : material.sortOf(target.text),
    articled: sentence.statement[target.start - 1]?.lower === 'the',
    use: useOf(target, sentence.statement),
    ...(year !== undefined && { year }),
    plural: isPlural(last),
    people: target.kind === 'term' && material.thesaurus.isOnly(last.lemma, SenseClass.person),
  };
}

function useOf({ start }: Target, statement: readonly Token[]): Use {
  const before = statement[start - 1];
  if (/^an?$/.test(before?.lower ?? '')) return 'counted';
  return /^(?:DET|NUM|PART)$/.test(before?.pos ?? '') || /^(?:its|their|his|her|our|your|my|['’]s?)$/.test(before?.lower ?? '')
    ? 'other'
    : 'bare';
}

/** `the Alps` are nobody. */
const isRange = ({ kind, text }: Target, last: Token, { thesaurus }: Material) =>
  kind === 'name' && isPlural(last) && thesaurus.isOf(text, PLACES);

const PLACES = [SenseClass.location, SenseClass.object];

/** `the settlement of St. Augustine`: called after a person, and a place. */
function placed({ kind, start }: Target, { statement }: SourceSentence): TargetKind {
  const [what, of] = statement.slice(Math.max(0, start - 2), start);
  const isPlace =
    of?.lower === 'of' &&
    /^(?:settlement|city|town|village|port|island|county|state|province|district|colony|parish|region|suburb|capital)$/.test(
      what?.lower ?? '',
    );
  return isPlace && (kind === 'person' || kind === 'name') ? 'place' : kind;
}

/** `reticula` too, by its lemma. */
function isPlural({ lower, lemma, pos }: Token): boolean {
  return (/s$/.test(lower) && !/(?:ss|us|is|ics)$/.test(lower)) || (pos === 'NOUN' && /[ai]$/.test(lower) && lemma !== lower);
}

/** `in AD 14`, `of 1869`. */
function yearOf(tokens: readonly Token[]): number | undefined {
  const at = tokens.findIndex(({ text }, i) => /^(?:1\d|20)\d\d$/.test(text) || (/^\d{1,3}$/.test(text) && tokens[i - 1]?.text === 'AD'));
  return at < 0 ? undefined : Number(tokens[at]!.text);
}

/** `directory` in `the directory stack`, where other sentences tell that the two are one term. */
function isPartOfTerm({ start, end }: Target, { statement }: SourceSentence, material: Material): boolean {
  const phrase = (from: number, to: number) =>
    statement
      .slice(from, to)
      .map((token) => token.lemma)
      .join(' ');
  return (
    (end < statement.length && material.frequency(phrase(start, end + 1)) > 0) ||
    (start > 0 && material.frequency(phrase(start - 1, end)) > 0)
  );
}
