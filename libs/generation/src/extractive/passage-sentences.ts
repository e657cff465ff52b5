import type { Span } from '@lectern/platform';
import { cleanText } from '../clean-text';
import type { EvidencePassage } from '../question-model';
import { sentenceFault, type SentenceFault } from '../sentence-rules';
import { LIST_MARK, sentencesOf } from '../sentences';

/** A sentence of a passage as a learner may see it. */
export interface PassageSentence {
  /** Its place among the sentences of its passage. */
  readonly position: number;
  /** In the document's text. */
  readonly span: Span;
  readonly text: string;
  /** Why it carries no question. */
  readonly fault: SentenceFault | undefined;
  /** Spoken to the reader, or an item of a list without its full stop: to be asked about where there is nothing better. */
  readonly lesser: boolean;
  /** No full stop tells that it is whole. */
  readonly item: boolean;
  /** It stands behind a label, or the term of a glossary. */
  readonly labelled: boolean;
}

/**
 * Sentences as they stand; what stands behind a label (`Remark: ...`) or the mark of a list is one too, if it is whole by itself.
 * @param opensInside whether the passage begins in the middle of a sentence
 */
export function sentencesIn({ text, start }: Pick<EvidencePassage, 'text' | 'start'>, opensInside = false): PassageSentence[] {
  return sentencesOf(text).map((span, position) => {
    const one = position === 0 && opensInside ? { ...asItStands(text, span), fault: 'incomplete' as const } : read(text, span);
    return { ...one, position, span: { start: start + one.span.start, end: start + one.span.end } };
  });
}

/** Passages whose neighbour, if it is there too, breaks off in a sentence: long paragraphs are cut between any two words. */
export function openInside(passages: readonly EvidencePassage[]): ReadonlySet<EvidencePassage> {
  const brokenOff = new Set(
    passages.filter(({ text }) => !/[.!?:。！？।॥]["”’»)\]]*\s*$/u.test(text)).map((passage) => placeOf(passage, passage.text.length + 1)),
  );
  return new Set(passages.filter((passage) => brokenOff.has(placeOf(passage, 0))));
}

const placeOf = ({ documentId, start }: EvidencePassage, offset: number) => `${documentId} ${start + offset}`;

type Read = Omit<PassageSentence, 'position'>;

function read(text: string, span: Span): Read {
  const whole = asItStands(text, span);
  if (whole.fault === 'personal' && OF_ANYBODY.test(whole.text) && !sentenceFault(ofAnybody(whole.text)))
    return { ...whole, fault: undefined, lesser: true };
  if (whole.fault !== 'incomplete' && whole.fault !== 'not_prose') return whole;
  return behindLabel(text, span) ?? asItem(text, span) ?? whole;
}

function asItStands(text: string, span: Span): Read {
  const shown = withoutLinks(withoutNotes(cleanText(text.slice(span.start, span.end))));
  return { span, text: shown, fault: sentenceFault(shown), lesser: false, item: false, labelled: false };
}

/** `You can use the program`, `If you leave it out`: of whoever uses it, and neither what the text just did nor a form that is filled in. */
const OF_ANYBODY = /^(?!.*\b[Yy]ours?\b).*(?:\b[Yy]ou (?:can|could|may|might|need|want)\b|\b(?:[Ii]f|[Ww]hen) you\b)/su;

/** A manual says "you" to whoever reads it: that is understood without the page. */
const ofAnybody = (text: string) => text.replace(/\b[Yy]ours?\b/gu, 'the').replace(/\b[Yy]ou\b/gu, 'Users');

/** Up to seven words before a colon or a dash. */
const LABEL = /^(?:[\p{L}\p{N}’'()./-]+\s){0,6}[\p{L}\p{N}’'()./-]+\s?(?::|\s[–—])\s+(?=\p{Lu})/u;
/** What follows them speaks of what stands beside. */
const POINTS_ELSEWHERE =
  /\b(?:examples?|e\.g|fig(?:ure)?|table|listing|exercise|problem|solution|question|answer|case|step|source|quote|see|[qa])\b/iu;

function behindLabel(text: string, span: Span): Read | undefined {
  const from = behind(text, span, LIST_MARK);
  const label = LABEL.exec(text.slice(from, span.end))?.[0];
  if (label === undefined || POINTS_ELSEWHERE.test(label)) return undefined;
  const rest = asItStands(text, { start: from + label.length, end: span.end });
  // of a glossary it may be no sentence
  return rest.fault ? undefined : { ...rest, labelled: true };
}

const LEAST_WORDS = 6;
/** `on a single line of`: it goes on somewhere else. */
const UNFINISHED = /(?:[.!?:;,(–—-]|\b(?:of|in|on|at|to|for|by|with|from|and|or|the|an?|is|are|was|were|that|which|as|than|not))$/iu;

function asItem(text: string, span: Span): Read | undefined {
  const from = behind(text, span, LIST_MARK);
  const marked = from > span.start;
  const before = text.slice(0, span.start);
  // a line among lines may be the rest of the one above it
  if (!marked && !/(?:^|[.!?:]|\n\s*\n)\s*$/u.test(before)) return undefined;
  if (/^\s*\p{Ll}/u.test(text.slice(span.end))) return undefined;
  const item = asItStands(text, { start: from, end: span.end });
  if (UNFINISHED.test(item.text) || item.text.split(' ').length < LEAST_WORDS || sentenceFault(`${item.text}.`)) return undefined;
  return { ...item, fault: undefined, lesser: true, item: true };
}

function behind(text: string, { start, end }: Span, what: RegExp): number {
  return start + (what.exec(text.slice(start, end))?.[0].length ?? 0);
}

/** `the kernel (https://www.kernel.org)`: an address in brackets, broken over lines or not. */
const withoutLinks = (text: string) => text.replace(/\s?[([](?:see\s)?(?:https?:|www\.)[^()[\]]{3,300}[)\]]/giu, '');

/** Numbers of footnotes, which stand glued to a mark: `of his day.3`, `copyright,7 and`, `oxygen.[b]`, and of editors: `in 2009;[citation needed]`. */
function withoutNotes(text: string): string {
  return text
    .replace(/(?<=[.,;!?][”"’)]*)(?:\[\w{1,3}\])+/gu, '')
    .replace(/^\d{1,3}(?=\p{Lu}\p{Ll})/u, '')
    .replace(/\[(?:\p{Ll}+ )*(?:needed|citation|who|when|which|where|why|how|dubious|unclear|sic)(?: \p{Ll}+)*\?*\]/gu, '')
    .replace(/(?<=[\p{L}\p{M}]{2}[”"’)]*[.,;!?][”"’)]*)\d{1,3}(?=\s|$)/gu, '');
}
