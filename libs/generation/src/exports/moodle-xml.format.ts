import { type FixedWords, fixedWordsOf } from './fixed-words';
import { Markup, markup, XML_DECLARATION } from './markup';
import { nameOf, plainQuestion, type PlainQuestion } from './plain-question';
import type { QuestionFormat } from './question-format';

/**
 * Moodle's own format (docs.moodle.org/en/Moodle_XML_format), as its importer reads it (`question/format/xml/format.php`).
 * A cloze is a `shortanswer`: Moodle puts the field where `_____` stands in the text.
 */
export const moodleXmlFormat: QuestionFormat = {
  name: 'moodle-xml',
  mediaType: 'application/xml; charset=utf-8',
  extension: 'moodle.xml',
  write: (set) => {
    const fixed = fixedWordsOf(set);
    return markup`${XML_DECLARATION}<quiz>
${set.questions.map((question, i) => moodleQuestion(plainQuestion(question), i, fixed))}</quiz>
`.source;
  },
};

const MOODLE_TYPES = {
  multiple_choice: 'multichoice',
  true_false: 'truefalse',
  short_answer: 'shortanswer',
  cloze: 'shortanswer',
} as const;

/** What a wrong attempt costs where more than one is allowed: Moodle's defaults. */
const PENALTIES = { multichoice: '0.3333333', shortanswer: '0.3333333', truefalse: '1' } as const;

function moodleQuestion(question: PlainQuestion, index: number, fixed: FixedWords): Markup {
  const type = MOODLE_TYPES[question.type];
  const { explanation, sources } = question;
  return markup`<question type="${type}">
<name><text>${nameOf(question, index)}</text></name>
<questiontext format="html"><text>${html(markup`<p>${question.stem}</p>`)}</text></questiontext>
<generalfeedback format="html"><text>${html(markup`<p>${explanation}</p><p>${fixed.source}${sources.join('; ')}</p>`)}</text></generalfeedback>
<defaultgrade>1</defaultgrade>
<penalty>${PENALTIES[type]}</penalty>
<hidden>0</hidden>
<idnumber>${question.id}</idnumber>
${answersOf(question)}<tags>
<tag><text>${question.difficulty}</text></tag>
<tag><text>${question.bloom_level}</text></tag>
</tags>
</question>
`;
}

/** HTML as the text of an element. */
const html = ({ source }: Markup): string => source;

function answersOf({ type, answer, options, accepted }: PlainQuestion): Markup {
  switch (type) {
    case 'true_false':
      return markup`${['true', 'false'].map((truth) => answerOf(truth, 'moodle_auto_format', truth === answer))}`;
    case 'multiple_choice':
      return markup`<single>true</single>
<shuffleanswers>false</shuffleanswers>
<answernumbering>ABCD</answernumbering>
${options.map(({ text, right }) => answerOf(html(markup`<p>${text}</p>`), 'html', right))}`;
    case 'short_answer':
    case 'cloze':
      // an asterisk of an answer stands for any text, but for one behind a backslash
      return markup`<usecase>0</usecase>
${accepted.map((text) => answerOf(text.replaceAll('*', '\\*'), 'moodle_auto_format', true))}`;
  }
}

function answerOf(text: string, format: string, right: boolean): Markup {
  return markup`<answer fraction="${right ? '100' : '0'}" format="${format}"><text>${text}</text><feedback format="html"><text></text></feedback></answer>
`;
}
