import fc from 'fast-check';
import { sentencesOf } from './sentences';

const read = (text: string) => sentencesOf(text).map(({ start, end }) => text.slice(start, end));

describe('sentencesOf', () => {
  it('ends sentences at their marks, in many scripts', () => {
    expect(read('One is here. Is two? Three! 四在这里。五在那里。 पहला वाक्य। दूसरा वाक्य।')).toEqual([
      'One is here.',
      'Is two?',
      'Three!',
      '四在这里。',
      '五在那里。',
      'पहला वाक्य।',
      'दूसरा वाक्य।',
    ]);
  });

  it('does not end them at abbreviations, initials and figures', () => {
    expect(read('Dr. J. R. Smith of the U.S. Army paid 3.5 million, e.g. for St. Louis. He left.')).toEqual([
      'Dr. J. R. Smith of the U.S. Army paid 3.5 million, e.g. for St. Louis.',
      'He left.',
    ]);
  });

  it('does not end them at German ordinals', () => {
    expect(read('Die 38. Stunde brachte eine Wende. Am 3. Oktober endete sie.')).toEqual([
      'Die 38. Stunde brachte eine Wende.',
      'Am 3. Oktober endete sie.',
    ]);
  });

  it('ends them before the number of a footnote is over', () => {
    expect(read('Disney followed the films of his day.3 So did many others in 3.5 years.')).toEqual([
      'Disney followed the films of his day.3',
      'So did many others in 3.5 years.',
    ]);
  });

  it('keeps sentences whole that a PDF broke into lines', () => {
    expect(read('The canal that was opened in the year\n1869 joins two seas. It is long.')).toEqual([
      'The canal that was opened in the year\n1869 joins two seas.',
      'It is long.',
    ]);
  });

  it('keeps headings, list items and paragraphs apart', () => {
    const text = 'The Suez Canal\nThe canal was opened in 1869 and joins two seas of the world.\n\n• First item\n• Second item';
    expect(read(text)).toEqual([
      'The Suez Canal',
      'The canal was opened in 1869 and joins two seas of the world.',
      '• First item',
      '• Second item',
    ]);
  });

  it('gives spans in order that do not overlap and are trimmed', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'B', '. ', '.', '\n', ' ', '? ', '。', '"', ')', 'Dr.', '1') }), (text) => {
        let before = 0;
        for (const { start, end } of sentencesOf(text)) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
          before = end;
        }
      }),
    );
  });
});
