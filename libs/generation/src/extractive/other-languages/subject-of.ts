import type { Language } from './language';

/** What a sentence begins with and speaks of, and what it says of it. */
export interface Subject {
  /** With a blank after it where it is a word. */
  readonly article: string;
  readonly noun: string;
  readonly start: number;
  /** From the verb on. */
  readonly rest: string;
  readonly plural: boolean;
}

const LONGEST = 3;

/** The subject at the head of a sentence, where a verb that is known as one shows its end. */
export function subjectOf(text: string, language: Language): Subject | undefined {
  const found = headOf(text, language);
  if (!found || found.rest.split(' ').length < 5) return undefined;
  const words = found.noun.toLowerCase().split(' ');
  const { generic, common, opens, of } = language;
  if (words.some((word) => common.has(word) && !of.has(word))) return undefined;
  // `Пример`, `the patient`
  if (
    words.every((word) => generic.has(word)) ||
    generic.has(language.articles.size > 0 ? words.at(-1)! : words[0]!) ||
    opens.has(words[0]!) ||
    found.noun.length < 4
  )
    return undefined;
  return found;
}

/** As `subjectOf`, whatever follows. */
export function headOf(text: string, language: Language): Subject | undefined {
  const statement = text.replace(/[.。]$/u, '');
  return language.code === 'de' ? german(statement) : ofWords(statement, language);
}

/** Adjectives are small and the noun is not: `Die äußere Membran trennt`. */
function german(statement: string): Subject | undefined {
  const match =
    /^(?<article>(?:Der|Die|Das|Eine?) )(?<noun>(?:(?<=D\p{L}{2} )(?:\p{Ll}+(?:e|er|es) ){1,2})?\p{Lu}[\p{L}-]+) (?<verb>(?:ist|sind|hat|haben|kann|können|wird|werden|wurde|wurden|dient|(?!(?:mit|seit|statt|samt|nicht|bereits|fast|meist|erst|selbst)(?!\p{L}))\p{Ll}{3,}(?:t|en|te|ten)))(?<end> .+)$/u.exec(
      statement,
    );
  if (!match) return undefined;
  const { article = '', noun = '', verb = '', end = '' } = match.groups!;
  const plural = /(?:en|ind)$/u.test(verb);
  return { article, noun, start: article.length, rest: verb + end, plural };
}

function ofWords(statement: string, { articles, verbs, code }: Language): Subject | undefined {
  if (!verbs) return undefined;
  const article = articles.size > 0 ? (/^(?:\p{L}+ |L['’])/u.exec(statement)?.[0] ?? '') : '';
  if (articles.size > 0 && !articles.has(article.replace(/[ '’]$/u, '').toLowerCase())) return undefined;
  const words = statement.slice(article.length).split(' ');
  const at = words.findIndex((word) => verbs.has(word));
  const noun = words.slice(0, Math.max(0, at)).join(' ');
  if (at < 1 || at > LONGEST || !/^[\p{L}\p{M}'’ -]+$/u.test(noun) || /(?<=.) \p{Lu}/u.test(noun) || (articles.size > 0 && /^\p{Lu}/u.test(noun))) return undefined;
  return { article, noun, start: article.length, rest: words.slice(at).join(' '), plural: isPlural(words[at]!, code) };
} // prettier-ignore

/** By the verb's ending; where it does not tell, the subject is taken for several, and no question with a singular verb is asked. */
function isPlural(verb: string, code: string): boolean {
  const endings: Readonly<Record<string, RegExp>> = {
    es: /(?:n)$/u,
    pt: /(?:m|ão|êm)$/u,
    it: /(?:no)$/u,
    fr: /(?:ent|ont|sont)$/u,
    nl: /(?:en|ijn)$/u,
    pl: /(?:ą|ją)$/u,
    ru: /(?:ют|ут|ят|ат|ются|ятся|утся)$/u,
    uk: /(?:ть)$/u,
  };
  if (code === 'uk') return /(?:ють|уть|ять|ать|ються|яться)$/u.test(verb);
  if (code === 'fr' && /(?:tient|contient|maintient)$/u.test(verb)) return false;
  if (code === 'pt' && /(?:contém|mantém|obtém|tem)$/u.test(verb)) return false;
  return endings[code]?.test(verb) ?? true;
}
