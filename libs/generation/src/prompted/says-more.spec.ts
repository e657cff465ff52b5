import { saysMore } from './says-more';

const PASSAGE = 'By the 19th century the city of Port Said had 1,000 houses and six schools, and the canal was the work of Lesseps.';
const says = (stem: string, answer = 'true') => saysMore({ type: 'true_false', stem, answer }, PASSAGE);

describe('saysMore', () => {
  it.each([
    'In the 19th century Port Said had 1000 houses.',
    'There were 6 schools in Port Said, and 1 000 houses.',
    'The canal, by Lesseps, made the city.',
  ])('lets %j stand', (stem) => expect(says(stem)).toBe(false));

  it.each(['In the 18th century Port Said had 1,000 houses.', 'There were 7 schools in Port Said.', 'The canal was the work of Stevens.'])(
    'knows that nobody said %j',
    (stem) => expect(says(stem)).toBe(true),
  );

  it('expects nothing of a statement that is said to be false, nor of other questions', () => {
    expect(says('There were 7 schools in Port Said.', 'false')).toBe(false);
    expect(saysMore({ type: 'short_answer', stem: 'Were there 7 schools?', answer: 'true' }, PASSAGE)).toBe(false);
  });

  it('knows names by their capitals in English alone', () => {
    const german = 'Der Kanal wurde im Jahr 1869 eröffnet und verbindet das Mittelmeer mit dem Roten Meer.';
    expect(saysMore({ type: 'true_false', stem: 'Die Wasserstraße gibt es seit dem Jahr 1869.', answer: 'true' }, german)).toBe(false);
  });
});
