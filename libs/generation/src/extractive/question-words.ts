import type { PooledTarget } from './target-pool';
import type { TargetKind } from './targets';
import type { Token } from './tagger';

/** Asks for a subject; undefined for what no one word fits. */
export function subjectWord(target: PooledTarget, articled: boolean): string | undefined {
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
      return articled || isNoPerson(target.text) ? 'what' : undefined;
    case 'term':
      return target.people ? 'who' : 'what';
    default:
      return undefined;
  }
}

/** `TraceMonkey`, `Apache POI`, `Datanet 1`, but neither `Mao Zedong` nor `McCulloch`. */
const isNoPerson = (name: string) =>
  /\d/.test(name) || name.split(' ').some((word) => /\p{Lu}.*\p{Lu}/u.test(word) && !/^(?:Ma?c|O['’]|D['’])\p{Lu}/u.test(word));

/** Asks for what follows a preposition, with that preposition. */
export function prepositional(
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
