import fc from 'fast-check';
import { findQuote } from './find-quote';

const TEXT =
  'The Suez Canal was opened\n in 1869 after “ten years” of hard-won\u00ad work.\f\nIt joins two seas — the Red Sea’s waters among them.';
const slice = (quote: string) => {
  const span = findQuote(TEXT, quote);
  return span && TEXT.slice(span.start, span.end);
};

describe('findQuote', () => {
  it('finds what was copied letter by letter', () => {
    fc.assert(
      fc.property(fc.nat({ max: 80 }), fc.integer({ min: 12, max: 40 }), (start, length) => {
        const quote = TEXT.slice(start, start + length).trim();
        fc.pre(quote.replace(/[\s\u00ad]+/g, ' ').length >= 8 && !/^\u00ad|\u00ad$/.test(quote));
        expect(slice(quote)).toBe(quote);
      }),
    );
  });

  it.each([
    ['The Suez Canal was opened in 1869', 'The Suez Canal was opened\n in 1869'],
    ['after "ten years" of hard-won work.', 'after “ten years” of hard-won\u00ad work.'],
    ["two seas - the Red Sea's waters", 'two seas — the Red Sea’s waters'],
    ['work. It joins two seas', 'work.\f\nIt joins two seas'],
  ])('finds %j over line and page ends, and with marks written otherwise', (quote, found) => expect(slice(quote)).toBe(found));

  it('finds what is written with letters that are not to be seen', () =>
    expect(findQuote('The Su\u200bez\u2060 Can\u202eal\u200d was opened.', 'The Suez Canal was')).toEqual({ start: 0, end: 22 }));

  it.each(['The Suez Canal was built', 'canal', '', 'the suez canal was opened'])('does not find %j', (quote) =>
    expect(slice(quote)).toBeUndefined(),
  );

  it('gives spans inside the text, whatever both are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, quote) => {
        const { start, end } = findQuote(text, quote) ?? { start: 0, end: 1 };
        expect(0 <= start && start < end && end <= Math.max(1, text.length)).toBe(true);
      }),
    );
  });
});
