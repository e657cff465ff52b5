import { seededRandom } from '@lectern/platform';
import { glossaryDrafts, glossaryEntries, type GlossaryEntry } from './glossary';
import { loadTagger, type Tagger } from './tagger';

const TEXT = [
  'hashable: A type whose values never change\nand can be looked up by them.',
  'traceback: A list of the functions that were running when an error was met.',
  'dictionary: An object that maps keys to values.',
  'void function: A function that gives nothing back.',
  'increment: To make a variable larger by a fixed amount.',
  'recursion: The process of calling what is running already.',
].join('\n');

describe('a glossary', () => {
  let tag: Tagger;
  let entries: GlossaryEntry[];
  beforeAll(async () => {
    tag = await loadTagger();
    entries = glossaryEntries([{ text: TEXT }], tag);
  });

  it('gives its terms with what they mean, but for those that name themselves', () => {
    expect(entries.map(({ term }) => term)).toEqual(['hashable', 'traceback', 'dictionary', 'increment', 'recursion']);
    expect(entries[0]!.meaning).toBe('A type whose values never change and can be looked up by them.');
    expect(TEXT.slice(entries[2]!.span.start, entries[2]!.span.end)).toBe('dictionary: An object that maps keys to values.');
  });

  it('is read from the lines of a slide, whatever stands between term and meaning', () => {
    const slide = [
      '◾ Stakeholder – person or organisation that a system affects',
      '◾ Elicitation → the gathering of what a system has to do',
      '• Prototype: an early model that is shown to users',
      '- Interview - a conversation with prepared questions',
      '— Use case: description of one way in which a system is used',
      '◾ Cost: They are paid by whoever wants the thing',
      '◾ Note: an important thing that is to be kept in mind',
    ].join('\n');
    const found = glossaryEntries([{ text: slide }], tag);
    expect(found.map(({ term }) => term)).toEqual(['Stakeholder', 'Elicitation', 'Prototype', 'Interview', 'Use case']);
    expect(slide.slice(found[0]!.span.start, found[0]!.span.end)).toBe('Stakeholder – person or organisation that a system affects');
  });

  it('is none where two lines happen to have a colon', () => {
    expect(glossaryEntries([{ text: TEXT.split('\n').slice(3, 5).join('\n') }], tag)).toEqual([]);
  });

  it('asks which term has a meaning, against other terms of it', () => {
    const [recall, choose] = glossaryDrafts(entries[2]!, entries, { start: 0, index: 0 }, seededRandom(1));
    expect(recall!.write()).toMatchObject({ stem: 'Which term means “an object that maps keys to values”?', answer: 'dictionary' });
    expect(choose!.write()!.options).toHaveLength(4);
    expect(entries.map(({ term }) => term)).toEqual(expect.arrayContaining(choose!.write()!.options as string[]));
  });
});
