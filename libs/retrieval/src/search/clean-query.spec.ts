import fc from 'fast-check';
import { cleanQuery } from './clean-query';

describe('cleanQuery', () => {
  it.each([
    ['  What is\n\tmagma? ', 'What is magma?'],
    ['mag\u0000ma \u202Erock\u202C', 'mag ma rock'],
    ['ﬁre １２', 'fire 12'],
    ['क्‍ष', 'क्‍ष'],
    ['\uD800lone', 'lone'],
    ['\u200B \uFEFF', ''],
  ])('makes %j into %j', (text, clean) => expect(cleanQuery(text)).toBe(clean));

  it('gives a bounded text of whole characters, and does nothing twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.integer({ min: 1, max: 200 }), (text, times) => {
        const clean = cleanQuery(text.repeat(times));
        expect(clean.length).toBeLessThanOrEqual(8192);
        expect(clean.isWellFormed()).toBe(true);
        expect(cleanQuery(clean)).toBe(clean);
      }),
    );
  });
});
