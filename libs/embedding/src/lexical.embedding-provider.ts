import { assertVectors } from './assert-vectors';
import { EmbeddingProvider, type EmbeddingSignature } from './embedding-provider';
import { hash32 } from './hash';
import { norm, toUnit } from './unit-vector';
import { fold, words } from './words';

interface LexicalOptions {
  dimension: number;
}

interface Features {
  hashes: Uint32Array;
  weights: Float32Array;
}

const GRAM_SIZES = [3, 4, 5];
/** Short words are mostly function words in every spaced script; without a corpus there is no IDF to say so. */
const SHORT_WORD_WEIGHT = 0.3;
/** Words whose features are remembered: the vocabulary of a few books, about 20 MB. */
const REMEMBERED_WORDS = 20_000;

/**
 * Vectors without a model or a network: words and the character n-grams inside them, hashed into a fixed number of
 * dimensions with a hashed sign (Weinberger and others 2009, "Feature hashing"; n-grams inside word borders as in fastText,
 * Bojanowski and others 2017). Texts that share words or parts of words are near each other, in any script; synonyms are not.
 */
export class LexicalEmbeddingProvider extends EmbeddingProvider {
  readonly signature: EmbeddingSignature;
  private readonly remembered = new Map<string, Features>();

  constructor({ dimension }: LexicalOptions) {
    super();
    this.signature = { provider: 'lexical', model: 'hashed-ngrams', revision: '2', dimension, pooling: 'sum', instruction: '' };
  }

  /** Hashes read every script alike. */
  reads(): boolean {
    return true;
  }

  async embedPassages(texts: readonly string[], signal: AbortSignal): Promise<Float32Array[]> {
    const vectors = texts.map((text) => {
      signal.throwIfAborted();
      return this.embed(text);
    });
    assertVectors(vectors, texts.length, this.signature);
    return vectors;
  }

  async embedQuery(text: string, signal: AbortSignal): Promise<Float32Array> {
    signal.throwIfAborted();
    return this.embed(text);
  }

  private embed(text: string): Float32Array {
    const counts = new Map<string, number>();
    for (const word of words(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
    const vector = new Float32Array(this.signature.dimension);
    // the root dampens repetition, as a term frequency's usual companion does
    for (const [word, count] of counts) add(vector, this.featuresOf(word), Math.sqrt(count));
    return unit(vector, hash32(text));
  }

  private featuresOf(word: string): Features {
    let features = this.remembered.get(word);
    if (features) return features;
    features = featuresOf(fold(word));
    if (this.remembered.size >= REMEMBERED_WORDS) this.remembered.clear();
    this.remembered.set(word, features);
    return features;
  }
}

function featuresOf(word: string): Features {
  const characters = [...word];
  const bordered = ['<', ...characters, '>'];
  const grams = GRAM_SIZES.flatMap((size) =>
    Array.from({ length: Math.max(0, bordered.length - size + 1) }, (_, i) => bordered.slice(i, i + size).join('')),
  );
  const weight = characters.length <= 3 && /^\p{Script=Latin}+$/u.test(word) ? SHORT_WORD_WEIGHT : 1;
  return {
    hashes: Uint32Array.from([word, ...grams], (feature, i) => hash32(feature, i === 0 ? 1 : 2)),
    // one half of a word's length is the word itself, the other its n-grams together
    weights: Float32Array.from([word, ...grams], (_, i) => (i === 0 ? weight : weight / Math.sqrt(grams.length))),
  };
}

function add(vector: Float32Array, { hashes, weights }: Features, times: number): void {
  for (let i = 0; i < hashes.length; i++) {
    const hash = hashes[i]!;
    const at = (hash >>> 1) % vector.length;
    vector[at] = vector[at]! + (hash & 1 ? weights[i]! : -weights[i]!) * times;
  }
}

/** Of length 1; a text without a single letter or digit gets the direction of its own hash, since no direction is none. */
function unit(vector: Float32Array, otherwise: number): Float32Array {
  if (norm(vector) === 0) vector[otherwise % vector.length] = 1;
  return toUnit(vector);
}
