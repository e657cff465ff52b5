import { seededRandom } from '@lectern/platform';
import { datesIn, otherDates } from './dates';
import { LANGUAGES } from './languages';

describe('dates', () => {
  it.each([
    ['de', '5. Mai 1945'],
    ['es', '2 de mayo de 1808'],
    ['fr', '14 juillet 1789'],
    ['it', 'maggio 1860'],
    ['pt', '7 de setembro de 1822'],
    ['nl', '10 juli 1584'],
    ['pl', '11 listopada 1918'],
    ['ru', '12 апреля 1961'],
    ['uk', 'березні 1917'],
    ['tr', '29 Ekim 1923'],
    ['ar', '26 يوليو 1956'],
    ['hi', '15 अगस्त 1947'],
    ['zh', '1949年10月1日'],
    ['ja', '1964年10月1日'],
  ])('of %s are found, and others written alike: %s', (code, date) => {
    const language = LANGUAGES.find((one) => one.code === code)!;
    expect(datesIn(`— ${date} —`, language).map(({ text }) => text)).toEqual([date]);
    const others = otherDates(date, language, seededRandom(3));
    expect(new Set(others).size).toBeGreaterThanOrEqual(3);
    expect(others).not.toContain(date);
    for (const other of others) expect(datesIn(`— ${other} —`, language).map(({ text }) => text)).toEqual([other]);
  });
});
