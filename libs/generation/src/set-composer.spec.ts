import { ExtractiveQuestionModel } from './extractive/extractive.question-model';
import type { Question, QuestionType } from './question';
import { passagesOf, proposed } from './question-model.contract';
import { quotasOf } from './question-request';
import { SetComposer } from './set-composer';

const PEOPLE =
  'Ada Lovelace,Alan Turing,Albert Einstein,Alfred Nobel,Anna Freud,Carl Linnaeus,Charles Darwin,Edward Jenner,Emil Fischer,Ernest Rutherford,Frederick Sanger,George Boole,Gustav Hertz,Henry Cavendish,Isaac Newton,James Maxwell,Jane Goodall,John Dalton,Joseph Lister,Karl Jansky,Linus Pauling,Louis Pasteur,Maria Mayer,Max Planck,Michael Faraday,Paul Dirac,Peter Higgs,Robert Koch,Rosalind Franklin,William Harvey'.split(
    ',',
  );
const PLACES = 'London,Paris,Berlin,Vienna,Rome,Madrid,Lisbon,Dublin,Oslo,Stockholm,Helsinki,Warsaw,Prague,Budapest,Athens'.split(',');
const TEXTS = PEOPLE.map(
  (name, i) =>
    `${name} founded the ${name.split(' ')[1]} Society in ${1801 + 6 * i}. ${name} moved to ${PLACES[i % PLACES.length]} with ${3 + i} assistants.`,
);

async function compose(count: number, { texts = TEXTS, quiz = false, seed = 1, asked = [] as Question[] } = {}) {
  const evidence = passagesOf(texts);
  const quotas = quotasOf(quiz ? ['multiple_choice'] : ['short_answer', 'cloze', 'true_false', 'multiple_choice'], count);
  const composer = new SetComposer({ count, quotas, seed, asked });
  composer.welcome(evidence);
  for (const candidate of await proposed(new ExtractiveQuestionModel(), { counts: quotas, seed }, evidence))
    composer.offer(candidate, evidence);
  return { questions: composer.finish(), rejections: composer.rejections };
}
const without = (questions: Question[]) => questions.map(({ id: _id, ...rest }) => rest);

describe('SetComposer', () => {
  it('delivers the exact count, distinct, with the types mixed', async () => {
    const { questions } = await compose(20);
    expect(questions).toHaveLength(20);
    expect(new Set(questions.map(({ stem, answer }) => stem + answer)).size).toBe(20);
    expect(new Set(questions.map(({ type }) => type)).size).toBe(4);
  });

  it('delivers what there is and never pads', async () => {
    const { questions } = await compose(100, { texts: TEXTS.slice(0, 2) });
    expect(questions.length).toBeGreaterThanOrEqual(3);
    expect(questions.length).toBeLessThan(30);
    expect(new Set(questions.map(({ stem, answer }) => stem + answer)).size).toBe(questions.length);
  });

  it('asks no more of a sentence that two documents hold than of one', async () => {
    const once = await compose(40, { texts: TEXTS.slice(0, 3) });
    const twice = await compose(40, { texts: TEXTS.slice(0, 3).flatMap((text) => [text, text]) });
    expect(twice.questions.length).toBeLessThanOrEqual(once.questions.length);
  });

  it('takes what is hardly worth asking only where there is next to nothing else, or nothing of a type', async () => {
    const evidence = passagesOf(TEXTS);
    const good = await proposed(new ExtractiveQuestionModel(), { counts: { multiple_choice: 12 }, seed: 1 }, evidence);
    const composed = (candidates: typeof good, types: QuestionType[] = ['multiple_choice']) => {
      const composer = new SetComposer({ count: 8, quotas: quotasOf(types, 8), seed: 1, asked: [] });
      composer.welcome(evidence);
      for (const candidate of candidates) composer.offer(candidate, evidence);
      return composer.finish();
    };
    const poor = good.map((candidate) => ({ ...candidate, lastResort: true }));
    expect(composed(poor)).toHaveLength(3);
    expect(composed([...good.slice(0, 2), ...poor])).toHaveLength(3);
    // a set that is nearly whole is made whole
    expect(composed([...good.slice(0, 7), ...poor])).toHaveLength(8);
    const recalls = await proposed(new ExtractiveQuestionModel(), { counts: { short_answer: 12 }, seed: 1 }, evidence);
    const mixed = composed([...recalls, ...poor], ['short_answer', 'multiple_choice']);
    expect(mixed.filter(({ type }) => type === 'multiple_choice')).toHaveLength(1);
    expect(mixed).toHaveLength(8);
  });

  it('takes no more than a third of a set from one passage', async () => {
    const long = TEXTS.slice(0, 20).join(' ');
    const { questions } = await compose(9, { texts: [long, ...TEXTS.slice(20)] });
    expect(questions).toHaveLength(9);
    expect(questions.filter(({ sources: [source] }) => source!.end <= long.length).length).toBeLessThanOrEqual(3);
  });

  it('puts as many keys at each letter as at the others', async () => {
    const { questions } = await compose(16, { quiz: true });
    const keys = questions.map(({ options, answer }) => options!.indexOf(answer));
    expect([0, 1, 2, 3].map((place) => keys.filter((key) => key === place).length)).toEqual([4, 4, 4, 4]);
  });

  it('gives the same set for the same seed, but for ids', async () => {
    expect(without((await compose(12, { seed: 5 })).questions)).toEqual(without((await compose(12, { seed: 5 })).questions));
  });

  it('brings back what was asked lately last, and says so', async () => {
    const texts = TEXTS.slice(0, 4);
    const first = (await compose(3, { texts })).questions;
    const second = (await compose(3, { texts, asked: first })).questions;
    const key = ({ sources: [source], answer, type }: Question) => `${source!.start} ${type === 'true_false' ? '' : answer}`;
    expect(second.filter((question) => first.map(key).includes(key(question)))).toEqual([]);
    const asked = [...first, ...second];
    for (let sets = 0; sets < 20 && !asked.at(-1)?.repeated; sets++) {
      const set = (await compose(3, { texts, asked })).questions;
      asked.push(...set.toSorted((a, b) => Number(a.repeated ?? 0) - Number(b.repeated ?? 0)));
      expect(set.length).toBe(3);
    }
    expect(asked.at(-1)?.repeated).toBe(true);
  });

  it('counts what its checks dropped', async () => {
    const evidence = passagesOf(TEXTS);
    const composer = new SetComposer({ count: 1, quotas: quotasOf(['cloze'], 1), seed: 1, asked: [] });
    composer.offer(
      {
        type: 'cloze',
        stem: 'No blank.',
        answer: 'x',
        explanation: 'y',
        difficulty: 'easy',
        bloomLevel: 'remember',
        passage: 0,
        quote: { start: 0, end: 5 },
      },
      evidence,
    );
    expect(composer.rejections).toEqual({ schema: 1 });
    expect(composer.finish()).toEqual([]);
  });
});
