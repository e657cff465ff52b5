import { isNominal } from './phrases';
import type { Token } from './tagger';

/** A copula stands near the beginning, or the sentence defines nothing. */
const LATEST_COPULA = 8;

/** What the material says that things are: `Complexity theory is a branch of theoretical computer science`. */
export class Genera {
  /** By the last word of what is defined, all in lemma form. */
  private readonly said = new Map<string, { readonly thing: string; readonly words: ReadonlySet<string> }[]>();

  read(statement: readonly Token[]): void {
    const copula = statement.findIndex(({ lower }) => /^(?:is|are|was|were)$/.test(lower));
    if (copula < 1 || copula > LATEST_COPULA) return;
    const opens = statement.slice(0, copula).findLastIndex((token) => !isNominal(token) || token.pos === 'DET');
    const thing = statement.slice(opens + 1, copula).map(({ lemma }) => lemma);
    const last = thing.at(-1);
    if (last === undefined) return;
    const words = new Set(statement.slice(copula + 1).map(({ lemma }) => lemma));
    this.said.set(last, [...(this.said.get(last) ?? []), { thing: thing.join(' '), words }]);
  }

  /** Whether the one is told to be the other, or to be of it: then what is said of one may hold of both. */
  areRelated(a: string, b: string): boolean {
    return this.tells(a, b) || this.tells(b, a);
  }

  private tells(thing: string, other: string): boolean {
    const found = this.said.get(thing.slice(thing.lastIndexOf(' ') + 1)) ?? [];
    return found.some(
      (one) => (one.thing === thing || one.thing.endsWith(` ${thing}`)) && other.split(' ').every((word) => one.words.has(word)),
    );
  }
}
