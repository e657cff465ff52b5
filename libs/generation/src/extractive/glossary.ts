import type { Span } from '@lectern/platform';
import { cleanText } from '../clean-text';
import { addressesModel, isReference } from '../sentence-rules';
import { shuffled } from '../seeded-random';
import { containsWords, wordsOf } from '../words';
import type { Draft } from './draft';

/** `hashable: A type that has a hash function.` */
export interface GlossaryEntry {
  readonly term: string;
  readonly meaning: string;
  readonly passage: number;
  /** In its passage. */
  readonly span: Span;
}

const ENTRY = /(?<=^|\n\s*|[.?!]\s+)(\p{L}[\p{L} -]{2,32}):\s+((?:An?|The|To|Any|One)\s[^:{}<>$=]{20,240}?\.)(?=\s|$)/gu;
/** With fewer a colon is more likely to follow a heading. */
const LEAST_ENTRIES = 5;

export function glossaryEntries(passages: readonly { readonly text: string }[]): GlossaryEntry[] {
  const entries = passages.flatMap(({ text }, passage) =>
    Array.from(text.matchAll(ENTRY), (match) => ({
      term: cleanText(match[1] as string),
      meaning: cleanText(match[2] as string),
      passage,
      span: { start: match.index, end: match.index + match[0].length },
    })),
  );
  const distinct = [...new Map(entries.map((entry) => [entry.term.toLowerCase(), entry])).values()].filter(isClear);
  return distinct.length < LEAST_ENTRIES ? [] : distinct;
}

function isClear({ term, meaning }: GlossaryEntry): boolean {
  const words = wordsOf(term);
  return (
    words.length < 5 &&
    !words.some((word) => word.length > 3 && wordsOf(meaning).some((other) => other.startsWith(word.slice(0, 4)))) &&
    !/\p{Ll}{3,}\.\s/u.test(meaning) &&
    !isReference(meaning) &&
    !addressesModel(meaning)
  );
}

/** Asks for the term that a meaning belongs to; the other terms of the glossary are of its field. */
export function glossaryDrafts(
  entry: GlossaryEntry,
  all: readonly GlossaryEntry[],
  source: { readonly start: number; readonly index: number },
  random: () => number,
): Draft[] {
  const { term, meaning, span } = entry;
  const text = `${term}: ${meaning}`;
  const sentence = {
    passage: source.index,
    position: 1,
    span: { start: source.start + span.start, end: source.start + span.end },
    text,
    statement: [],
    prose: 1,
  };
  const stem = `Which term means “${meaning.charAt(0).toLowerCase()}${meaning.slice(1, -1)}”?`;
  const written = { stem, answer: term, explanation: `The source says: “${text}”`, bloomLevel: 'understand' as const };
  const choice = () => {
    // what begins with "To" means a verb
    const others = all
      .filter((other) => isVerb(other) === isVerb(entry))
      .map((other) => other.term)
      .filter((other) => other !== term && !sharesWord(other, term) && !containsWords(text, other));
    const wrong = shuffled(others, random)
      .toSorted((a, b) => Math.abs(wordsOf(a).length - wordsOf(term).length) - Math.abs(wordsOf(b).length - wordsOf(term).length))
      .slice(0, 3);
    return wrong.length < 3 ? undefined : { ...written, options: shuffled([term, ...wrong], random) };
  };
  const base = { sentence, asks: 'definition' as const, score: 0.9, weak: false };
  return [
    { ...base, type: 'short_answer', write: () => written },
    { ...base, type: 'multiple_choice', write: choice },
  ];
}

const isVerb = ({ meaning }: GlossaryEntry) => /^To\b/.test(meaning);

const sharesWord = (a: string, b: string) => wordsOf(a).some((word) => wordsOf(b).includes(word));
