import type { Asked } from './draft';
import type { PooledTarget } from './material';

/** A statement changed in one place that the source settles, with what was put there. */
export interface ChangedStatement {
  readonly statement: string;
  readonly wrong: string;
  readonly right: string;
}

/** Not of superlatives: that the longest river is the shortest nobody believes. */
const OPPOSITES = new Map(
  [
    ['increased', 'decreased'], ['increase', 'decrease'], ['increases', 'decreases'], ['northern', 'southern'], ['eastern', 'western'],
    ['north', 'south'], ['east', 'west'], ['rose', 'fell'], ['majority', 'minority'],
    ['higher', 'lower'], ['larger', 'smaller'], ['above', 'below'], ['faster', 'slower'], ['public', 'private'], ['upper', 'lower'],
  ].flatMap(([a, b]) => [[a, b], [b, a]] as [string, string][]),
); // prettier-ignore

/** False by another name or number of the same kind. */
export function withWrongTarget(cloze: Asked, target: PooledTarget, distractor: string): ChangedStatement {
  return { statement: cloze.stem.replace('_____', () => distractor), wrong: distractor, right: target.text };
}

/** False by the opposite of one word; undefined where the statement has none, or more than one, to turn. */
export function withOpposite(statement: string): ChangedStatement | undefined {
  const found = [...statement.matchAll(/\b[a-z]+\b/g)].filter((match) => OPPOSITES.has(match[0]));
  const [match] = found;
  if (!match || found.length > 1) return undefined;
  const wrong = OPPOSITES.get(match[0]) as string;
  return { statement: statement.slice(0, match.index) + wrong + statement.slice(match.index + match[0].length), wrong, right: match[0] };
}
