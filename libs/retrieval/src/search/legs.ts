import { type EmbeddingSignature } from '@lectern/embedding';
import { type LegWeights } from './rank-passages';

const WORDS_ALONE: LegWeights = { sparse: { passage: 1, chunk: 0.5 }, dense: { passage: 0, chunk: 0 } };
const WORDS_AND_MEANING: LegWeights = { sparse: { passage: 1, chunk: 0.75 }, dense: { passage: 1, chunk: 1.25 } };

/**
 * Which lists earn their place. Hashed words see nothing that the sparse terms do not see better (no IDF): beside them they
 * cost 1 to 4 points of hit@1 on English questions, so the lexical provider's vectors are stored and not searched.
 */
export function legWeights({ provider }: EmbeddingSignature): LegWeights {
  return provider === 'lexical' ? WORDS_ALONE : WORDS_AND_MEANING;
}
