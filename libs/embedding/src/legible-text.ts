/** What a model's vocabulary tells of the languages that it was trained on. */
export interface Vocabulary {
  readonly size: number;
  /** The letters of every `step`-th piece. */
  pieces(step: number): Iterable<string>;
  /** Whether a word is one piece. */
  knows(word: string): boolean;
}

const ALPHABETS = ['Latin', 'Cyrillic', 'Greek', 'Armenian', 'Georgian', 'Hebrew', 'Arabic', 'Ethiopic', 'Hangul'];
const INDIC = ['Devanagari', 'Bengali', 'Gurmukhi', 'Gujarati', 'Tamil', 'Telugu', 'Kannada', 'Malayalam', 'Sinhala'];
const UNSPACED = ['Thai', 'Lao', 'Khmer', 'Myanmar', 'Hiragana', 'Katakana', 'Han'];
const SCRIPTS = [...ALPHABETS, ...INDIC, ...UNSPACED].map((name) => ({
  logographic: name === 'Han',
  letters: new RegExp(`\\p{Script=${name}}`, 'gu'),
}));

const SAMPLED_PIECES = 5_000;
/**
 * Pieces of two letters or more, or Chinese characters, that make a script the model's own. Vocabularies hold the single letters of scripts that they met by the way:
 * that of BERT's English models has 26,461 such pieces of Latin, at most 8 of any other alphabet, and 526 Chinese characters.
 */
const OWN_SCRIPT_PIECES = 1_000;
/**
 * Share of a text's words that a vocabulary of one alphabet must know whole. That of BERT's English models knows so many of 99 % of the questions of SQuAD, of 5 % of the
 * German and 10 % of the Spanish ones of XQuAD.
 */
const KNOWN_WORDS = 0.7;
/** A few words may well be names or terms: nothing can be told from them. */
const FEWEST_WORDS = 4;

/**
 * Tells whether a model can read a text, from its vocabulary alone. The scripts it was trained on are those that it has pieces of words of. One that was trained on
 * a single alphabet was, as a rule, trained on one language, and breaks the words of others to pieces (Rust and others 2021, "How Good is Your Tokenizer?"); in
 * vocabularies of many scripts that is how all but the largest languages are spelt, and tells nothing.
 */
export class LegibleText {
  private readonly ownScripts: typeof SCRIPTS;

  constructor(private readonly vocabulary: Vocabulary) {
    const step = Math.max(1, Math.floor(vocabulary.size / SAMPLED_PIECES));
    const pieces = [...vocabulary.pieces(step)];
    this.ownScripts = SCRIPTS.filter(({ logographic, letters }) => {
      const own = pieces.filter((piece) => (piece.match(letters)?.length ?? 0) >= (logographic ? 1 : 2));
      return own.length * step >= OWN_SCRIPT_PIECES;
    });
  }

  isLegible(text: string): boolean {
    const letters = count(text, /\p{L}/gu);
    const own = this.ownScripts.reduce((sum, script) => sum + count(text, script.letters), 0);
    if (own < letters / 2) return false;
    return this.ownScripts.length > 1 || this.knowsTheWordsOf(text);
  }

  private knowsTheWordsOf(text: string): boolean {
    const words = text.match(/[\p{L}\p{M}]+/gu) ?? [];
    if (words.length < FEWEST_WORDS) return true;
    return words.filter((word) => this.vocabulary.knows(word)).length >= KNOWN_WORDS * words.length;
  }
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
