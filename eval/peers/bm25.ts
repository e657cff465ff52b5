import { type Place } from '../library';
import { type System } from '../search/system';

const UNSPACED = /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]+)/u;
const K1 = 1.2;
const B = 0.75;

/**
 * The yardstick, independent of the product: plain BM25 (Robertson and Zaragoza 2009, Lucene's IDF) over the collection's own
 * paragraphs or documents; lower-case words, no stop list, no stemming, pairs of characters where a script has no spaces.
 */
export const bm25: System = {
  name: 'plain BM25 on whole paragraphs',
  async open({ library: { collection } }) {
    const texts = new Map(collection.documents.map(({ name, text }) => [name, text]));
    const places = collection.units as readonly Place[];
    const rank = ranker(places.map(({ document, start, end }) => texts.get(document)!.slice(start, end)));
    return { rank: async (query, limit) => rank(query, limit).map((i) => places[i]!) };
  },
};

function ranker(texts: readonly string[]): (query: string, limit: number) => number[] {
  const documents = texts.map(words);
  const mean = documents.reduce((sum, { length }) => sum + length, 0) / documents.length;
  const postings = new Map<string, Map<number, number>>();
  documents.forEach((document, i) => {
    for (const word of document) {
      const posting = postings.get(word) ?? new Map<number, number>();
      postings.set(word, posting.set(i, (posting.get(i) ?? 0) + 1));
    }
  });
  return (query, limit) => {
    const scores = new Map<number, number>();
    for (const word of words(query)) {
      const posting = postings.get(word) ?? new Map<number, number>();
      const idf = Math.log(1 + (texts.length - posting.size + 0.5) / (posting.size + 0.5));
      for (const [i, count] of posting) {
        const norm = K1 * (1 - B + (B * documents[i]!.length) / mean);
        scores.set(i, (scores.get(i) ?? 0) + (idf * count * (K1 + 1)) / (count + norm));
      }
    }
    return [...scores]
      .toSorted((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, limit)
      .map(([i]) => i);
  };
}

function words(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).flatMap((word) => word.split(UNSPACED).filter(Boolean).flatMap(pairs));
}

function pairs(run: string): string[] {
  const characters = [...run];
  return UNSPACED.test(run) && characters.length > 1 ? characters.slice(1).map((character, i) => characters[i]! + character) : [run];
}
