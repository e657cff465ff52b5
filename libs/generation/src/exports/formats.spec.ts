import type { Question } from '../question';
import { formatNamed } from './formats';

const base = { difficulty: 'easy', bloom_level: 'remember', verification: { grounded: true, agreed: true } } as const;
const source = {
  document_id: 'd' as never,
  filename: '=cmd|calc.pdf',
  page: 2,
  page_end: 2,
  start: 0,
  end: 5,
  quote: 'He said: "1 = 1", {so}\nit is.',
};
const questions: Question[] = [
  {
    ...base,
    id: '1',
    type: 'multiple_choice',
    stem: 'What is 50 % of {x} = ~2?',
    options: ['a: b', 'c#d', 'e\\f', '=g'],
    answer: 'c#d',
    explanation: 'Because "c", see: #1.',
    sources: [source],
  },
  { ...base, id: '2', type: 'true_false', stem: '1 = 1, or ~not.', answer: 'true', explanation: 'E', sources: [source] },
  {
    ...base,
    id: '3',
    type: 'cloze',
    stem: 'Water: H, O and _____.',
    answer: '-nothing',
    explanation: 'E',
    sources: [{ ...source, page: null }],
  },
  { ...base, id: '4', type: 'short_answer', stem: '+Who?', answer: '@Curie*', explanation: 'E', sources: [source] },
];
const set = {
  id: 's',
  mode: 'practice',
  topic: null,
  requested: 4,
  questions,
  shortfall_reason: null,
  created_at: '2026-11-28T01:02:03.456Z',
} as const;
const write = (format: string) => formatNamed(format).write(set) as string;

/** RFC 4180, written from its grammar. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)!.push(quoted === undefined ? bare! : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

describe('the exports', () => {
  it('csv reads back, and no cell begins like a formula', () => {
    const [head, ...rows] = readCsv(write('csv'));
    expect(rows).toHaveLength(4);
    for (const row of rows) {
      expect(row).toHaveLength(head!.length);
      for (const cell of row) expect(cell).not.toMatch(/^[=+\-@\t]/);
    }
    const cell = (row: number, name: string) => rows[row]![head!.indexOf(name)];
    expect(cell(0, 'stem')).toBe('What is 50 % of {x} = ~2?');
    expect(cell(0, 'option_d')).toBe("'=g");
    expect(cell(0, 'quote')).toBe('He said: "1 = 1", {so} it is.');
    expect(cell(2, 'page')).toBe('');
    expect(cell(3, 'answer')).toBe("'@Curie*");
  });

  it('markdown is what the chat answers', () => expect(write('markdown')).toMatch(/^1\. What is 50 % of/));

  it('names the formats where another one is asked for', () =>
    expect(() => formatNamed('exe')).toThrow('format must be one of markdown, gift, moodle-xml, qti, anki, csv.'));
});
