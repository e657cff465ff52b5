import fc from 'fast-check';
import type { Question } from '../question';
import { giftFormat } from './gift.format';
import { aroundBlank, plainQuestion, type PlainQuestion } from './plain-question';
import type { ExportableSet } from './question-format';
import { hostileSets, SAMPLE_QUESTIONS, SAMPLE_SET } from './sample-sets.contract';

const PLACEHOLDERS = { ':': '058', '#': '035', '=': '061', '{': '123', '}': '125', '~': '126' } as const;
const hidden = (text: string) =>
  Object.entries(PLACEHOLDERS)
    .reduce((all, [mark, number]) => all.replaceAll(`\\${mark}`, `&&${number};`), text.replaceAll('\\\\', '&&092;'))
    .replaceAll('\\n', '&&010')
    .replaceAll('&&092;', '\\');
const shown = (text: string) =>
  Object.entries(PLACEHOLDERS)
    .reduce((all, [mark, number]) => all.replaceAll(`&&${number};`, mark), text)
    .replaceAll('&&010', '\n');
/** PHP's. */
const trim = (text: string) => text.replace(/^[ \t\n\r\0\v]+|[ \t\n\r\0\v]+$/gu, '');

function withFormat(text: string, usual = 'moodle') {
  const [all, named] = /^\[(moodle|html|plain|markdown)\]/u.exec(text) ?? [''];
  return { text: trim(shown(text.slice(all.length))), format: named ?? usual };
}

/** The question type and its parts, in the order in which `readquestion` of Moodle's `question/format/gift/format.php` takes a block apart. */
function readBlock(block: string) {
  const lines = block.split('\n').map((line) => (line.trim().startsWith('//') ? ' ' : line));
  let text = hidden(trim(lines.join('\n')));
  const name = /^::(.*?)::/su.exec(text)![1]!;
  text = trim(text.slice(name.length + 4));
  const [start, end] = [text.indexOf('{'), text.indexOf('}')];
  const [before, answers, after] = [text.slice(0, start), trim(text.slice(start + 1, end)), text.slice(end + 1)];
  const separator = answers.lastIndexOf('####');
  const stem = withFormat(before + (after === '' ? '' : '_____') + after);
  const inside = separator < 0 ? answers : trim(answers.slice(0, separator));
  const feedback = withFormat(separator < 0 ? '' : answers.slice(separator + 4), stem.format);
  return { name, stem, feedback, ...readAnswers(inside, stem.format) };
}

function readAnswers(inside: string, format: string) {
  if (inside === '') return { type: 'essay', answers: [] };
  if (inside.startsWith('#')) return { type: 'numerical', answers: [] };
  if (inside.includes('~')) {
    const parts = inside.replaceAll('=', '~=').split('~').map(trim).filter((part, i) => i > 0 || part !== ''); // prettier-ignore
    return {
      type: 'multichoice',
      answers: parts.map((part) => (part.startsWith('=') ? answer(part.slice(1), 1, format) : weighedAnswer(part, 0, format))),
    };
  }
  if (inside.includes('=') && inside.includes('->')) return { type: 'match', answers: [] };
  if (/^(?:T|TRUE|F|FALSE)(?=\s*(?:#|$))/u.test(inside)) return { type: 'truefalse', answers: [answer(inside, 1, format)] };
  const parts = inside.split('=').map(trim).filter((part, i) => i > 0 || part !== ''); // prettier-ignore
  return { type: 'shortanswer', answers: parts.map((part) => weighedAnswer(part, 1, format)) };
}

function weighedAnswer(part: string, usual: number, format: string) {
  const [weight, percent] = /^%(-*[0-9]{1,2}\.?[0-9]*)%/u.exec(part) ?? [];
  return weight === undefined ? answer(part, usual, format) : answer(part.slice(weight.length), Number(percent) / 100, format);
}

function answer(part: string, weight: number, usual: string) {
  const [text = ''] = part.split('#');
  return { ...withFormat(trim(text), usual), weight };
}

/** As Moodle parts a file: at blank lines. */
const read = (set: ExportableSet) => (giftFormat.write(set) as string).split(/\n\s*\n/u).filter(Boolean).map(readBlock); // prettier-ignore
const sample = (change: Partial<Question>) => read({ ...SAMPLE_SET, questions: [{ ...SAMPLE_QUESTIONS[3]!, ...change }] })[0]!;

const answersFor = (text: string) => ({ text: text.replaceAll('*', '\\*'), format: 'plain', weight: 1 });

describe('giftFormat', () => {
  it('asks for one of four options, for true or false, and for words', () => {
    const [choice, truth, cloze, short] = read(SAMPLE_SET);
    expect(choice).toMatchObject({ type: 'multichoice', stem: { text: SAMPLE_QUESTIONS[0]!.stem, format: 'plain' } });
    expect(choice!.answers.map(({ text, weight }) => [text, weight])).toEqual(
      SAMPLE_QUESTIONS[0]!.options!.map((option) => [option, option === SAMPLE_QUESTIONS[0]!.answer ? 1 : 0]),
    );
    expect(truth).toMatchObject({ type: 'truefalse', answers: [{ text: 'TRUE' }], feedback: { text: 'It does.' } });
    expect(cloze).toMatchObject({ type: 'shortanswer', stem: { text: 'The canal { _____ } was opened in 1869.' } });
    expect(short!.answers).toEqual(expect.arrayContaining(['7,000,000', '7000000', '7 million'].map(answersFor)));
  });

  it('makes no pairs to match of an answer with an arrow', () => {
    expect(sample({ answer: 'a->b' })).toMatchObject({ type: 'shortanswer', answers: [answersFor('a->b')] });
    expect(sample({ answer: '%50% a->b = c' })).toMatchObject({ type: 'shortanswer', answers: [answersFor('%50% a->b = c')] });
  });

  it.each(['%50% of it', '%-33.3%', '[html]<b>', '[plain]', '[x', '=%50%', '~', '//'])(
    'takes %j of an answer or an option for words',
    (text) => {
      expect(sample({ answer: text }).answers).toContainEqual(answersFor(text));
      const options = ['one', text, 'two', 'three'];
      for (const key of ['one', text]) {
        const { answers } = sample({ type: 'multiple_choice', options, answer: key });
        expect(answers).toEqual(options.map((option) => ({ text: option, format: 'plain', weight: option === key ? 1 : 0 })));
      }
      expect(sample({ explanation: text }).feedback).toEqual({ text, format: 'plain' });
    },
  );

  it('reads back, whatever the texts are', () =>
    fc.assert(
      fc.property(hostileSets, (set) => {
        expect(read(set).map(({ type, stem, feedback, answers }) => ({ type, stem, feedback, answers }))).toEqual(
          set.questions.map((question) => expected(plainQuestion(question))),
        );
      }),
    ));

  function expected({ type, stem, answer: key, options, accepted, explanation }: PlainQuestion) {
    const text = (words: string) => ({ text: trim(words), format: 'plain' });
    const [before, after] = aroundBlank(stem) ?? [];
    const arrow = accepted.some((one) => one.includes('->'));
    const forms = {
      multiple_choice: ['multichoice', options.map((one) => ({ ...text(one.text), weight: one.right ? 1 : 0 }))],
      true_false: ['truefalse', [answersFor(key.toUpperCase())]],
      short_answer: ['shortanswer', (arrow ? [key] : accepted).map(answersFor)],
      cloze: ['shortanswer', (arrow ? [key] : accepted).map(answersFor)],
    } as const;
    const asked = type === 'cloze' ? (after === '' ? before! : `${before} _____ ${after}`) : stem;
    return { type: forms[type][0], stem: text(asked), feedback: text(explanation), answers: forms[type][1] };
  }
});
