import type { Turn } from '../../turn';
import { frameBefore, type Fact } from './fact';
import type { Language } from './language';
import { standsAlone, tokensOf } from './stands-alone';
import { subjectOf } from './subject-of';

/** What a sentence says the meaning of. */
export interface Definition {
  readonly term: Fact;
  readonly what: string;
}

/** Fewer letters than this have the words that every text has. */
const SHORTEST = 5;
const LONG_WORD = 6;
const OFTEN = 3;

/** The terms of a document: what it defines, and the nouns that it comes back to with an article. */
export class TermsSeen {
  private readonly defined = new Map<string, Fact>();
  private readonly subjects = new Map<string, Fact>();
  private readonly repeated = new Map<string, Fact>();
  /** In how many sentences each word stands. */
  private readonly met = new Map<string, number>();
  private readonly pairs = new Map<string, number>();

  /** Telling where their groups are, too. */
  private readonly definitions: readonly RegExp[];
  private readonly articled: RegExp;

  constructor(private readonly language: Language) {
    this.definitions = language.definitions.map(({ source }) => new RegExp(source, 'du'));
    const noun = language.code === 'de' ? '\\p{Lu}[\\p{L}-]+' : '\\p{Ll}[\\p{L}-]+';
    this.articled = new RegExp(`(?<![\\p{L}\\p{M}])(?<article>\\p{L}+)[ '’](?<noun>${noun})(?![\\p{L}\\p{M}'’-])`, 'gu');
  }

  async read(texts: readonly string[], turn: Turn): Promise<void> {
    const found = new Map<string, Fact[]>();
    for (const text of texts) {
      await turn.next();
      for (const token of new Set(tokensOf(text))) this.met.set(token, (this.met.get(token) ?? 0) + 1);
      for (const pair of pairsIn(text)) this.pairs.set(pair, (this.pairs.get(pair) ?? 0) + 1);
      const alone = standsAlone(text, this.language);
      const definition = alone ? this.definitionIn(text) : undefined;
      if (definition) this.defined.set(definition.term.text.toLowerCase(), definition.term);
      const subject = alone ? this.subjectIn(text) : undefined;
      if (subject) this.subjects.set(subject.text.toLowerCase(), subject);
      for (const fact of this.articledIn(text)) {
        const key = fact.text.toLowerCase();
        found.set(key, [...(found.get(key) ?? []), fact]);
      }
    }
    for (const [key, facts] of found) if (facts.length > 1 || this.defined.has(key)) this.repeated.set(key, facts[0]!);
  }

  /** Those that can stand where another stood. */
  get all(): readonly Fact[] {
    return [...this.defined.values(), ...this.subjects.values(), ...this.repeated.values()];
  }

  /** What the sentence begins with and speaks of. */
  subjectIn(text: string): Fact | undefined {
    const subject = subjectOf(text, this.language);
    // an adjective is no part of a term to fill in: `Der eigene Tod`
    if (!subject || this.isOrdinary(subject.noun) || (this.language.code === 'de' && subject.noun.includes(' '))) return undefined;
    const { article, noun, start, plural } = subject;
    return {
      kind: 'term',
      text: noun,
      start,
      end: start + noun.length,
      frame: withNumber(article.trim().replace(/['’]$/u, '').toLowerCase(), plural),
      listed: false,
    };
  }

  times(term: string): number {
    return Math.min(...tokensOf(term).map((token) => this.met.get(token) ?? 0), Infinity);
  }

  /** Whether a sentence speaks of what the document speaks of again and again. */
  isOnTopic(text: string): boolean {
    const { common, generic } = this.language;
    return tokensOf(text).some(
      (token) => token.length >= LONG_WORD && !common.has(token) && !generic.has(token) && (this.met.get(token) ?? 0) >= OFTEN,
    );
  }

  definitionIn(text: string): Definition | undefined {
    const statement = text.replace(/[.。।]$/u, '');
    for (const pattern of this.definitions) {
      const match = pattern.exec(statement);
      const [start = 0, end = 0] = match?.indices?.groups?.subject ?? [];
      const { article = '', subject = '', what = '' } = match?.groups ?? {};
      if (subject === '' || this.isOrdinary(subject)) continue;
      return { term: { kind: 'term', text: subject, start, end, frame: withNumber(article.trim().toLowerCase(), this.language.code === 'de' && /(?<!\p{L})sind /u.test(text)), listed: false }, what };
    }
    return undefined;
  } // prettier-ignore

  /** Terms that the document comes back to, where they stand after their article. */
  termsIn(text: string): Fact[] {
    return this.articledIn(text).filter((fact) => this.repeated.has(fact.text.toLowerCase()) && !this.isHalf(text, fact));
  }

  private articledIn(text: string): Fact[] {
    const { definiteArticles, code } = this.language;
    if (definiteArticles.size === 0) return [];
    return Array.from(text.matchAll(this.articled)).flatMap((match) => {
      const { noun: word = '' } = match.groups!;
      const start = match.index + match[0].length - word.length;
      const frame = frameBefore(text, start);
      // `der`, `den` and `dem` are of more than one gender and case
      if (!definiteArticles.has(frame) || (code === 'de' && !/^(?:die|das)$/.test(frame)) || word.length < SHORTEST + 1 || this.isOrdinary(word)) return [];
      return [{ kind: 'term', text: word, start, end: start + word.length, frame: code === 'de' ? withNumber(frame, /en$/u.test(word)) : frame, listed: false } as const];
    });
  } // prettier-ignore

  /** `membrane` of a text that says `membrane plasmatique` again and again. */
  private isHalf(text: string, { text: word, end }: Fact): boolean {
    const next = /^ ([\p{L}\p{M}-]+)/u.exec(text.slice(end))?.[1]?.toLowerCase();
    if (!next) return false;
    // a genitive, or `of` something
    if (/^(?:des|der|de|del|di|du|della|do|da|van|von|dos|das|d)$/u.test(next)) return true;
    return this.language.code !== 'de' && !this.language.common.has(next) && (this.pairs.get(`${word.toLowerCase()} ${next}`) ?? 0) > 1;
  }

  private isOrdinary(subject: string): boolean {
    const tokens = tokensOf(subject);
    const { generic, common, opens, leans } = this.language;
    return (
      tokens.some((token) => opens.has(token) || leans.has(token) || /\d/.test(token)) ||
      tokens.every((token) => generic.has(token) || common.has(token)) ||
      (tokens.length === 1 && generic.has(`ال${tokens[0]}`))
    );
  }
}

function pairsIn(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().split(' ');
  return new Set(words.slice(1).map((word, i) => `${words[i]} ${word.replace(/[.,;]$/u, '')}`));
}

/** The article of one woman is that of many of all: `die`. */
const withNumber = (frame: string, plural: boolean) => (plural && (frame === 'die' || frame === '') ? `${frame} +` : frame);
