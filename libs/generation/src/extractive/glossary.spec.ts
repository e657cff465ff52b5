import { seededRandom } from '../seeded-random';
import { glossaryDrafts, glossaryEntries } from './glossary';

const TEXT = [
  'hashable: A type whose values never change\nand can be looked up by them.',
  'traceback: A list of the functions that were running when an error was met.',
  'dictionary: An object that maps keys to values.',
  'void function: A function that gives nothing back.',
  'increment: To make a variable larger by a fixed amount.',
  'recursion: The process of calling what is running already.',
].join('\n');

describe('a glossary', () => {
  const entries = glossaryEntries([{ text: TEXT }]);

  it('gives its terms with what they mean, but for those that name themselves', () => {
    expect(entries.map(({ term }) => term)).toEqual(['hashable', 'traceback', 'dictionary', 'increment', 'recursion']);
    expect(entries[0]!.meaning).toBe('A type whose values never change and can be looked up by them.');
    expect(TEXT.slice(entries[2]!.span.start, entries[2]!.span.end)).toBe('dictionary: An object that maps keys to values.');
  });

  it('is none where two lines happen to have a colon', () => {
    expect(glossaryEntries([{ text: TEXT.split('\n').slice(3, 5).join('\n') }])).toEqual([]);
  });

  it('asks which term has a meaning, against other terms of it', () => {
    const [recall, choose] = glossaryDrafts(entries[2]!, entries, { start: 0, index: 0 }, seededRandom(1));
    expect(recall!.write()).toMatchObject({ stem: 'Which term means “an object that maps keys to values”?', answer: 'dictionary' });
    expect(choose!.write()!.options).toHaveLength(4);
    expect(entries.map(({ term }) => term)).toEqual(expect.arrayContaining(choose!.write()!.options as string[]));
  });
});
