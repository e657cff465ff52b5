import { shuffled } from '@lectern/platform';
import { NUMBER_WORDS } from '../number-words';
import type { TargetKind } from './targets';

/** One of anything is no number to ask for. */
const SMALL = NUMBER_WORDS.slice(2);
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const LATEST_YEAR = new Date().getUTCFullYear();

/**
 * Other numbers of the answer's format and size, in an order that the seed decides; undefined for what is no number.
 *
 * @param latest the last year that the text speaks of: what lies far behind it is seen through
 */
export function numberDistractors(kind: TargetKind, text: string, random: () => number, latest = LATEST_YEAR): string[] | undefined {
  switch (kind) {
    case 'year':
      return years(Number(text), random, latest).map(String);
    case 'date':
      return dates(text, random, latest);
    case 'century':
      return shuffled([-3, -2, -1, 1, 2, 3], random)
        .map((shift) => Number.parseInt(text, 10) + shift)
        .filter((century) => century > 0 && century <= Math.min(21, Math.max(Number.parseInt(text, 10) + 1, Math.ceil(latest / 100))))
        .map(ordinal);
    case 'percent':
      // whether or not the sign belongs to the answer
      return figures(text, random).filter((other) => !(Number.parseFloat(other.replace(/[^\d.]/g, '')) > 100));
    case 'money':
    case 'count':
      return figures(text, random);
    default:
      return undefined;
  }
}

/** Years behind the last that the text speaks of. */
const SOON = 3;
const FEWEST = 3;

/** Of the same century, near enough to be thought of and far enough to be told apart. */
function years(year: number, random: () => number, latest: number): number[] {
  const century = Math.floor(year / 100);
  const shifts = [-23, -17, -12, -9, -7, -5, -4, -3, 3, 4, 5, 7, 9, 12, 17, 23];
  const others = shuffled(shifts, random)
    .map((shift) => year + shift)
    .filter((other) => Math.floor(other / 100) === century && other <= LATEST_YEAR);
  const told = others.filter((other) => other <= latest + SOON);
  return told.length >= FEWEST ? told : others;
}

function dates(text: string, random: () => number, latest: number): string[] {
  const year = /\d{4}/.exec(text)?.[0];
  const month = MONTHS.find((name) => text.includes(name));
  if (!year || !month) return [];
  const nearYears = years(Number(year), random, latest).filter((other) => Math.abs(other - Number(year)) <= 9);
  const otherMonths = shuffled(
    MONTHS.filter((name) => name !== month),
    random,
  );
  const changeDay = (shown: string, i: number) =>
    shown.replace(/\b(\d{1,2})\b(?!\d)/, (day) => String(((Number(day) + 7 * (i + 1)) % 28) + 1));
  return otherMonths.map((name, i) =>
    changeDay(
      text
        .replace(month, i % 2 === 0 ? name : month)
        .replace(year, i % 3 === 1 ? String(nearYears[i % Math.max(1, nearYears.length)] ?? year) : year),
      i,
    ),
  );
}

function figures(text: string, random: () => number): string[] {
  const word = text.toLowerCase();
  const scale = word.split(' ')[0] ?? '';
  for (const list of [SMALL, TENS]) {
    const at = list.indexOf(scale);
    if (at < 0 || (list === SMALL && scale === 'twenty')) continue;
    const capital = /^\p{Lu}/u.test(text);
    return shuffled([-4, -3, -2, -1, 1, 2, 3, 4], random)
      .map((shift) => list[at + shift])
      .filter((other): other is string => other !== undefined)
      .map((other) => other + word.slice(scale.length))
      .map((other) => (capital ? other.charAt(0).toUpperCase() + other.slice(1) : other));
  }
  const figure = /[\d,]+(?:\.\d+)?/.exec(text)?.[0];
  if (!figure) return [];
  const value = Number(figure.replaceAll(',', ''));
  return shuffled([0.4, 0.55, 0.7, 0.8, 1.25, 1.4, 1.6, 1.9, 2.3], random)
    .map((factor) => likeFigure(value * factor, value, figure))
    .filter((other) => other !== figure && Number(other.replaceAll(',', '')) > 0)
    .map((other) => text.replace(figure, other));
}

/** As round, and written as, the model figure: 7,000,000 becomes 9,800,000 and never 9,812,345. */
function likeFigure(value: number, like: number, shown: string): string {
  const decimals = /\.(\d+)/.exec(shown)?.[1]?.length ?? 0;
  if (decimals > 0) return value.toFixed(decimals);
  const zeros = /0*$/.exec(String(like))?.[0].length ?? 0;
  const digits = String(like).length;
  const unit = 10 ** Math.min(zeros, Math.max(0, digits - 2));
  const rounded = Math.max(1, Math.round(value / unit)) * unit;
  return shown.includes(',') ? rounded.toLocaleString('en-US') : String(rounded);
}

function ordinal(n: number): string {
  const ending = n % 100 >= 11 && n % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');
  return `${n}${ending}`;
}
