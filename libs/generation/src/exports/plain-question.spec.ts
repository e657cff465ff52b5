import { aroundBlank, plainQuestion, plainText } from './plain-question';
import { SAMPLE_QUESTIONS } from './sample-sets.contract';

const [choice, truth, cloze, short] = SAMPLE_QUESTIONS;

describe('plainQuestion', () => {
  it('knows one option as right by its place, where others look like it', () => {
    const options = ['Suez', 'Su\u00adez', 'Su\u00adez', 'Kiel'];
    const { options: plain, answer } = plainQuestion({ ...choice!, options, answer: 'Su\u00adez' });
    expect(plain.map(({ text }) => text)).toEqual(['Suez', 'Suez', 'Suez', 'Kiel']);
    expect(plain.filter(({ right }) => right).map(({ letter }) => letter)).toEqual(['B']);
    expect(answer).toBe('Suez');
  });

  it('takes other answers where the learner writes one, and nowhere else', () => {
    expect([choice, truth].map((question) => plainQuestion(question!).accepted)).toEqual([[], []]);
    expect([cloze, short].map((question) => plainQuestion(question!).accepted[0])).toEqual([cloze!.answer, short!.answer]);
  });

  it('names a page where the document has pages', () => {
    expect([truth, cloze].map((question) => plainQuestion(question!).sources)).toEqual([
      ['canals & seas.pdf, p. 2', 'canals & seas.pdf, p. 7'],
      ['canals & seas.pdf'],
    ]);
  });
});

it('plainText keeps no line end and nothing that UTF-8 or XML cannot hold', () =>
  expect(plainText(' a\r\nb\u0000\ud800c\uffff\u{1f600} ')).toBe('a b \ufffdc\ufffd\u{1f600}'));

it('aroundBlank parts a stem at its first blank', () => {
  expect(aroundBlank('_____ or _____?')).toEqual(['', ' or _____?']);
  expect(aroundBlank('Who?')).toBeUndefined();
});
