import { loadLexicon, nameKind, type Lexicon } from './names';

let lexicon: Lexicon;
beforeAll(async () => {
  lexicon = await loadLexicon();
});

describe('nameKind', () => {
  it.each([
    ['Marie Curie', 'person'],
    ['General Edward Braddock', 'person'],
    ['Peter of Abano', 'person'],
    ['Warsaw', 'place'],
    ['Lake Constance', 'place'],
    ['University of Chicago', 'organisation'],
    ['Virginia General Assembly', 'organisation'],
    ['Treaty of Versailles', 'event'],
    ['Norwegian', 'people'],
    ['Zanthe', 'name'],
    ['World War II', 'event'],
    ['Saturn V', 'name'],
    ['Roman Catholicism', 'name'],
  ])('%s is of kind %s', (name, kind) => expect(nameKind(name.split(' '), lexicon)).toBe(kind));
});
