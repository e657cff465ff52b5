import type { EvidencePassage, Question } from '@lectern/generation';
import { wordsOf } from './words';

const K1 = 1.2;
const B = 0.75;

/** Finds a question's own passage by its stem alone: BM25 (Robertson and Zaragoza 2009) over whole passages, apart from the product's retrieval. */
export class OwnRank {
  private readonly postings = new Map<string, Map<number, number>>();
  private readonly lengths: number[];
  private readonly mean: number;
  private readonly places = new Map<EvidencePassage, number>();

  constructor(passages: readonly EvidencePassage[]) {
    this.lengths = passages.map((passage, i) => {
      this.places.set(passage, i);
      const words = wordsOf(passage.text);
      for (const word of words) {
        const posting = this.postings.get(word) ?? new Map<number, number>();
        this.postings.set(word, posting.set(i, (posting.get(i) ?? 0) + 1));
      }
      return words.length;
    });
    this.mean = this.lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, passages.length);
  }

  /** 1 where no other passage fits the stem better. */
  of({ stem }: Question, own: EvidencePassage): number {
    const scores = new Map<number, number>();
    for (const word of new Set(wordsOf(stem))) {
      const posting = this.postings.get(word) ?? new Map<number, number>();
      const rarity = Math.log(1 + (this.lengths.length - posting.size + 0.5) / (posting.size + 0.5));
      for (const [i, count] of posting) {
        const norm = K1 * (1 - B + (B * this.lengths[i]!) / this.mean);
        scores.set(i, (scores.get(i) ?? 0) + (rarity * count * (K1 + 1)) / (count + norm));
      }
    }
    const score = scores.get(this.places.get(own)!) ?? 0;
    return 1 + [...scores.values()].filter((other) => other > score).length;
  }
}
