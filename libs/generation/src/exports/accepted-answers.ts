import { isCorrect } from '../grading';
import { NUMBER_WORDS, SCALES } from '../number-words';
import { answerKey } from '../words';

/**
 * The answers that programs which compare texts (but for case) are told to take, so that they come near to what grading here
 * takes: with and without an article or punctuation, numbers in other notations.
 * @returns `answer` first, no two that differ in case alone, none that grading does not take
 */
export function acceptedAnswers(answer: string): string[] {
  const accepted = new Map([[answer.toLowerCase(), answer]]);
  for (const other of [...withoutAndWithArticle(answer), answerKey(answer), ...notationsOf(answer)])
    if (!accepted.has(other.toLowerCase()) && isCorrect({ type: 'short_answer', answer }, other)) accepted.set(other.toLowerCase(), other);
  return [...accepted.values()];
}

function withoutAndWithArticle(answer: string): string[] {
  const bare = answer.replace(/^(?:the|an?)\s+/iu, '');
  return /^\p{L}/u.test(bare) ? [bare, `the ${bare}`, `${/^[aeiou]/iu.test(bare) ? 'an' : 'a'} ${bare}`] : [];
}

/** A number with and without its unit, its thousands parted or not, in words where it is small or round. */
function notationsOf(answer: string): string[] {
  const word = NUMBER_WORDS.indexOf(answer.toLowerCase());
  if (word >= 0) return [String(word)];
  const [, currency, figure, scale = '', percent] =
    /^([$£€]\s*)?([+-]?\d[\d,]*(?:\.\d+)?)(?:\s+(thousand|million|billion|trillion))?(\s*(?:%|percent|per cent))?$/iu.exec(answer) ?? [];
  if (figure === undefined) return [];
  const value = Number(figure.replaceAll(',', '')) * (SCALES[scale.toLowerCase()] ?? 1);
  const numbers = [`${figure} ${scale}`.trim(), UNGROUPED.format(value), GROUPED.format(value), ...inWords(value)];
  if (percent !== undefined) return numbers.flatMap((number) => [number, `${number}%`, `${number} %`, `${number} percent`]);
  return currency === undefined ? numbers : numbers.flatMap((number) => [number, `${currency.trim()}${number}`]);
}

function inWords(value: number): string[] {
  const small = NUMBER_WORDS[value];
  const round = Object.entries(SCALES).map(([name, scale]) => `${UNGROUPED.format(value / scale)} ${name}`);
  return [...(small === undefined ? [] : [small]), ...round.filter((text) => /^[1-9]\d{0,2}(?:\.\d)? /u.test(text))];
}

const GROUPED = new Intl.NumberFormat('en', { maximumFractionDigits: 6 });
const UNGROUPED = new Intl.NumberFormat('en', { maximumFractionDigits: 6, useGrouping: false });
