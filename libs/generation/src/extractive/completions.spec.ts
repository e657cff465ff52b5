import { passagesOf, proposed } from '../question-model.contract';
import { ExtractiveQuestionModel } from './extractive.question-model';

const NOTES = [
  'A mutex protects shared data from threads that run at once.',
  'A deadlock occurs when two locks are required to process data.',
  'The scheduler gives each process a slice of the processor time.',
  'A compiler translates the text of a program into instructions.',
  'Interrupt handlers are called by the processor when a device is ready.',
  'Device drivers are loaded into the kernel when hardware is found.',
];

const completions = async (notes: readonly string[]) => {
  const found = await proposed(new ExtractiveQuestionModel(), { counts: { multiple_choice: 20 }, seed: 1 }, passagesOf(notes));
  return found.filter(({ stem }) => / _____\.$/.test(stem)).filter(({ answer }) => answer.split(' ').length > 4);
};

describe('completions', () => {
  it('ask what is said of a thing, against what is said of others in its number', async () => {
    const found = await completions(NOTES);
    expect(found.map(({ stem, answer }) => [stem, answer])).toContainEqual([
      'A deadlock _____.',
      'occurs when two locks are required to process data',
    ]);
    for (const { answer, options } of found)
      for (const option of options!) {
        // of another number the verb alone differs
        const told = option.slice(option.indexOf(' '));
        expect(NOTES.some((note) => note.includes(told))).toBe(true);
        // of many it is said as of many
        expect(option).not.toMatch(answer.startsWith('are ') ? /^is / : /^are /);
      }
  });

  it.each([
    ['what leans on another subject', 'A semaphore gives them a number of tickets for the data.'],
    ['what is denied', 'A semaphore does not protect the data of any single thread.'],
    ['one side of two', 'A semaphore is the movement of tickets between the kernel, living threads, and the drivers.'],
    ['half of a list of qualities', 'A semaphore is a part of the kernel that is simple, robust, portable code.'],
    ['what the name of it says', 'The kernel thread scheduler is a scheduler for the threads of the kernel.'],
    ['a subject that is nothing by itself', 'Everything was very still and dark in the machine room.'],
  ])('are not made of %s', async (_, note) => {
    const found = await completions([note, ...NOTES]);
    expect(found.filter(({ passage }) => passage === 0)).toEqual([]);
  });

  it('are not asked of what the whole text is about', async () => {
    const about = Array.from(
      { length: 9 },
      (_, i) => `The kernel ${['reads', 'writes', 'opens'][i % 3]} the file number ${i} of the user.`,
    );
    const found = await completions(['The kernel keeps a table of all running processes.', ...about, ...NOTES]);
    expect(found.map(({ stem }) => stem)).not.toContain('The kernel _____.');
  });
});
