/** Turns one form of sentence into a question: the words keep their order, or the verb comes before its subject. */
export interface Turn {
  readonly asks: 'year' | 'definition' | 'person' | 'term';
  /** Of a sentence without its final mark; its groups are `answer` and what `stem` needs. */
  readonly pattern: RegExp;
  /** Undefined where the sentence only looks like one of the form. */
  readonly stem: (parts: Readonly<Record<string, string>>) => string | undefined;
}

export const YEAR = '(?<answer>(?:1\\d|20)\\d\\d)';

/** More than one clause with a year of its own, or a second sentence, has more than one answer. */
export function yearTurn(pattern: RegExp, stem: Turn['stem']): Turn {
  return {
    asks: 'year',
    pattern,
    stem: (parts) => (/\d{4}|[;:!?；：]/u.test(Object.entries(parts).filter(([name]) => name !== 'answer').map(([, part]) => part ?? '').join(' ')) ? undefined : joined(stem(parts))), // prettier-ignore
  };
}

/** `Marie Curie discovered polonium`: who did takes her place, where the verb agrees with it. */
export function personTurn(pattern: RegExp, stem: Turn['stem']): Turn {
  return { asks: 'person', pattern, stem: (parts) => joined(stem(parts)) };
}

/** Two or three words that are capitalised, with what may stand between them. */
export const PERSON =
  "(?<answer>\\p{Lu}[\\p{L}\\p{M}’'-]+(?: (?:(?:de|del|da|do|dos|van|von|der|den|di|du|la|le|bin|ibn) ){0,2}\\p{Lu}[\\p{L}\\p{M}’'.-]*){1,3})";

export function definitionTurn(pattern: RegExp, stem: Turn['stem']): Turn {
  return { asks: 'definition', pattern, stem: (parts) => joined(stem(parts)) };
}

/** Without the gaps that a missing part leaves. */
function joined(stem: string | undefined): string | undefined {
  return stem
    ?.replace(/ +/gu, ' ')
    .replace(/ ([,.])/gu, '$1')
    .replace(/,\s?(?=[?？؟])/gu, '')
    .replace(/ (?=[?؟]$)/u, '')
    .trim();
}

/** An article or a preposition that began a sentence goes low where it no longer does; a name keeps its capital. */
export function low(text: string, common: ReadonlySet<string>): string {
  const first = /^[\p{L}\p{M}]+/u.exec(text)?.[0] ?? '';
  return common.has(first.toLowerCase()) ? first.toLowerCase() + text.slice(first.length) : text;
}
