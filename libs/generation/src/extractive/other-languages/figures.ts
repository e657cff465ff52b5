import { shuffled } from '@lectern/platform';

const ROMAN = 'I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI'.split(' ');
const LATEST_YEAR = new Date().getUTCFullYear();

/** Years of the same century, near enough to be thought of and far enough to be told apart. */
export function otherYears(year: number, random: () => number): number[] {
  const shifts = shuffled([-23, -17, -12, -9, -7, -5, -4, -3, 3, 4, 5, 7, 9, 12, 17, 23], random);
  // among others that are none a round one would be the odd one out
  const round = year % 10 === 0 ? shuffled([-40, -30, -20, -10, 10, 20, 30, 40], random) : [];
  return [...round, ...shifts]
    .map((shift) => year + shift)
    .filter((other) => Math.floor(other / 100) === Math.floor(year / 100) && other <= LATEST_YEAR);
}

/** Decades near by, written alike: `1970er`. */
export function otherDecades(text: string, random: () => number): string[] {
  const decade = Number(/\d{4}/.exec(text)?.[0]);
  return shuffled([-30, -20, -10, 10, 20, 30], random)
    .map((shift) => decade + shift)
    .filter((other) => other <= LATEST_YEAR)
    .map((other) => text.replace(String(decade), String(other)));
}

/** Centuries near by, in the digits of the answer. */
export function otherCenturies(text: string, random: () => number): string[] {
  const roman = ROMAN.indexOf(text) + 1;
  const value = roman > 0 ? roman : Number(text);
  return [...shuffled([-2, -1, 1, 2], random), -3, 3]
    .map((shift) => value + shift)
    .filter((century) => century > 0 && century <= Math.max(20, value))
    .map((century) => (roman > 0 ? ROMAN[century - 1]! : String(century)));
}

/** Other figures of the answer's size, as round and written as it is. */
export function otherFigures(text: string, random: () => number, most = Infinity): string[] {
  const { value, decimals, group } = parsed(text);
  const zeros = decimals > 0 ? 0 : (/0*$/.exec(String(value))?.[0].length ?? 0);
  const unit = 10 ** Math.min(zeros, Math.max(0, String(value).length - 2));
  const found = shuffled([0.55, 0.65, 0.75, 0.85, 1.2, 1.3, 1.45, 1.7], random)
    .map((factor) => (decimals > 0 ? value * factor : Math.max(1, Math.round((value * factor) / unit)) * unit))
    .filter((other) => other !== value && other > 0 && other <= most)
    .map((other) => written(other, decimals, group, text));
  return [...new Set(found)].filter((other) => other !== text);
}

/** A comma or a point before exactly three digits parts thousands, else decimals: no language writes three of those in running text often. */
function parsed(text: string): { value: number; decimals: number; group: string } {
  const parts = /^(\d{1,3}(?:([.,\s'’])\d{3})(?:\2\d{3})*|\d+)(?:[.,](\d+))?$/u.exec(western(text));
  if (!parts) return { value: Number.parseFloat(western(text).replace(',', '.')), decimals: 0, group: '' };
  const [, whole = '', group = '', fraction = ''] = parts;
  return { value: Number(`${whole.replace(/\D/g, '')}.${fraction || '0'}`), decimals: fraction.length, group };
}

function written(value: number, decimals: number, group: string, like: string): string {
  const [whole = '', fraction] = value.toFixed(decimals).split('.');
  const grouped = group === '' ? whole : whole.replace(/\B(?=(?:\d{3})+$)/g, group);
  const mark = /,\d+$/u.test(western(like)) && decimals > 0 ? ',' : '.';
  const figure = fraction === undefined ? grouped : `${grouped}${mark}${fraction}`;
  return digitsLike(figure, like);
}

/** Whether a figure can be told from a year, a number of a list or one of few. */
export const valueOf = (text: string): number => parsed(text).value;

/** Digits of Arabic and of Devanagari are digits too. */
const western = (text: string) => text.replace(/\p{Nd}/gu, (digit) => String(digitValue(digit)));

function digitValue(digit: string): number {
  const code = digit.codePointAt(0)!;
  let zero = code;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero--;
  return code - zero;
}

function digitsLike(figure: string, like: string): string {
  const model = /\p{Nd}/u.exec(like)?.[0];
  if (!model || /\d/.test(model)) return figure;
  const zero = model.codePointAt(0)! - digitValue(model);
  return figure.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
}
