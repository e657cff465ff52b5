import type { Token } from './tagger';

/** Words that stand in more of the sentences than this say nothing of a field. */
const COMMON = 0.15;
const COMMON_AT_LEAST = 3;

/** Which words stand in the same sentences as a name or a term. */
export class Company {
  private readonly kept = new Map<string, Set<string>>();
  /** In how many sentences a word is met. */
  private readonly met = new Map<string, number>();
  private sentences = 0;

  /** @param content the words of one sentence that carry meaning, in lemma form */
  meet(content: ReadonlySet<string>): void {
    this.sentences++;
    for (const word of content) this.met.set(word, (this.met.get(word) ?? 0) + 1);
  }

  keep(key: string, words: Iterable<string>): void {
    const company = this.kept.get(key) ?? new Set<string>();
    for (const word of words) company.add(word);
    this.kept.set(key, company);
  }

  /**
   * How alike the company is that two keep, 0 to 1: terms of one field stand among the same words (the distributional hypothesis,
   * Harris 1954; cosine of the sets).
   */
  kinship(a: string, b: string): number {
    const [first, second] = [this.kept.get(a), this.kept.get(b)];
    if (!first || !second) return 0;
    const most = Math.max(COMMON_AT_LEAST, COMMON * this.sentences);
    const [fewer, more] = first.size < second.size ? [first, second] : [second, first];
    let shared = 0;
    for (const word of fewer) if (more.has(word) && (this.met.get(word) ?? 0) <= most) shared++;
    return shared / Math.sqrt(first.size * second.size);
  }
}

/** The words of a sentence that a name keeps company with. */
export const companyOf = (tokens: readonly Token[]): string[] =>
  tokens.filter(({ pos }) => /^(?:NOUN|VERB|ADJ)$/.test(pos)).map(({ lemma }) => lemma);
