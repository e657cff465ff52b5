import { analyse, contentOf } from '../text/analyser';
import { inverseDocumentFrequency } from '../text/inverse-document-frequency';
import { encodeQuery, stemTerm } from '../text/sparse-encoder';
import { type StoreAnswer } from '../vector-store/vector-store';

interface QueryWord {
  readonly stem: string;
  readonly word: string;
  readonly weight: number;
}

/** The terms of a query that `coverageOf` has to know the frequencies of. */
export function coverageTerms(query: string): Uint32Array {
  const terms = new Set(contentOf(analyse(query)).map(({ stem }) => stemTerm(stem)));
  return encodeQuery(query).indices.filter((term) => terms.has(term));
}

/**
 * How much of a query a text speaks of: the share of its content words that the text holds, each weighted by its IDF among the
 * tenant's passages, so that a word which the library hardly knows weighs most.
 * @param answer with the frequencies of `coverageTerms`
 */
export function coverageOf(query: string, { passages, frequencies }: StoreAnswer): (text: string) => number {
  const terms = coverageTerms(query);
  const words = new Map<string, QueryWord>();
  for (const { stem, word } of contentOf(analyse(query))) {
    const frequency = frequencies[terms.indexOf(stemTerm(stem))] ?? 0;
    words.set(stem, { stem, word, weight: inverseDocumentFrequency(frequency, passages) });
  }
  const total = sum(words.values());
  return (text) => {
    const held = new Set(analyse(text).flatMap(({ stem, word }) => [stem, word]));
    return total === 0 ? 0 : sum(words.values().filter(({ stem, word }) => held.has(stem) || held.has(word))) / total;
  };
}

function sum(words: Iterable<QueryWord>): number {
  let total = 0;
  for (const { weight } of words) total += weight;
  return total;
}
