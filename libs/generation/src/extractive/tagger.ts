import { setImmediate } from 'node:timers/promises';
import type { Document, ItemToken } from 'wink-nlp';

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
    return joinCompounds(tokens);
  };
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
