import type { Clause } from './clause';
import { prepositional, subjectWord } from './question-words';
import { saysOneThing } from './relations/relation';
import { asQuestion, isPassive, withFront, withoutEdges } from './question-text';
import { render, type Token } from './tagger';
import type { PooledTarget } from './target-pool';

type Part = 'front' | 'subject' | 'rest';

export interface Place {
  readonly part: Part;
  /** Of the target in that part. */
  readonly start: number;
  readonly end: number;
}

/** The question that asks for the target at that place, without its mark. */
export function stemFor(
  clause: Clause,
  { part, start, end }: Place,
  target: PooledTarget,
  isName: (token: Token) => boolean,
): string | undefined {
  if (part === 'subject') return subjectStem(clause, start, end, target);
  const tokens = clause[part];
  if (part === 'front') return frontStem(clause, start, end, target, isName);
  const before = tokens[start - 1];
  if (target.kind === 'count' && start <= 1) return howMany(clause, start, end, isName);
  const articled = before?.lower === 'the' ? start - 1 : start;
  const preposition = tokens[articled - 1];
  if (preposition && preposition.pos === 'ADP') {
    // "a suite released in 1975": the year belongs to that verb, not to the sentence's
    if (
      tokens
        .slice(0, articled - 1)
        .some((token) => token.pos === 'VERB' || token.pos === 'AUX' || /^(?:who|which|that|whose|where)$/.test(token.lower))
    )
      return undefined;
    // "had an effect after their invasion in 1169"
    if (
      /^(?:year|date|century)$/.test(target.kind) &&
      tokens.slice(0, articled - 1).some(({ lower }) => /^(?:after|before|since|until|following)$/.test(lower))
    )
      return undefined;
    // "in 1830 but began to rebuild": the year belongs to the first of two verbs
    const joins = (token: Token | undefined) => /^(?:and|or|but)$/.test(token?.lower ?? '');
    if (
      tokens.some(
        (token, i) => i >= end && token.pos === 'VERB' && (joins(tokens[i - 1]) || (tokens[i - 1]?.pos === 'ADV' && joins(tokens[i - 2]))),
      )
    )
      return undefined;
    // "leads the region, and in 2006 growth met": of what follows
    if (/^(?:and|or|but)$/.test(tokens[articled - 2]?.lower ?? '')) return undefined;
    // "one evening, early in 1960"
    if (/^(?:early|late|later|only|just|back|again|first|sometime)$/.test(tokens[articled - 2]?.lower ?? '')) return undefined;
    const question = prepositional(preposition.lower, target.kind, tokens[articled - 2], end === tokens.length, isPassive(clause));
    const until = target.kind === 'century' ? end + 1 : end;
    const remaining = [...tokens.slice(0, articled - 1), ...tokens.slice(until)];
    return question && asQuestion(question, { ...clause, rest: remaining }, isName);
  }
  if (articled === 0) return objectStem(clause, end, target, isName);
  return undefined;
}

function subjectStem({ subject, verbs, rest, front }: Clause, start: number, end: number, target: PooledTarget): string | undefined {
  // "some languages allow it": others do not
  if (/^(?:some|many|several|most|few|other|both)$/.test(subject[0]?.lower ?? '')) return undefined;
  const tail = `${render(verbs)} ${render(rest)}`;
  const finite = verbs.find((token) => token.pos === 'AUX' || token.pos === 'VERB');
  if (
    target.kind === 'count' &&
    start <= 1 &&
    (start === 0 || /^(?:about|approximately|around|over|nearly|almost)$/.test(subject[0]?.lower ?? '')) &&
    end < subject.length
  )
    return withFront(`how many ${render(subject.slice(end))} ${tail}`, front);
  if (target.kind === 'percent' && start === 0 && subject[end]?.lower === 'of')
    return withFront(`what percentage ${render(subject.slice(end))} ${tail}`, front);
  // "What is not the tool for it": everything else
  if (verbs.some(isNegation) || isNegation(rest[0])) return undefined;
  const whole = end === subject.length && (start === 0 || (start === 1 && subject[0]?.pos === 'DET'));
  if (!whole || !finite) return undefined;
  // "Mueller accepted, on the condition that": what he accepted stands elsewhere
  if (rest[0]?.text === ',') return undefined;
  // "What contain": a bare plural verb does not agree with the question word
  if (target.plural && (finite.lower === finite.lemma || finite.lower === 'have') && finite.pos !== 'AUX') return undefined;
  if (finite.lower === 'have') return undefined;
  const word = subjectWord(target, start > 0);
  if (!word || (target.plural && word.startsWith('which'))) return undefined;
  if (/^(?:is|are|was|were)$/.test(finite.lower) && verbs.length === 1 && rest.length < 3) return undefined;
  return withFront(`${word} ${tail}`, front);
}

const isNegation = (token: Token | undefined) => /^(?:not|n['’]t|never)$/.test(token?.lower ?? '');

function frontStem(
  clause: Clause,
  start: number,
  end: number,
  target: PooledTarget,
  isName: (token: Token) => boolean,
): string | undefined {
  const [first] = clause.front;
  const phrase = withoutEdges(clause.front);
  if (!first || end !== phrase.length - (target.kind === 'century' ? 1 : 0) || start > 2 || (start === 2 && phrase[1]?.lower !== 'the'))
    return undefined;
  const question = prepositional(first.lower, target.kind, undefined, true, false);
  return question && asQuestion(question, { ...clause, front: [] }, isName);
}

function objectStem(clause: Clause, end: number, target: PooledTarget, isName: (token: Token) => boolean): string | undefined {
  const after = clause.rest[end];
  if (after && after.pos !== 'ADP') return undefined;
  // "met Roberts and suggested it": not him
  if (!saysOneThing(clause.rest.slice(end))) return undefined;
  if (after?.lower === 'of' || clause.verbs.some((token) => /^(?:become|became|mean|have|has|had|include|contain)$/.test(token.lower)))
    return undefined;
  const copula = clause.verbs.length === 1 && clause.verbs[0]?.pos === 'AUX';
  if (isPassive(clause)) return undefined;
  if (copula && (after || target.kind === 'term')) return undefined;
  const word = {
    person: copula ? 'who' : 'whom',
    organisation: 'which organisation',
    place: 'which place',
    event: 'which event',
    name: 'what',
    term: target.people ? 'whom' : 'what',
  }[target.kind as string];
  return word && asQuestion(word, { ...clause, rest: clause.rest.slice(end) }, isName);
}

function howMany(clause: Clause, start: number, end: number, isName: (token: Token) => boolean): string | undefined {
  const { rest } = clause;
  if (start === 1 && !/^(?:about|approximately|around|over|nearly|almost|some)$/.test(rest[0]?.lower ?? '')) return undefined;
  let nounEnd = end;
  while (
    nounEnd < rest.length &&
    (['ADJ', 'NOUN', 'PROPN'].includes(rest[nounEnd]?.pos ?? '') ||
      (nounEnd > end && (rest[nounEnd]?.lower === 'of' || rest[nounEnd - 1]?.lower === 'of')))
  )
    nounEnd++;
  if (nounEnd === end || rest[nounEnd - 1]?.lower === 'of' || isPassive(clause)) return undefined;
  // "37 seats in the House and 12 seats in the Senate"
  if (rest.slice(nounEnd).some(({ pos }, i, after) => pos === 'NUM' && /^(?:and|,)$/.test(after[i - 1]?.lower ?? ''))) return undefined;
  // "is 4 bytes in size and represents a character"
  if (rest.some(({ pos }, i) => i >= nounEnd && pos === 'CCONJ' && /^(?:VERB|AUX)$/.test(rest[i + 1]?.pos ?? ''))) return undefined;
  // "two main forms, chlorophyll a and chlorophyll b": anybody can count them
  if (/^[,:(–—]$/.test(rest[nounEnd]?.text ?? '')) return undefined;
  return asQuestion(`how many ${render(rest.slice(end, nounEnd))}`, { ...clause, rest: rest.slice(nounEnd) }, isName);
}
