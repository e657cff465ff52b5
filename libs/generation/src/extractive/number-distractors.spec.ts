import { seededRandom } from '@lectern/platform';
import fc from 'fast-check';
import { numberDistractors } from './number-distractors';

const wrong = (...[kind, text]: [Parameters<typeof numberDistractors>[0], string]) => numberDistractors(kind, text, seededRandom(1)) ?? [];

describe('numberDistractors', () => {
  it('keeps years in their century', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 2020 }), (year) => {
        const others = wrong('year', String(year));
        expect(new Set(others).size).toBeGreaterThanOrEqual(3);
        for (const other of others) {
          expect(other).not.toBe(String(year));
          expect(other.slice(0, 2)).toBe(String(year).slice(0, 2));
        }
      }),
    );
  });

  it('keeps years and centuries near those that the text speaks of', () => {
    for (const other of numberDistractors('year', '2005', seededRandom(1), 2016)!) expect(Number(other)).toBeLessThan(2020);
    for (const other of numberDistractors('century', '18th', seededRandom(1), 1890)!) expect(other).not.toMatch(/^2/);
    expect(numberDistractors('year', '2001', seededRandom(1), 2001)!.length).toBeGreaterThanOrEqual(3);
  });

  it('writes figures as the right one is written', () => {
    for (const other of wrong('count', '7,000,000')) expect(other).toMatch(/^\d{1,2},\d00,000$/);
    for (const other of wrong('percent', '27%')) expect(other).toMatch(/^\d{1,2}%$/);
    for (const other of wrong('money', '$2.2 billion')) expect(other).toMatch(/^\$\d\.\d billion$/);
    for (const other of wrong('count', 'six')) expect(other).toMatch(/^[a-z]+$/);
    for (const other of wrong('century', '18th')) expect(other).toMatch(/^\d\dth$|^21st$/);
  });

  it('lets no share exceed the whole', () => {
    for (const other of wrong('percent', '77')) expect(Number(other)).toBeLessThanOrEqual(100);
  });

  it('changes dates in their format', () => {
    const others = wrong('date', 'October 6, 1973');
    expect(new Set(others).size).toBeGreaterThanOrEqual(3);
    for (const other of others) expect(other).toMatch(/^[A-Z][a-z]+ \d{1,2}, 19\d\d$/);
  });

  it('knows nothing of words', () => expect(numberDistractors('term', 'oxygen', seededRandom(1))).toBeUndefined());
});
