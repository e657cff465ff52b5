import type { Asked } from './draft';
import type { PooledTarget } from './target-pool';

/** A statement changed in one place that the source settles, with what was put there. */
export interface ChangedStatement {
  readonly statement: string;
  readonly wrong: string;
  readonly right: string;
}

/** Not of superlatives: that the longest river is the shortest nobody believes. Nor of whole words with `un-`, which give themselves away. */
const OPPOSITES = new Map(
  [
    ['increased', 'decreased'], ['increase', 'decrease'], ['increases', 'decreases'], ['northern', 'southern'], ['eastern', 'western'],
    ['north', 'south'], ['east', 'west'], ['rose', 'fell'], ['majority', 'minority'],
    ['higher', 'lower'], ['larger', 'smaller'], ['above', 'below'], ['faster', 'slower'], ['public', 'private'], ['upper', 'lower'],
    ['internal', 'external'], ['inner', 'outer'], ['positive', 'negative'], ['simple', 'complex'], ['direct', 'indirect'],
    ['natural', 'artificial'], ['permanent', 'temporary'], ['rural', 'urban'], ['domestic', 'foreign'], ['male', 'female'],
    ['strong', 'weak'], ['stronger', 'weaker'], ['shorter', 'longer'], ['older', 'younger'], ['cheaper', 'dearer'], ['heavier', 'lighter'],
    ['allows', 'prevents'], ['allow', 'prevent'], ['allowed', 'prevented'], ['accepted', 'rejected'], ['supported', 'opposed'],
    ['gained', 'lost'], ['strengthened', 'weakened'], ['inside', 'outside'], ['major', 'minor'], ['static', 'dynamic'],
    ['maximum', 'minimum'], ['ancient', 'modern'], ['accelerates', 'slows'], ['absorb', 'release'], ['absorbs', 'releases'], ['attract', 'repel'],
    ['explicit', 'implicit'], ['relative', 'absolute'], ['local', 'global'], ['theoretical', 'practical'], ['primary', 'secondary'],
    ['earlier', 'later'], ['multiple', 'single'], ['rapid', 'slow'], ['rapidly', 'slowly'],
    ['voluntary', 'compulsory'], ['peaceful', 'violent'], ['frequently', 'rarely'], ['often', 'rarely'], ['usually', 'rarely'],
  ].flatMap(([a, b]) => [[a, b], [b, a]] as [string, string][]),
); // prettier-ignore

/** Nobody is prevented *to* do something, nor allowed *from* it. */
const ALLOWS = /^(?:allow|prevent)/;

/** False by another name or number of the same kind. */
export function withWrongTarget(cloze: Asked, target: PooledTarget, distractor: string): ChangedStatement {
  return { statement: cloze.stem.replace('_____', () => distractor), wrong: distractor, right: target.text };
}

/** False by the opposite of one word, the last that has one; undefined where none has, or the statement sets the two against each other. */
export function withOpposite(statement: string): ChangedStatement | undefined {
  const words = new Set(statement.toLowerCase().match(/[a-z-]+/g));
  const match = [...statement.matchAll(/(?<![\w-])[a-z-]+(?![\w-])/g)].findLast(({ 0: word, index }) => {
    const opposite = OPPOSITES.get(word);
    return opposite !== undefined && !words.has(opposite) && !(ALLOWS.test(word) && / (?:to|from) /.test(statement.slice(index)));
  });
  if (!match) return undefined;
  const [right] = match;
  const wrong = OPPOSITES.get(right)!;
  return { statement: statement.slice(0, match.index) + wrong + statement.slice(match.index + right.length), wrong, right };
}
