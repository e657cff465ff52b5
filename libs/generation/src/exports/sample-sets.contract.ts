import fc from 'fast-check';
import type { DocumentId } from '@lectern/platform';
import { BLANK, type Question, type QuestionSource } from '../question';
import { plainText } from './plain-question';
import type { ExportableSet } from './question-format';

const base = { difficulty: 'easy', bloom_level: 'remember', verification: { grounded: true, agreed: true } } as const;
const sourceOn = (page: number | null, filename = 'canals & seas.pdf'): QuestionSource => {
  const quote = 'The canal was opened in 1869.';
  return { document_id: 'd' as DocumentId, filename, page, page_end: page, start: 0, end: quote.length, quote };
};

/** One question of each type, with code and formulas in its texts. */
export const SAMPLE_QUESTIONS: readonly Question[] = [
  {
    ...base,
    id: '0f4d6c1e-1111-4111-8111-000000000001',
    type: 'multiple_choice',
    stem: 'Which of these is <b>true</b> where a < b && b > c?',
    options: ['if (a[i] < b) { return "x"; }', 'a & b', '$x^2 + {y}$', ']]>'],
    answer: '$x^2 + {y}$',
    explanation: 'Because \\(x^2\\) is {{c1::positive}}: see "a::b".',
    sources: [sourceOn(2)],
  },
  {
    ...base,
    id: '0f4d6c1e-1111-4111-8111-000000000002',
    type: 'true_false',
    stem: 'Warsaw lies on the Vistula.',
    answer: 'true',
    explanation: 'It does.',
    sources: [sourceOn(2), sourceOn(2), sourceOn(7)],
  },
  {
    ...base,
    id: '0f4d6c1e-1111-4111-8111-000000000003',
    type: 'cloze',
    stem: `The canal {${BLANK}} was opened in 1869.`,
    answer: 'of Suez}} (a*b)::c',
    explanation: 'The text says so.',
    sources: [sourceOn(null)],
  },
  {
    ...base,
    id: '0f4d6c1e-1111-4111-8111-000000000004',
    type: 'short_answer',
    stem: 'How many people live there?',
    answer: '7,000,000',
    explanation: 'Seven million do.',
    sources: [sourceOn(3)],
  },
];

export const SAMPLE_SET: ExportableSet = {
  id: '01935f0e-2222-7222-8222-000000000000',
  mode: 'practice',
  topic: 'Canals & <seas>',
  requested: SAMPLE_QUESTIONS.length,
  questions: SAMPLE_QUESTIONS,
  shortfall_reason: null,
  created_at: '2026-11-28T01:02:03.456Z',
};

/** What means something to XML, HTML, Moodle, QTI, Anki, or what neither XML nor UTF-8 can hold. */
const MARKS = [
  ['<script>', '</text>', ']]>', '<![CDATA[', '&amp;', '&#0;', '<!--', '-->', '"', "'", '<?xml?>'],
  ['{{c1::', '}}', '::', '{', '}', '[sound:a.mp3]', '[latex]', '{{Answer}}'],
  [
    '*',
    '\\',
    '\\*',
    '$x$',
    '\\(',
    '~',
    '=',
    '#',
    '@@PLUGINFILE@@',
    '->',
    '%50%',
    '%-5.5%',
    '[html]',
    '[plain]',
    '//',
    'TRUE',
    '\r\n',
    '\t',
    ' ',
  ],
  ['\u0000', '\u0008', '\u001f', '\u007f', '\u0085', '\ufffe', '\uffff', '\ud83d', '\ude00', '\u2028', '\u00ad', '\u{1f600}'],
  ['水', 'e\u0301', '\u212b', '\u0338'],
].flat();
const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
const anyText = fc
  .array(fc.oneof(fc.constantFrom(...MARKS), fc.string({ unit: 'binary', maxLength: 8 }), unit), { minLength: 1, maxLength: 12 })
  .map((parts) => parts.join('').replaceAll(BLANK, ''));
const text = anyText.filter((one) => plainText(one) !== '');
const sources = fc.array(
  fc.record({ page: fc.option(fc.integer({ min: 1, max: 999 })), name: anyText }).map(({ page, name }) => sourceOn(page, name)),
  { minLength: 1, maxLength: 3 },
);
const common = {
  id: fc.uuid(),
  difficulty: fc.constantFrom('easy', 'medium', 'hard'),
  bloom_level: fc.constantFrom('remember', 'apply'),
  verification: fc.constant(base.verification),
  explanation: text,
  sources,
} as const;
const choice = fc.record({ ...common, stem: text, options: fc.tuple(text, text, text, text), key: fc.nat({ max: 3 }) });
const hostileQuestion: fc.Arbitrary<Question> = fc.oneof(
  choice.map(({ key, ...question }): Question => ({ ...question, type: 'multiple_choice', answer: question.options[key] as string })),
  fc.record({ ...common, type: fc.constant('true_false'), stem: text, answer: fc.constantFrom('true', 'false') }),
  fc.record({ ...common, type: fc.constant('short_answer'), stem: text, answer: text }),
  fc.record({ ...common, type: fc.constant('cloze'), stem: fc.tuple(anyText, anyText).map((parts) => parts.join(BLANK)), answer: text }),
);

/** Sets whose every text is hostile. */
export const hostileSets: fc.Arbitrary<ExportableSet> = fc.record({
  id: fc.uuid(),
  mode: fc.constantFrom('practice', 'quiz'),
  topic: fc.option(anyText),
  requested: fc.constant(5),
  shortfall_reason: fc.constant(null),
  created_at: fc.constant(SAMPLE_SET.created_at),
  questions: fc.uniqueArray(hostileQuestion, { minLength: 1, maxLength: 5, selector: ({ id }) => id }),
});
