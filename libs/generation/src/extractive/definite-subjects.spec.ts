import { DefiniteSubjects } from './definite-subjects';
import { Material } from './material';
import { loadLexicon } from './names';
import { loadTagger, render, type Tagger } from './tagger';
import { loadThesaurus } from './thesaurus';

const KNOWN = [
  'The Suez Canal joins the Mediterranean Sea and the Red Sea.',
  'Ships of all nations use the Suez Canal in peace and war.',
  'Egypt took the Suez Canal over in 1956.',
  'Lectern is a small library for teachers.',
  'Schools of many countries like Lectern.',
  'Teachers ask Lectern for questions, and pupils ask Lectern for answers.',
];

describe('definite subjects', () => {
  let tag: Tagger;
  let material: Material;
  beforeAll(async () => {
    tag = await loadTagger();
    material = new Material(await loadLexicon(), await loadThesaurus());
  });

  const named = (sentence: string, known: readonly string[] = KNOWN) => {
    const subjects = new DefiniteSubjects();
    for (const tokens of known.map(tag)) {
      material.read(tokens);
      subjects.learn(
        tokens,
        (token, index) => material.isName(token, index),
        (words) => material.kindOf(words) === 'person',
      );
    }
    return render(subjects.named(tag(sentence)));
  };

  it.each([
    ['The canal was opened in 1869.', 'The Suez Canal was opened in 1869.'],
    ['The library was written in 2026.', 'Lectern was written in 2026.'],
    ['In 1956, the canal was taken over.', 'In 1956, the Suez Canal was taken over.'],
    ["The canal's owner was Egypt.", "The Suez Canal's owner was Egypt."],
    ['The sea was calm in 1869.', 'The sea was calm in 1869.'],
    ['The canal company was founded in 1858.', 'The canal company was founded in 1858.'],
    ['Ships used the canal in 1869.', 'Ships used the canal in 1869.'],
  ])('%s means: %s', (sentence, meant) => expect(named(sentence)).toBe(meant));

  it('are known by a name and what it is the name of', () => {
    const known = ['NASA began the Apollo program in 1960.', 'The Apollo program ended in 1972.', 'Many worked for the Apollo program.'];
    expect(named('The program returned lunar rocks.', known)).toBe('The Apollo program returned lunar rocks.');
  });

  it('stay as they are where they are many, or persons', () => {
    const known = ['Thomas Jefferson was a boy of ten.', 'A friend taught Thomas Jefferson.', 'Everybody knew Thomas Jefferson.'];
    expect(named('The boy had nothing but thin gruel.', known)).toBe('The boy had nothing but thin gruel.');
    expect(named('The canals were opened in 1869.')).toBe('The canals were opened in 1869.');
  });

  it('stay as they are where they may be others of their kind', () => {
    const known = [...KNOWN, 'A narrow canal needs locks.', 'Farmers dig a narrow canal by hand.'];
    expect(named('The canal was opened in 1869.', known)).toBe('The canal was opened in 1869.');
  });

  it('stay as they are where two bear such a name', () => {
    const both = [...KNOWN, 'The Panama Canal is longer.', 'Ships use the Panama Canal too.'];
    expect(named('The canal was opened in 1869.', both)).toBe('The canal was opened in 1869.');
  });
});
