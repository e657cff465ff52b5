import type { Clause } from './clause';
import type { Asked } from './draft';
import { lowerFirst } from './inversion';
import { asQuestion, finished } from './question-text';
import { render, type Token } from './tagger';

/** `Osmosis is the process by which ...` asks what it is. */
export function definition({ front, subject, verbs, rest }: Clause, isName: (token: Token) => boolean): Asked | undefined {
  const [verb] = verbs;
  if (verbs.length !== 1 || !verb || !/^(?:is|are)$/.test(verb.lower) || front.length > 0 || subject.length > 5) return undefined;
  const first = subject[0]?.lower ?? '';
  if (/^(?:a|an|the)$/.test(first) && subject.length < 3 && first === 'the') return undefined;
  if (NO_SUBJECT.test(subject.at(-1)?.lower ?? '')) return undefined;
  if (!/^(?:a|an|the|any)$/.test(rest[0]?.lower ?? '') && verb.lower === 'is') return undefined;
  if (
    rest.length < 5 ||
    rest.length > 26 ||
    rest[0]?.pos === 'ADV' ||
    (verb.lower === 'are' && rest[0]?.pos !== 'NOUN' && rest[1]?.pos !== 'NOUN')
  )
    return undefined;
  // "the fastest VM on 9 of the 26 benchmarks" is a feat, and a list is cut where its last member follows
  if (
    /^(?:result|reason|cause|example|case|part|number|most|same|different|similar|only|first|one|best|\p{Ll}{3,}est)$/u.test(
      rest[1]?.lower ?? '',
    )
  )
    return undefined;
  if (rest.filter((token) => token.text === ',').length > 1) return undefined;
  // "invalid names are "6var" and "a-b""
  if (!rest.some(({ pos, text }) => pos === 'NOUN' && /^\p{L}+$/u.test(text))) return undefined;
  // "the leading cause of death", "a characteristic of man is": true of it, and no definition
  const of = rest.findIndex((token) => token.lower === 'of');
  if (of > 0 && of < 5 && /^(?:cause|result|part|number|reason|source|centre|center|capital|home|subject)s?$/.test(rest[of - 1]!.lower))
    return undefined;
  if (/^an?$/.test(first) && subject.some((token) => token.lower === 'of')) return undefined;
  // "are by definition the roots"
  if (rest[0]?.pos === 'ADP') return undefined;
  // "is a repeat if it says so"
  if (rest.some((token, i) => token.lower === 'if' || (i < 4 && /^(?:when|unless|because)$/.test(token.lower)))) return undefined;
  // "is a component of oil and has been classified": what follows is no part of the definition
  const second = rest.findIndex((token, i) => token.pos === 'CCONJ' && rest[i + 1]?.pos === 'AUX');
  const answer = render(second < 0 ? rest : rest.slice(0, second));
  return { stem: finished(`what ${verb.lower} ${lowerFirst(subject, isName)}`), answer, asks: 'definition', form: 'wh' };
}

/** `A common example is ...`: of what the sentence before says. */
export const NO_SUBJECT =
  /^(?:examples?|ways?|reasons?|things?|ideas?|goals?|problems?|points?|results?|options?|alternatives?|approach(?:es)?|solutions?|advantages?|disadvantages?|differences?|exceptions?|cases?|steps?|questions?|answers?|purpose|rest|kind|sort|type|part)$/;

/** `... because ...` asks why. */
export function reason(clause: Clause, isName: (token: Token) => boolean): Asked | undefined {
  const at = clause.rest.findIndex((token) => token.lower === 'because');
  if (at < 1) return undefined;
  const because = clause.rest.slice(at);
  if (because.length < 5 || because.length > 28) return undefined;
  const before = clause.rest[at - 1]?.text === ',' ? at - 1 : at;
  const kept = clause.rest.slice(0, before);
  if (/^(?:partly|largely|mainly|simply|only|in|part|primarily|mostly|just)$/.test(kept.at(-1)?.lower ?? '')) return undefined;
  // ", usually because": sometimes there are others
  if (kept.at(-1)?.pos === 'ADV' && kept.at(-2)?.text === ',') return undefined;
  const stem = asQuestion('why', { ...clause, rest: kept }, isName);
  return stem ? { stem: finished(stem), answer: render(because), asks: 'reason', form: 'wh' } : undefined;
}
