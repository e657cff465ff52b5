import { setImmediate } from 'node:timers/promises';
import type { Document, ItemToken } from 'wink-nlp';
import { loadThesaurus, type Thesaurus } from './thesaurus';

export interface Token {
  readonly text: string;
  readonly lower: string;
  readonly lemma: string;
  /** Universal part of speech. */
  readonly pos: string;
  /** Whether white space stands before it. */
  readonly space: boolean;
}

export type Tagger = (text: string) => Token[];

let loading: Promise<Tagger> | undefined;

/** The English tagger; the model is read once, on first use (0.2 s, 70 MB), so that processes that never ask do not pay. */
export function loadTagger(): Promise<Tagger> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Tagger> {
  const thesaurus = await loadThesaurus();
  const { default: winkNLP } = await import('wink-nlp');
  const { default: model } = await import('wink-eng-lite-web-model');
  // the two steps take 0.1 s each
  await setImmediate();
  const nlp = winkNLP(model, ['sbd', 'pos']);
  const { its } = nlp;
  // the package's types do not know that the English model brings the lemmatiser along
  const lemma = its.lemma as unknown as typeof its.normal;
  return (text) => {
    const document: Document = nlp.readDoc(text);
    const tokens: Token[] = [];
    document.tokens().each((item: ItemToken) => {
      const word = item.out();
      tokens.push({
        text: word,
        lower: word.toLowerCase(),
        // the model has none for "cannot"
        lemma: ((item.out(lemma) as string | undefined) ?? word).toLowerCase(),
        pos: item.out(its.pos),
        space: item.out(its.precedingSpaces) !== '',
      });
    });
    return withVerb(withParticiples(joinCompounds(tokens)), thesaurus);
  };
}

/** `the imported oil`, `of imported oil`: a participle before a noun says what kind. */
function withParticiples(tokens: Token[]): Token[] {
  return tokens.map((token, i) => {
    if (token.pos !== 'VERB' || !/\p{Ll}{2}(?:ed|ing)$/u.test(token.lower)) return token;
    const [before, after] = [tokens[i - 1], tokens[i + 1]];
    const owned = before?.pos === 'DET' || before?.pos === 'ADJ' || /^['’]s$/.test(before?.text ?? '');
    const attributes = owned || (before?.pos === 'ADP' && /ed$/.test(token.lower));
    const describes = after?.pos === 'NOUN' || (owned && after?.pos === 'ADJ') || (before?.pos === 'DET' && after?.pos === 'PROPN');
    return attributes && describes ? { ...token, pos: 'ADJ' } : token;
  });
}

/**
 * The tagger takes many a verb for a noun (`cells release enzymes`, `the river flows`). Where a sentence would have no verb at all, the
 * first word behind its subject that has the form of one is it.
 */
function withVerb(tokens: Token[], thesaurus: Thesaurus): Token[] {
  const found = tokens.findIndex(
    ({ lower }, i) => i > 0 && /^(?:to|that|which|who|whom|whose|when|while|where|because|if|as|although|[,;:])$/.test(lower),
  );
  const main = found < 0 ? tokens : tokens.slice(0, found);
  if (main.some(({ pos }) => pos === 'VERB' || pos === 'AUX') || !/^[.!]$/.test(tokens.at(-1)?.text ?? '')) return tokens;
  // "Near the lake, the river": what stands before a comma may be no clause
  const from = tokens[main.length]?.text === ',' && /^(?:ADP|SCONJ|ADV)$/.test(tokens[0]!.pos) ? main.length : 0;
  if (from > 0 && tokens.some(({ pos }) => pos === 'VERB' || pos === 'AUX')) return tokens;
  const until = from > 0 ? tokens.length : main.length;
  const at = tokens.findIndex((token, i) => i > from && i < until && isVerbTakenForNoun(tokens, i) && token.text === token.lower);
  const base = at < 0 ? undefined : baseOf(tokens[at]!, thesaurus);
  if (base === undefined) return tokens;
  return tokens.map((token, i) => (i === at ? { ...token, pos: 'VERB', lemma: base } : token));
}

/** `harass` of `harassed`; undefined where none of what it may be of is known as a verb. */
function baseOf({ lower, lemma }: Token, thesaurus: Thesaurus): string | undefined {
  if (!/ed$/.test(lower)) return thesaurus.isVerb(lemma) ? lemma : undefined;
  const stem = lower.slice(0, -2);
  return [stem, `${stem}e`, stem.slice(0, -1)].find((word) => thesaurus.isVerb(word));
}

/** Behind a noun: `cells | release | enzymes`, `the river | flows | through`, `forces | harassed | the fort`. */
function isVerbTakenForNoun(tokens: readonly Token[], i: number): boolean {
  const [before, { lower, pos }, after] = [tokens[i - 1], tokens[i]!, tokens[i + 1]];
  if (!/^(?:NOUN|PROPN)$/.test(before?.pos ?? '') || !/^(?:NOUN|ADJ)$/.test(pos) || !after) return false;
  const goesOn = /^(?:DET|ADP|NUM|PROPN|ADV|PRON)$/.test(after.pos);
  const plural = /[^s]s$/.test(before!.lower) && before!.pos === 'NOUN';
  if (/ed$/.test(lower)) return goesOn && after.lower !== 'by';
  if (pos === 'ADJ') return false;
  return plural ? !/s$/.test(lower) && (goesOn || /^(?:ADJ|NOUN)$/.test(after.pos)) : /[^s]s$/.test(lower) && goesOn;
}

const JOINER = /^[-–/&]$/;

/** `four`, `-`, `way` is one word to a reader, and so are `1869–1909` and `U.S`. */
function joinCompounds(tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    const before = joined.at(-1);
    const after = tokens[i + 1];
    if (
      before &&
      after &&
      JOINER.test(token.text) &&
      !token.space &&
      !after.space &&
      /[\p{L}\p{N}]$/u.test(before.text) &&
      /^[\p{L}\p{N}$£€]/u.test(after.text)
    ) {
      joined[joined.length - 1] = merged(before, token, after);
      i++;
    } else joined.push(token);
  }
  return joined;
}

function merged(before: Token, joiner: Token, after: Token): Token {
  const text = before.text + joiner.text + after.text;
  const named = /^\p{Lu}/u.test(before.text) && /^\p{Lu}/u.test(after.text);
  return { text, lower: text.toLowerCase(), lemma: text.toLowerCase(), pos: named ? 'PROPN' : after.pos, space: before.space };
}

/** The text of tokens, spaced as they were. */
export function render(tokens: readonly Token[]): string {
  return tokens.map((token, i) => (token.space && i > 0 ? ` ${token.text}` : token.text)).join('');
}
