import { shuffled } from '@lectern/platform';
import { otherYears } from './figures';
import type { Language } from './language';

export interface WrittenDate {
  readonly text: string;
  readonly start: number;
}

const cache = new Map<string, { months: readonly (readonly string[])[]; pattern: RegExp }>();

/** Names of the months as a date of the language has them, and alone, from the Unicode locale data. */
function calendarOf({ code }: Language) {
  const known = cache.get(code);
  if (known) return known;
  const dated = new Intl.DateTimeFormat(code, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  const alone = new Intl.DateTimeFormat(code, { month: 'long', timeZone: 'UTC' });
  const locative = PREPOSITIONAL[code] ?? [];
  const months = Array.from({ length: 12 }, (_, month) => {
    const day = new Date(Date.UTC(2000, month, 1));
    const inDate = dated.formatToParts(day).find(({ type }) => type === 'month')!.value;
    return [inDate, alone.format(day), ...(locative[month] ? [locative[month]] : [])];
  });
  const names = months.flat().toSorted((a, b) => b.length - a.length).join('|'); // prettier-ignore
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{M}\\p{N}])(?:\\p{Nd}{1,2}(?:\\.|er|º|°|ª)?(?: de)? )?(?:${names})(?: del?)? (?:1\\p{Nd}|2\\p{Nd}|१\\p{Nd}|२\\p{Nd})\\p{Nd}{2}(?![\\p{N}\\p{L}])`,
    'giu',
  );
  const calendar = { months, pattern };
  cache.set(code, calendar);
  return calendar;
}

/** `в мае`, `w maju`: months of languages that decline them after a preposition, which the locale data lack. */
const PREPOSITIONAL: Readonly<Record<string, readonly string[]>> = {
  ru: 'январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре'.split(' '),
  uk: 'січні лютому березні квітні травні червні липні серпні вересні жовтні листопаді грудні'.split(' '),
  pl: 'styczniu lutym marcu kwietniu maju czerwcu lipcu sierpniu wrześniu październiku listopadzie grudniu'.split(' '),
};

/** Dates with a year: `12 de abril de 1961`, `mai 1860`, `1964年10月1日`. */
export function datesIn(text: string, language: Language): WrittenDate[] {
  const pattern = language.date ?? calendarOf(language).pattern;
  return Array.from(text.matchAll(pattern), (match) => ({ text: match[0], start: match.index }));
}

/** Other dates written alike: another month, a year near by, another day, so that no option is the odd one out. */
export function otherDates(date: string, language: Language, random: () => number): string[] {
  const year = /(?:1\d|20)\d\d/.exec(date)?.[0];
  if (!year) return [];
  const years = otherYears(Number(year), random).filter((other) => Math.abs(other - Number(year)) <= 9);
  return (
    shuffled(otherMonths(date, language), random)
      .slice(0, 6)
      .map((other, i) => (i % 3 === 1 ? other : other.replace(year, String(years[i % Math.max(1, years.length)] ?? year))))
      // `1er avril` stays the first, or its ending would be wrong
      .map((other, i) => other.replace(/(?<!\d)\d{1,2}(?!\d)(?!月|er|º|°|ª)/u, (day) => String(((Number(day) + 5 * (i + 1)) % 27) + 1)))
  );
}

function otherMonths(date: string, language: Language): string[] {
  const month = /(\d{1,2})月/u.exec(date)?.[1];
  if (month) return Array.from({ length: 12 }, (_, i) => String(i + 1)).filter((other) => other !== month).map((other) => date.replace(`${month}月`, `${other}月`)); // prettier-ignore
  const { months } = calendarOf(language);
  const lower = date.toLowerCase();
  const found = months.flatMap((forms, at) => forms.map((form, place) => ({ form, at, place }))).filter(({ form }) => lower.includes(form.toLowerCase())).toSorted((a, b) => b.form.length - a.form.length)[0]; // prettier-ignore
  if (!found) return [];
  const written = date.slice(lower.indexOf(found.form.toLowerCase())).slice(0, found.form.length);
  return months
    .filter((_, at) => at !== found.at)
    .map((forms) => date.replace(written, inCaseOf(forms[found.place] ?? forms[0]!, written)));
}

const inCaseOf = (word: string, model: string) => (/^\p{Lu}/u.test(model) ? word.charAt(0).toUpperCase() + word.slice(1) : word);

/** Whether a word is the name of a month. */
export const isMonth = (word: string, language: Language): boolean =>
  calendarOf(language).months.some((forms) => forms.some((form) => form.toLowerCase() === word.toLowerCase()));
