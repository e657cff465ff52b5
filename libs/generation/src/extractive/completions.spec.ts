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
    ['how much, of what is not said', 'Much went for tickets that gave the threads of the kernel more time.'],
    ['a subject that is nothing by itself', 'Everything was very still and dark in the machine room.'],
  ])('are not made of %s', async (_, note) => {
    const found = await completions([note, ...NOTES]);
    expect(found.filter(({ passage }) => passage === 0)).toEqual([]);
  });

  it('set what an army did against what others of its world did, where there are enough', async () => {
    const found = await completions([
      'The Red Army drove the enemy out of the burning town in January.',
      'The Home Army fought for two months in the narrow streets.',
      'The Royal Navy carried the wounded across the northern sea.',
      'The Foreign Legion guarded the high passes of the mountains.',
      'The University of Oslo taught medicine to the sons of farmers.',
      'The mermaid was a spirit living in the river near the town.',
      'Tobacco was the main crop of the dry southern fields.',
      'A steel bridge was built over the river near the old town.',
    ]);
    const asked = found.filter(({ stem }) => /Army|Navy|Legion|University/.test(stem));
    expect(asked.length).toBeGreaterThan(0);
    for (const { options } of asked) expect(options!.filter((option) => /spirit|crop|built/.test(option))).toEqual([]);
  });

  it('never give the name of one thing to another', async () => {
    const found = await completions([
      'The tallest building of the town is the Bank of America Tower at the river.',
      'The oldest gate is the Saint James Gate of the northern wall.',
      'The widest square is the Market Square of the old town.',
      'The longest street is the Harbour Road of the western port.',
      ...NOTES,
    ]);
    const others = found.filter(({ stem }) => /mutex|deadlock|scheduler|compiler|Interrupt|Device/.test(stem));
    expect(others.length).toBeGreaterThan(0);
    expect(others.flatMap(({ options }) => options!).filter((option) => /Tower|Gate|Square|Road/.test(option))).toEqual([]);
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
