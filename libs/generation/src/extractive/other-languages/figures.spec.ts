import { seededRandom } from '@lectern/platform';
import fc from 'fast-check';
import { otherCenturies, otherDecades, otherFigures, otherYears, valueOf } from './figures';

const random = () => seededRandom(7);

describe('wrong figures', () => {
  it.each([
    ['1.234.567', /^\d{1,2}\.\d{3}\.\d{3}$|^\d{3}\.\d{3}$/],
    ['31 722', /^\d{2} \d{3}$/],
    ['2,8', /^\d,\d$/],
    ['3.300', /^\d\.\d{3}$/],
    ['49 000', /^\d{2,3} 000$/],
    ['١٩٣', /^[٠-٩]{2,3}$/],
    ['१२०', /^[०-९]{2,3}$/],
  ])('are written as %s is', (text, form) => {
    const found = otherFigures(text, random());
    expect(found.length).toBeGreaterThanOrEqual(3);
    for (const other of found) expect(other).toMatch(form);
  });

  it('never say what is right, nor more than there can be', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 100 }), fc.integer(), (value, seed) => {
        const found = otherFigures(String(value), seededRandom(seed), 100);
        expect(found).not.toContain(String(value));
        for (const other of found) expect(valueOf(other)).toBeLessThanOrEqual(100);
      }),
    );
  });

  it('keep years in their century and out of the future', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: new Date().getUTCFullYear() }), fc.integer(), (year, seed) => {
        for (const other of otherYears(year, seededRandom(seed))) {
          expect(other).not.toBe(year);
          expect(Math.floor(other / 100)).toBe(Math.floor(year / 100));
          expect(other).toBeLessThanOrEqual(new Date().getUTCFullYear());
        }
      }),
    );
  });

  it('are as round as a round year is', () =>
    expect(
      otherYears(1850, random())
        .slice(0, 3)
        .every((year) => year % 10 === 0),
    ).toBe(true));

  it('are decades near by, written alike', () => expect(otherDecades('1970er', random()).every((other) => /^(?:19[4-9]|200)0er$/.test(other))).toBe(true)); // prettier-ignore

  it('tell of no century to come', () => expect(otherCenturies('XVIII', random()).slice(0, 3)).not.toContain('XXI'));

  it('keep centuries in their digits', () => {
    expect(otherCenturies('XIX', random()).every((other) => /^[IVX]+$/.test(other))).toBe(true);
    expect(otherCenturies('19', random()).every((other) => /^\d+$/.test(other))).toBe(true);
  });
});
