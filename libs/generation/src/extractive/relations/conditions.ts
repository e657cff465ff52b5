import { clauseOf } from '../clause';
import type { Asked } from '../draft';
import { lowerFirst } from '../inversion';
import { contentOf, isVerbal, nominalEnd } from '../phrases';
import { isPassive } from '../question-text';
import type { Token } from '../tagger';
import { askedOf, mainVerb, relation, type KnownWords, type Told } from './relation';

const WORDS = new Map([
  ['when', 'when'],
  ['whenever', 'when'],
  ['until', 'until when'],
  ['if', 'under what condition'],
  ['unless', 'under what condition'],
]);

/** `occurs when ...` asks when. */
export function conditionOf(told: Told): Asked | undefined {
  const { rest, front } = told.clause;
  const at = rest.findIndex(({ lower }) => WORDS.has(lower));
  if (at < 0 || (at === 0 && mainVerb(told.clause) === undefined)) return undefined;
  const [kept, given] = [rest.slice(0, at), rest.slice(at)];
  if (!given.some((token, i) => i > 1 && isVerbal(token) && !/ing$/.test(token.lower))) return undefined;
  if (
    /^(?:even|only|and|or|but|except|as|than)$/.test(kept.at(-1)?.lower ?? '') ||
    kept.some(({ lower }) => /^(?:that|which|who)$/.test(lower))
  )
    return undefined;
  // "began in October 1973 when": that is when
  if ([...front, ...kept].some(({ text }) => /^(?:1\d|20)\d\d$/.test(text))) return undefined;
  if (at === 0 && !isPassive(told.clause) && isPast(told.clause.verbs)) return undefined;
  return relation('condition', askedOf(told, WORDS.get(rest[at]!.lower)!, kept), given);
}

const isPast = (verbs: readonly Token[]) => /(?:ed|was|were|had|did)$/.test(verbs.find(isVerbal)?.lower ?? '');

/** `When water freezes, its volume grows` asks what happens. */
export function consequenceOf(statement: readonly Token[], words: KnownWords): Asked | undefined {
  const [first, ...after] = statement;
  if (!/^(?:when|if|once|whenever)$/.test(first?.lower ?? '')) return undefined;
  const comma = after.findIndex(({ text }) => text === ',');
  const given = after.slice(0, comma);
  const [head, ...more] = after.slice(comma + 1).filter(({ lower }, i) => i > 0 || lower !== 'then');
  if (comma < 3 || !head || !isWhole(given) || /^(?:no|any|one|either|both|all|each|another)$/.test(given[0]!.lower)) return undefined;
  const main = clauseOf([{ ...head, space: true }, ...more]);
  if (!main || (isDefinite(main.subject) && !given.some(({ lemma }) => lemma === main.subject[1]!.lemma))) return undefined;
  const happens = happening(main.verbs.find(isVerbal)!);
  if (happens === 'what happened' && contentOf(given).length < LEAST_OF_THE_PAST) return undefined;
  const stem = `${happens} ${first!.lower} ${lowerFirst(given, (token) => words.isName(token))}`;
  return relation('consequence', stem, [...main.front, ...main.subject, ...main.verbs, ...main.rest]);
}

/** What once happened is known by much that is said of it. */
const LEAST_OF_THE_PAST = 6;

/** A subject that says what it is, and a verb. */
function isWhole(given: readonly Token[]): boolean {
  const end = nominalEnd(given, 0);
  return end > 0 && given.slice(end).some((token) => isVerbal(token) && !/ing$/.test(token.lower)) && !isDefinite(given.slice(0, end));
}

/** `the answer`: of what? */
const isDefinite = (phrase: readonly Token[]) => phrase[0]?.lower === 'the' && phrase.length === 2 && phrase[1]?.pos === 'NOUN';

function happening({ lower, lemma }: Token): string {
  if (/^(?:can|could|may|might|must|should|will|would)$/.test(lower)) return `what ${lower} happen`;
  return /^(?:is|are|has|have|does|do)$/.test(lower) || lower === lemma || (/s$/.test(lower) && lower !== 'was')
    ? 'what happens'
    : 'what happened';
}

const UNITS = /^(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centuries|seasons?|generations?)$/;

/** `for 26 seasons` asks for how long. */
export function durationOf(told: Told): Asked | undefined {
  const { rest } = told.clause;
  const at = rest.findIndex(({ lower }, i) => lower === 'for' && unitAt(rest, i + 1) !== undefined);
  if (at < 0 || mainVerb(told.clause) === undefined) return undefined;
  const end = unitAt(rest, at + 1)! + 1;
  const kept = [...rest.slice(0, at), ...rest.slice(end)];
  // "for 22 years of research", "for two years before it closed": of what follows
  if (rest.slice(0, at).some(isVerbal) || rest.slice(end).some((token) => isVerbal(token) || token.lower === 'of')) return undefined;
  return relation('duration', askedOf(told, 'for how long', kept), rest.slice(at, end));
}

function unitAt(tokens: readonly Token[], from: number): number | undefined {
  for (let i = from + 1; i < Math.min(tokens.length, from + 5); i++)
    if (UNITS.test(tokens[i]!.lower)) return tokens.slice(from, i).some(({ pos }) => pos === 'NUM') ? i : undefined;
  return undefined;
}
