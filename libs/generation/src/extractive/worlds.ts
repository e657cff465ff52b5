import type { NameKind } from './names';
import { SenseClass, type Thesaurus } from './thesaurus';

/** What may be said of a thing in earnest depends on its world: an army is no mermaid, and tourism no tower. */
export type World = 'person' | 'group' | 'place' | 'concrete' | 'abstract' | 'name' | 'unknown';

const OF_KIND: Readonly<Record<NameKind, World>> = {
  person: 'person',
  people: 'person',
  organisation: 'group',
  place: 'place',
  event: 'abstract',
  name: 'name',
};

const { animal, artifact, body, food, group, location, object, person, plant, substance } = SenseClass;

const OF_CLASS: readonly (readonly [World, readonly SenseClass[]])[] = [
  ['person', [person]],
  ['group', [group]],
  ['place', [location]],
  ['concrete', [animal, artifact, body, food, object, plant, substance]],
];

/** @param head lemma of the noun, for what is no name */
export function worldOf(kind: NameKind | 'term', head: string, thesaurus: Thesaurus): World {
  if (kind !== 'term') return OF_KIND[kind];
  // the tagger has `Ships` for a name where they begin the sentence
  const noun = [head, head.replace(/s$/, '')].find((one) => thesaurus.knows(one));
  if (noun === undefined) return 'unknown';
  return OF_CLASS.find(([, classes]) => classes.some((one) => thesaurus.isMostly(noun, one)))?.[0] ?? 'abstract';
}

/** What towns do, companies do too, and so may what bears a name of no known kind; a term that no dictionary has is some thing. */
const ALIKE: readonly (readonly [World, World])[] = [
  ['group', 'place'],
  ['group', 'name'],
  ['unknown', 'concrete'],
  ['unknown', 'abstract'],
];

export const isOfOneWorld = (a: World, b: World): boolean =>
  a === b || ALIKE.some(([one, other]) => (a === one && b === other) || (a === other && b === one));
