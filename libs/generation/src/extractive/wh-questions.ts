import { inverted, lowerFirst, type Clause } from './clause';
import type { Asked } from './draft';
import type { PooledTarget } from './material';
import type { TargetKind, WordKnowledge } from './targets';
import { render, type Token } from './tagger';

type Part = 'front' | 'subject' | 'rest';

/** Questions that turn the clause round (after Heilman and Smith 2010), one for each place where a target stands safely. */
export function whQuestions(statement: readonly Token[], clause: Clause, targets: readonly PooledTarget[], words: WordKnowledge): Asked[] {
  const isName = (token: Token) => words.keepsCapital(token);
  const asked: (Asked | undefined)[] = [definition(clause, isName), reason(clause, isName)];
  for (const target of targets) {
    const tokens = statement.slice(target.start, target.end);
    const part = partOf(clause, tokens);
    if (!part) continue;
    const stem = stemFor(clause, part, target, isName);
    // "In which year was it found by Scheele, and by Priestley in 1774?"
    if (stem && !(target.kind === 'year' && /\bin (?:1\d|20)\d\d\b/.test(stem)))
      asked.push({
        stem: finished(stem),
        answer: target.text,
        target,
        asks: target.kind,
        form: 'wh',
        several: part.part === 'subject' && isOneOfSeveral(clause),
      });
  }
  return asked.filter((question): question is Asked => question !== undefined);
}

/** `was a student of Lefevre`, `is one of the`: true of others as well. */
function isOneOfSeveral({ verbs, rest }: Clause): boolean {
  return verbs.length === 1 && verbs[0]?.pos === 'AUX' && /^(?:a|an|one|among|part|some|in|at|on|not)$/.test(rest[0]?.lower ?? '');
}

interface Place {
  readonly part: Part;
  /** Of the target in that part. */
  readonly start: number;
  readonly end: number;
}

function partOf(clause: Clause, target: readonly Token[]): Place | undefined {
  for (const part of ['front', 'subject', 'rest'] as const) {
    const start = clause[part].indexOf(target[0] as Token);
    if (start >= 0 && clause[part][start + target.length - 1] === target.at(-1)) return { part, start, end: start + target.length };
  }
  return undefined;
}

function stemFor(clause: Clause, { part, start, end }: Place, target: PooledTarget, isName: (token: Token) => boolean): string | undefined {
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
    // "in 1830 but began to rebuild": the year belongs to the first of two verbs
    if (tokens.some((token, i) => i >= end && token.pos === 'VERB' && /^(?:and|or|but)$/.test(tokens[i - 1]?.lower ?? '')))
      return undefined;
    const question = prepositional(preposition.lower, target.kind, tokens[articled - 2], end === tokens.length, isPassive(clause));
    const until = target.kind === 'century' ? end + 1 : end;
    const remaining = [...tokens.slice(0, articled - 1), ...tokens.slice(until)];
    return question && asQuestion(question, { ...clause, rest: remaining }, isName);
  }
  if (articled === 0) return objectStem(clause, end, target, isName);
  return undefined;
}

function subjectStem({ subject, verbs, rest, front }: Clause, start: number, end: number, target: PooledTarget): string | undefined {
  const tail = `${render(verbs)} ${render(rest)}`;
  const finite = verbs.find((token) => token.pos === 'AUX' || token.pos === 'VERB');
  if (
    target.kind === 'count' &&
    start <= 1 &&
    (start === 0 || /^(?:about|approximately|around|over|nearly|almost)$/.test(subject[0]?.lower ?? '')) &&
    end < subject.length
  )
    return `how many ${render(subject.slice(end))} ${tail}${adverbial(front)}`;
  if (target.kind === 'percent' && start === 0 && subject[end]?.lower === 'of')
    return `what percentage ${render(subject.slice(end))} ${tail}${adverbial(front)}`;
  const whole = end === subject.length && (start === 0 || (start === 1 && subject[0]?.pos === 'DET'));
  if (!whole || !finite) return undefined;
  // "What contain": a bare plural verb does not agree with the question word
  if (target.plural && (finite.lower === finite.lemma || finite.lower === 'have') && finite.pos !== 'AUX') return undefined;
  if (finite.lower === 'have') return undefined;
  const word = subjectWord(target, start > 0);
  if (!word || (target.plural && word.startsWith('which'))) return undefined;
  if (/^(?:is|are|was|were)$/.test(finite.lower) && verbs.length === 1 && rest.length < 3) return undefined;
  return `${word} ${tail}${adverbial(front)}`;
}

function subjectWord(target: PooledTarget, articled: boolean): string | undefined {
  switch (target.kind) {
    case 'person':
    case 'people':
      return 'who';
    case 'organisation':
    case 'place':
    case 'event':
      return `which ${target.kind}`;
    case 'name':
      if (target.plural || (articled && /^\p{Lu}\p{Ll}+(?:ish|ese|ch|ss)$/u.test(target.text))) return 'who';
      // a bare name of unknown kind may be a person's, or not
      return articled || (/\p{Lu}.*\p{Lu}|\d/u.test(target.text) && !/^(?:Ma?c|O['’])\p{Lu}/u.test(target.text)) ? 'what' : undefined;
    case 'term':
      return 'what';
    default:
      return undefined;
  }
}

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

function prepositional(
  preposition: string,
  kind: TargetKind,
  before: Token | undefined,
  last: boolean,
  passive: boolean,
): string | undefined {
  const verbal = before === undefined || before.pos === 'VERB' || before.pos === 'ADV';
  switch (kind) {
    case 'year':
      return /^(?:in|since|until|by|from)$/.test(preposition) ? `${preposition} which year` : undefined;
    case 'date':
      return /^(?:in|on)$/.test(preposition) ? 'when' : undefined;
    case 'century':
      return /^(?:in|during|since)$/.test(preposition) ? `${preposition} which century` : undefined;
    case 'person':
      if (preposition === 'by' && passive && verbal) return 'by whom';
      return verbal && last && /^(?:with|to|from|against|under)$/.test(preposition) ? `${preposition} whom` : undefined;
    case 'place':
      if (!last || !verbal) return undefined;
      return /^(?:in|at|near)$/.test(preposition)
        ? 'where'
        : /^(?:from|to|into|through)$/.test(preposition)
          ? `${preposition} which place`
          : undefined;
    case 'organisation':
      if (preposition === 'by' && passive && verbal) return 'by which organisation';
      return verbal && last && /^(?:with|to|from|for|against)$/.test(preposition) ? `${preposition} which organisation` : undefined;
    case 'event':
      return last && /^(?:during|after|before|in)$/.test(preposition) ? `${preposition} which event` : undefined;
    default:
      return undefined;
  }
}

function objectStem(clause: Clause, end: number, target: PooledTarget, isName: (token: Token) => boolean): string | undefined {
  const after = clause.rest[end];
  if (after && after.pos !== 'ADP') return undefined;
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
    term: 'what',
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
  return asQuestion(`how many ${render(rest.slice(end, nounEnd))}`, { ...clause, rest: rest.slice(nounEnd) }, isName);
}

function definition({ front, subject, verbs, rest }: Clause, isName: (token: Token) => boolean): Asked | undefined {
  const [verb] = verbs;
  if (verbs.length !== 1 || !verb || !/^(?:is|are)$/.test(verb.lower) || front.length > 0 || subject.length > 5) return undefined;
  const first = subject[0]?.lower ?? '';
  if (/^(?:a|an|the)$/.test(first) && subject.length < 3 && first === 'the') return undefined;
  if (!/^(?:a|an|the|any)$/.test(rest[0]?.lower ?? '') && verb.lower === 'is') return undefined;
  if (
    rest.length < 5 ||
    rest.length > 26 ||
    rest[0]?.pos === 'ADV' ||
    (verb.lower === 'are' && rest[0]?.pos !== 'NOUN' && rest[1]?.pos !== 'NOUN')
  )
    return undefined;
  // "the fastest VM on 9 of the 26 benchmarks" is a feat, and a list is cut where its last member follows
  if (/^(?:result|reason|cause|example|case|part|number|most|same|only|first|one|best|\p{Ll}{3,}est)$/u.test(rest[1]?.lower ?? ''))
    return undefined;
  if (rest.filter((token) => token.text === ',').length > 1) return undefined;
  const answer = render(rest);
  return { stem: finished(`what ${verb.lower} ${lowerFirst(subject, isName)}`), answer, asks: 'definition', form: 'wh' };
}

function reason(clause: Clause, isName: (token: Token) => boolean): Asked | undefined {
  const at = clause.rest.findIndex((token) => token.lower === 'because');
  if (at < 1) return undefined;
  const because = clause.rest.slice(at);
  if (because.length < 5 || because.length > 28) return undefined;
  const before = clause.rest[at - 1]?.text === ',' ? at - 1 : at;
  const kept = clause.rest.slice(0, before);
  if (/^(?:partly|largely|mainly|simply|only|in|part|primarily|mostly|just)$/.test(kept.at(-1)?.lower ?? '')) return undefined;
  const stem = asQuestion('why', { ...clause, rest: kept }, isName);
  return stem ? { stem: finished(stem), answer: render(because), asks: 'reason', form: 'wh' } : undefined;
}

function asQuestion(question: string, clause: Clause, isName: (token: Token) => boolean): string | undefined {
  if (/^(?:CCONJ|SCONJ|DET)$/.test(withoutEdges(clause.rest).at(-1)?.pos ?? '')) return undefined;
  const turned = inverted({ ...clause, rest: withoutEdges(clause.rest) }, isName);
  return turned && `${question} ${turned}${adverbial(clause.front)}`;
}

function withoutEdges(tokens: readonly Token[]): Token[] {
  const kept = [...tokens];
  while (kept.length > 0 && /^[,;:]$/.test((kept.at(-1) as Token).text)) kept.pop();
  while (kept.length > 0 && /^[,;:]$/.test((kept[0] as Token).text)) kept.shift();
  return kept;
}

/** `In 1755,` at the end of the question: ` in 1755`. */
function adverbial(front: readonly Token[]): string {
  const [first, ...rest] = withoutEdges(front);
  return first ? ` ${render([{ ...first, text: first.lower }, ...rest])}` : '';
}

function isPassive({ verbs }: Clause): boolean {
  return verbs.some((token) => /^(?:is|are|was|were|be|been|being)$/.test(token.lower)) && verbs.at(-1)?.pos === 'VERB';
}

function finished(stem: string): string {
  const text = stem
    .replace(/\s+/gu, ' ')
    .replace(/ ([,;])/gu, '$1')
    .replace(/[.,;\s]+(["”’']?)$/u, '$1')
    .trim();
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}?`;
}
