import fc from 'fast-check';
import { fixedWordsOf } from './fixed-words';
import { moodleXmlFormat } from './moodle-xml.format';
import { plainQuestion, type PlainQuestion } from './plain-question';
import type { ExportableSet } from './question-format';
import { readHtml, readXml, type XmlElement } from './read-back.contract';
import { hostileSets, SAMPLE_QUESTIONS, SAMPLE_SET } from './sample-sets.contract';

/** A question as Moodle's importer takes it: `question/format/xml/format.php` trims each text. */
function readQuestion(question: XmlElement) {
  const textOf = (element: XmlElement) => element.elements.find(({ name }) => name === 'text')?.text.trim() ?? '';
  const paragraphs = (name: string) => readHtml(textOf(question.one(name))).elements.map(({ text }) => text);
  const answers = question.all('answer').map((answer) => ({
    fraction: answer.attributes['fraction'],
    text: answer.attributes['format'] === 'html' ? readHtml(textOf(answer)).text : textOf(answer),
  }));
  const settings = ['single', 'shuffleanswers', 'usecase', 'idnumber'].flatMap((name) => question.all(name));
  return {
    type: question.attributes['type'],
    name: textOf(question.one('name')),
    stem: paragraphs('questiontext'),
    feedback: paragraphs('generalfeedback'),
    answers,
    settings: Object.fromEntries(settings.map(({ name, text }) => [name, text])),
  };
}

/** What Moodle takes for right: `compare_string_with_wildcard` of `question/type/shortanswer/question.php`. */
function takes(pattern: string, given: string): boolean {
  const parts = pattern.split(/(?<!\\)\*+/u).map((part) => RegExp.escape(part.replaceAll('\\*', '*')));
  return new RegExp(`^${parts.join('.*')}$`, 'iu').test(given.trim());
}

const write = (set: ExportableSet) => readXml(moodleXmlFormat.write(set) as string).elements.map(readQuestion);

describe('moodleXmlFormat', () => {
  const [choice, truth, cloze, short] = write(SAMPLE_SET);

  it('asks for one of four options, in their order, with code and formulas as text', () => {
    expect(choice).toMatchObject({
      type: 'multichoice',
      settings: { single: 'true', shuffleanswers: 'false' },
      stem: [SAMPLE_QUESTIONS[0]!.stem],
    });
    expect(choice!.answers).toEqual([
      { fraction: '0', text: 'if (a[i] < b) { return "x"; }' },
      { fraction: '0', text: 'a & b' },
      { fraction: '100', text: '$x^2 + {y}$' },
      { fraction: '0', text: ']]>' },
    ]);
  });

  it('has true or false as a type of its own', () => {
    expect(truth).toMatchObject({ type: 'truefalse', stem: ['Warsaw lies on the Vistula.'] });
    expect(truth!.answers).toEqual([
      { fraction: '100', text: 'true' },
      { fraction: '0', text: 'false' },
    ]);
  });

  it('leaves the blank of a cloze to Moodle, which puts the field there', () => {
    expect(cloze).toMatchObject({ type: 'shortanswer', settings: { usecase: '0' }, stem: ['The canal {_____} was opened in 1869.'] });
  });

  it('takes an asterisk of an answer for itself', () => {
    const [pattern] = cloze!.answers;
    expect(takes(pattern!.text, 'of Suez}} (a*b)::c')).toBe(true);
    expect(takes(pattern!.text, 'of Suez}} (axxb)::c')).toBe(false);
  });

  it('takes the answers that grading takes', () => {
    expect(short).toMatchObject({ type: 'shortanswer', settings: { usecase: '0' } });
    expect(short!.answers.every(({ fraction }) => fraction === '100')).toBe(true);
    expect(short!.answers.map(({ text }) => text)).toEqual(expect.arrayContaining(['7,000,000', '7000000', '7 million']));
  });

  it('explains in the general feedback, and names each file and page once', () => {
    expect(truth!.feedback).toEqual(['It does.', 'Source: canals & seas.pdf, p. 2; canals & seas.pdf, p. 7']);
    expect(cloze!.feedback[1]).toBe('Source: canals & seas.pdf');
  });

  it('tells questions apart by their ids, and cuts long names short', () => {
    const stem = '\u{1f600}'.repeat(300);
    const [first] = write({ ...SAMPLE_SET, questions: [{ ...SAMPLE_QUESTIONS[1]!, stem }] });
    expect(first).toMatchObject({ settings: { idnumber: SAMPLE_QUESTIONS[1]!.id }, name: `1. ${'\u{1f600}'.repeat(79)}…`, stem: [stem] });
  });

  it('is well-formed for any texts, which read back', () =>
    fc.assert(
      fc.property(hostileSets, (set) => {
        expect(write(set).map(({ stem, feedback, answers }) => ({ stem, feedback, answers }))).toEqual(
          set.questions.map((question) => expected(plainQuestion(question), fixedWordsOf(set).source)),
        );
        expect(moodleXmlFormat.write(set)).toBe(moodleXmlFormat.write(structuredClone(set)));
      }),
    ));

  function expected({ stem, explanation, sources, options, accepted, type, answer }: PlainQuestion, source: string) {
    const graded = (text: string, right: boolean) => ({ fraction: right ? '100' : '0', text });
    const truths = ['true', 'false'].map((text) => graded(text, text === answer));
    const answers = [
      ...options.map(({ text, right }) => graded(text, right)),
      ...accepted.map((text) => graded(text.replaceAll('*', '\\*'), true)),
    ];
    return { stem: [stem], feedback: [explanation, `${source}${sources.join('; ')}`], answers: type === 'true_false' ? truths : answers };
  }
});
