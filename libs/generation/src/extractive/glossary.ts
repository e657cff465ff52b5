import { type Span, shuffled } from '@lectern/platform';
import { cleanText } from '../clean-text';
import { addressesModel, isReference } from '../sentence-rules';
import { LIST_MARK, sentencesOf } from '../sentences';
import { containsWords, wordsOf } from '../words';
import type { Draft } from './draft';
import type { Tagger, Token } from './tagger';

/** `hashable: A type that has a hash function.` */
export interface GlossaryEntry {
  readonly term: string;
  readonly meaning: string;
  readonly passage: number;
  /** In its passage. */
  readonly span: Span;
}

/** `hashable: A type ...`, after whatever sentence or line. */
const ENTRY = /(?<=^|\n\s*|[.?!]\s+)(\p{L}[\p{L} -]{2,32}):\s+((?:An?|The|To|Any|One)\s[^:{}<>$=]{20,240}?\.)(?=\s|$)/gu;
/** `◾ Stakeholder – person or organisation that a system affects`: a line of a slide or of notes. */
const LINE = /^(\p{L}[\p{L} ’'/-]{1,36}?)(?:\s*[:→]|\s[–—-])\s+(\p{L}[^:{}<>|$=→]{20,240})$/u;
/** What a colon follows that is no term. */
const NO_TERM =
  /\b(?:notes?|remarks?|examples?|hints?|tips?|warnings?|important|answers?|questions?|problem|solution|sources?|figure|table|step|part|chapter|section|summary|goals?|aims?|objectives?|tasks?|result|date|name|title|author|address|phone|email|page|version|who|what|where|when|why|how)\b/iu;
/** With fewer a colon is more likely to follow a heading. */
const LEAST_ENTRIES = 5;

/** @param tag tells whether what follows a term is a phrase or says something about something else */
export function glossaryEntries(passages: readonly { readonly text: string }[], tag: Tagger): GlossaryEntry[] {
  const entries = passages.flatMap(({ text }, passage) => [
    ...Array.from(text.matchAll(ENTRY), (match) => ({
      term: cleanText(match[1] as string),
      meaning: cleanText(match[2] as string),
      passage,
      span: { start: match.index, end: match.index + match[0].length },
    })),
    ...linesOf(text, passage, tag),
  ]);
  const distinct = [...new Map(entries.toReversed().map((entry) => [entry.term.toLowerCase(), entry])).values()]
    .toReversed()
    .filter(isClear);
  return distinct.length < LEAST_ENTRIES ? [] : distinct;
}

function linesOf(text: string, passage: number, tag: Tagger): GlossaryEntry[] {
  return sentencesOf(text).flatMap(({ start, end }) => {
    const from = start + (LIST_MARK.exec(text.slice(start, end))?.[0].length ?? 0);
    const [, term, meaning] = LINE.exec(cleanText(text.slice(from, end))) ?? [];
    if (!term || !meaning || NO_TERM.test(term) || /\.{2}/.test(meaning) || !isTerm(tag(term)) || !isPhrase(tag(meaning))) return [];
    return [{ term, meaning, passage, span: { start: from, end } }];
  });
}

/** `Use case`, and neither `Let’s check this` nor `From Wikipedia`. */
const isTerm = (tokens: readonly Token[]) =>
  tokens.every(({ pos, text }) => /^(?:NOUN|PROPN|ADJ)$/.test(pos) || /^[-’'/]$/.test(text)) && /^(?:NOUN|PROPN)$/.test(tokens.at(-1)!.pos);

/** `a list of the functions that were running`: whatever is finite in it belongs to a relative clause. */
function isPhrase(tokens: readonly Token[]): boolean {
  if (!/^(?:DET|NOUN|ADJ|PROPN|NUM)$/.test(tokens[0]?.pos ?? '') || tokens.filter(({ text }) => /^\p{L}+$/u.test(text)).length < 4)
    return false;
  const relative = tokens.findIndex(({ lower }) => /^(?:that|which|who|whose|whom|where|when|if|as|how|what)$/.test(lower));
  const finite = tokens.findIndex(({ pos, lower }, i) => pos === 'AUX' || (pos === 'VERB' && isFiniteForm(lower, tokens[i + 1])));
  return finite < 0 || (relative > 0 && relative < finite);
}

const isFiniteForm = (word: string, next: Token | undefined) => !/(?:ing|ed|en)$/.test(word) && next?.lower !== 'by';

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
  const stem = `Which term means “${asPhrase(meaning)}”?`;
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
  const base = { sentence, asks: 'definition', score: 0.9, tier: 'good' } as const;
  return [
    { ...base, type: 'short_answer', write: () => written },
    { ...base, type: 'multiple_choice', write: choice },
  ];
}

/** `A list.` as it stands inside a sentence; `DNA` keeps its capitals. */
const asPhrase = (meaning: string) =>
  (/^\p{Lu}\p{Lu}/u.test(meaning) ? meaning : meaning.charAt(0).toLowerCase() + meaning.slice(1)).replace(/[.;,]$/, '');

const isVerb = ({ meaning }: GlossaryEntry) => /^To\b/.test(meaning);

const sharesWord = (a: string, b: string) => wordsOf(a).some((word) => wordsOf(b).includes(word));
