import { shuffled } from '@lectern/platform';
import type { Material } from './material';
import { isHeadWord } from './names';
import type { PooledTarget } from './target-pool';
import type { TargetKind } from './targets';
import { SenseClass } from './thesaurus';

/** Of WordNet. */
const CLASSES: Readonly<Partial<Record<TargetKind, readonly SenseClass[]>>> = {
  person: [SenseClass.person],
  place: [SenseClass.location, SenseClass.object],
  organisation: [SenseClass.group],
  people: [SenseClass.person, SenseClass.group],
  event: [SenseClass.act, SenseClass.event],
};
const BEST_KNOWN = 24;
const FEWEST_OF_A_KIND = 2;

/** What a dictionary has beside a name, the best known first, where the text names others of its kind that the dictionary knows. */
export function namesOfDictionary({ kind, text }: PooledTarget, material: Material, random: () => number): string[] {
  const { thesaurus } = material;
  const classes = CLASSES[kind];
  if (!classes) return [];
  // a text that names no other place speaks of the language Java
  const others = material.pool.of(kind).filter((other) => other.text !== text && thesaurus.isOf(other.text, classes));
  if (others.length < FEWEST_OF_A_KIND) return [];
  const [words, head] = [text.split(' ').length, text.split(' ').at(-1)!];
  // no `Flint` beside the `Johns River`
  const alike = (other: string) => other.split(' ').length === words && (!isHeadWord(head.toLowerCase()) || other.endsWith(` ${head}`));
  return shuffled(thesaurus.siblings(text, classes).filter(alike).slice(0, BEST_KNOWN), random);
}

/** Of a term and of one beside it; everyday words have more senses than it is safe to set against each other. */
const MOST_SENSES = { term: 2, other: 3 };
/** In the dictionary's tree: of one field. */
const NEAR = 0.6;

/** What a dictionary has beside a term, where the text speaks of its field: a compiler is a writer too, but in no text on programs. */
export function termsOfDictionary({ kind, text, plural }: PooledTarget, material: Material, random: () => number): string[] {
  const { thesaurus } = material;
  if (plural || thesaurus.polysemy(text) > MOST_SENSES.term) return [];
  const isBeside = (other: PooledTarget) =>
    other.text !== text && thesaurus.nearness(text, other.lemma) >= NEAR && thesaurus.relation(text, other.lemma) === 'akin';
  if (!material.pool.of(kind).some(isBeside)) return [];
  return shuffled(
    thesaurus.siblings(text).filter((other) => thesaurus.polysemy(other) <= MOST_SENSES.other),
    random,
  );
}
