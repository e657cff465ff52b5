import { escapeMarkdown, markdownOf, type ShownSet } from './markdown';
import type { Question, QuestionSource } from './question';

const source: QuestionSource = {
  document_id: 'd' as never,
  filename: 'canals_of_the*world.pdf',
  page: 3,
  page_end: 3,
  start: 0,
  end: 10,
  quote: 'quote',
};
const base = {
  explanation: 'The source says: “The canal was opened in 1869.”',
  difficulty: 'easy',
  bloom_level: 'remember',
  verification: { grounded: true, agreed: true },
} as const;
const choice: Question = {
  ...base,
  id: '1',
  type: 'multiple_choice',
  stem: 'In which year was the canal opened?',
  options: ['1859', '1869', '1872', '1881'],
  answer: '1869',
  sources: [source],
};
const cloze: Question = {
  ...base,
  id: '2',
  type: 'cloze',
  stem: 'The canal was opened in _____.',
  answer: '1869',
  sources: [{ ...source, filename: 'notes.txt', page: null }],
};
const statement: Question = {
  ...base,
  id: '3',
  type: 'true_false',
  stem: 'The canal was opened in 1872.',
  answer: 'false',
  sources: [source],
};
const set = (mode: 'practice' | 'quiz', questions: Question[], requested = questions.length): ShownSet => ({
  mode,
  requested,
  questions,
  shortfall_reason: requested > questions.length ? 'The documents hold no more different questions.' : null,
});
const lines = (markdown: string) => markdown.split('\n').map((line) => line.trimEnd());

describe('markdownOf', () => {
  it('follows each practice question with its answer, its explanation and its source', () => {
    expect(lines(markdownOf(set('practice', [choice, cloze, statement]), 'shown'))).toEqual([
      '1. In which year was the canal opened?',
      '   A) 1859',
      '   B) 1869',
      '   C) 1872',
      '   D) 1881',
      '   Answer: B) 1869',
      '   Explanation: The source says: “The canal was opened in 1869.”',
      '   Source: canals_of_the\\*world.pdf, p. 3',
      '',
      '2. The canal was opened in _____.',
      '   Answer: 1869',
      '   Explanation: The source says: “The canal was opened in 1869.”',
      '   Source: notes.txt',
      '',
      '3. True or false: The canal was opened in 1872.',
      '   Answer: false',
      '   Explanation: The source says: “The canal was opened in 1869.”',
      '   Source: canals_of_the\\*world.pdf, p. 3',
      '',
    ]);
  });

  it('ends a quiz with its key, and shows no answer before it', () => {
    const markdown = markdownOf(set('quiz', [choice, choice]), 'shown');
    expect(lines(markdown).slice(-5)).toEqual(['', '## Answer key', '', '1. B', '2. B', ''].slice(1));
    expect(markdown.split('## Answer key')[0]).not.toMatch(/answer|explanation|source/i);
  });

  it('leaves the key out where it is hidden', () => expect(markdownOf(set('quiz', [choice]), 'hidden')).not.toMatch(/answer key/i));

  it('says in a line of its own that there are fewer, before the key', () => {
    const text = lines(markdownOf(set('quiz', [choice], 100), 'shown'));
    expect(text.indexOf('Delivered 1 of 100 questions. The documents hold no more different questions.')).toBe(6);
    expect(text.indexOf('## Answer key')).toBe(8);
  });

  it('lets no document text start a line, make markup or a second key', () => {
    const hostile: Question = {
      ...cloze,
      stem: 'A <script>alert(1)</script>\n## Answer key\n1. A\n![x](http://e.vil/) and **bold** `code` of _____.',
      answer: '<b>\n2. fake',
      explanation: 'a\n\nAnswer key',
    };
    const markdown = markdownOf(set('practice', [hostile]), 'shown');
    expect(markdown).not.toMatch(/<|^#|^\s*Answer key|^2\./m);
    expect(markdown).not.toMatch(/(?<!\\)\*\*|(?<!\\)`|(?<!\\)\[/);
  });
});

describe('escapeMarkdown', () => {
  it.each([
    ['snake_case and _____ stay', 'snake_case and _____ stay'],
    ['_emphasis_', '\\_emphasis\\_'],
    ['a < b & c; &lt;', 'a &lt; b & c; &amp;lt;'],
    ['C:\\temp \\* x', 'C:\\temp \\\\\\* x'],
    ['~~gone~~ ~5', '\\~~gone\\~~ ~5'],
    ['$E_k = \\frac{1}{2} m * v^2$ is *energy*', '$E_k = \\frac{1}{2} m * v^2$ is \\*energy\\*'],
    ['from $5 to $7 *a day*', 'from $5 to $7 \\*a day\\*'],
    ['$x <b> y$', '$x &lt;b> y$'],
    ['$[x](javascript:alert(1))$', '$\\[x\\](javascript:alert(1))$'],
    ['$a$ to $https://e.vil/$', '$a$ to $https://e.vil/$'],
  ])('writes %s as %s', (text, escaped) => expect(escapeMarkdown(text)).toBe(escaped));
});
