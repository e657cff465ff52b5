import { beforePreposition, nominalEnd } from '../phrases';
import { render, type Token } from '../tagger';

/** A noun phrase, as a wrong answer to what is asked about another. */
export interface Thing {
  readonly text: string;
  /** Of its head, as the lexicon has it. */
  readonly head: string;
}

const LEAST_WORDS = 2;
const MOST_WORDS = 6;

/** The noun phrases of a sentence, of two words or more, that need no other sentence. */
export function thingsIn(statement: readonly Token[]): Thing[] {
  const things: Thing[] = [];
  for (let i = 1; i < statement.length; i++) {
    const end = nominalEnd(statement, i);
    if (end === i) continue;
    const phrase = statement.slice(i, end);
    const head = headOf(phrase);
    if (head && phrase.length >= LEAST_WORDS && phrase.length <= MOST_WORDS && isOneThing(phrase))
      things.push({ text: render(phrase), head });
    i = end;
  }
  return things;
}

const isOneThing = (phrase: readonly Token[]) =>
  /^(?:NOUN|PROPN)$/.test(phrase.at(-1)!.pos) &&
  new Set(phrase.filter(({ pos }) => pos === 'NOUN' || pos === 'PROPN').map(({ text }) => /^\p{Lu}/u.test(text))).size === 1 &&
  !phrase.slice(1).some(({ pos }) => pos === 'DET') &&
  !phrase.some(
    ({ pos, lower, text }) =>
      pos === 'PRON' || pos === 'NUM' || LOOSE.test(lower) || /^["“”]$/.test(text) || /^(?:and|or|to|in|for)$/.test(lower),
  );

const LOOSE =
  /^(?:this|that|these|those|such|its|their|his|her|other|another|others|same|some|many|several|few|most|more|each|all|both|any|no|first|second|last|former|latter|own|example|part|number|kind|type|way|time|year|result|what|which|how|whose|resulting|following|new|present|current|certain|various)s?$/;

/** The last noun before `of`. */
export function headOf(phrase: readonly Token[]): string | undefined {
  return beforePreposition(phrase).findLast(({ pos }) => pos === 'NOUN' || pos === 'PROPN')?.lemma;
}
