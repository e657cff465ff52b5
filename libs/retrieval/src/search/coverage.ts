import { analyse, contentOf } from '../text/analyser';
import { inverseDocumentFrequency } from '../text/inverse-document-frequency';
import { encodeQuery, stemTerm } from '../text/sparse-encoder';
import { type StoreAnswer } from '../vector-store/vector-store';
import { saysNothing } from './request-words';

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
 * tenant's passages, so that a word which the library hardly knows weighs most. Numbers and words of the request that it does not know at all
 * do not count: `Warsaw for my exam` is about Warsaw.
 * @param answer with the frequencies of `coverageTerms`
 */
export function coverageOf(query: string, { passages, frequencies }: StoreAnswer): (text: string) => number {
  const terms = coverageTerms(query);
  const words = new Map<string, QueryWord>();
  for (const { stem, word } of contentOf(analyse(query))) {
    const frequency = frequencies[terms.indexOf(stemTerm(stem))] ?? 0;
    if (frequency === 0 && saysNothing(word)) continue;
    words.set(stem, { stem, word, weight: inverseDocumentFrequency(frequency, passages) });
  }
  const total = sum(words.values());
  return (text) => {
    const held = new Set<string>();
    const agents = new Set<string>();
    for (const { stem, word } of analyse(text)) {
      held.add(stem).add(word);
      if (AGENT.test(word)) agents.add(stem);
    }
    const share = ({ stem, word, weight }: QueryWord) => {
      if (!held.has(stem) && !held.has(word)) return 0;
      return held.has(word) || AGENT.test(word) === agents.has(stem) ? weight : ANOTHER_WORD * weight;
    };
    return total === 0 ? 0 : words.values().reduce((sum, word) => sum + share(word), 0) / total;
  };
}

/** Who or what does it: `compilers` are another matter than what somebody compiled, though their stems are one. */
const AGENT = /(?:er|or|ers|ors)$/;
const ANOTHER_WORD = 0.5;

function sum(words: Iterable<QueryWord>): number {
  let total = 0;
  for (const { weight } of words) total += weight;
  return total;
}
