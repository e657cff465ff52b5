import type { Token } from './tagger';

const NOMINAL_PARTS = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM']);

const LINKS = new Set(['of', "'s", '’s', 'and', '&', "'", 'in', 'for', 'to']);

const VERBAL_PARTS = new Set(['AUX', 'VERB']);

export const isNominal = (token: Token | undefined) => NOMINAL_PARTS.has(token?.pos ?? '');

export const isVerbal = (token: Token | undefined) => VERBAL_PARTS.has(token?.pos ?? '');

/** Words that carry meaning. */
export const contentOf = (tokens: readonly Token[]): Token[] => tokens.filter(({ pos }) => CONTENT.has(pos));

const CONTENT = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM', 'VERB']);

/** What names a thing, and what describes it. */
export const nominalsOf = (tokens: readonly Token[]): Token[] => tokens.filter(({ pos }) => /^(?:NOUN|PROPN|ADJ)$/.test(pos));

/** `the end of the war` → `the end` */
export function beforePreposition(phrase: readonly Token[]): readonly Token[] {
  const at = phrase.findIndex(({ pos }, i) => i > 0 && pos === 'ADP');
  return at < 0 ? phrase : phrase.slice(0, at);
}

/** Where the noun phrase that begins at `from` ends; `from` itself where there is none, or a too long one. */
export function nominalEnd(tokens: readonly Token[], from: number): number {
  let i = from;
  while (i < tokens.length) {
    const token = tokens[i] as Token;
    const link = LINKS.has(token.lower) && i > from && isNominal(tokens[i + 1]);
    // "the newly separated networks"
    const graded = token.pos === 'ADV' && tokens[i - 1]?.pos === 'DET' && i > from && /^(?:ADJ|NOUN)$/.test(tokens[i + 1]?.pos ?? '');
    if (!isNominal(token) && !link && !graded) break;
    i++;
  }
  return i - from > 14 ? from : i;
}
