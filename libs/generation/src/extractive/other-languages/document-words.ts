import type { Turn } from '../../turn';
import type { Lexicon } from '../names';
import type { Fact } from './fact';
import type { Language } from './language';
import { NounsSeen } from './nouns-seen';
import { NamesSeen } from './names-seen';
import { TermsSeen } from './terms-seen';
import { titlesIn } from './titles-in';

/** Sentences, of some twenty paragraphs. */
const MANY = 80;

/** The share of sentences in the past that makes a story. */
const STORY = 0.5;

/** What all sentences of one document together tell of its words. */
export class DocumentWords {
  readonly names: NamesSeen;
  readonly terms: TermsSeen;
  readonly nouns: NounsSeen;
  /** Whether the document tells what happened, rather than what things are. */
  isStory = false;

  private constructor(
    readonly language: Language,
    lexicon: Lexicon,
    readonly titles: readonly Fact[],
    /** Whether there is enough of it to choose from. */
    readonly isLong: boolean,
  ) {
    this.names = new NamesSeen(language, lexicon);
    this.terms = new TermsSeen(language);
    this.nouns = new NounsSeen(language, () => this.isStory);
  }

  /** Reads all sentences, and lets other work run in between. */
  static async of(language: Language, texts: readonly string[], lexicon: Lexicon, turn: Turn): Promise<DocumentWords> {
    // a sentence that is printed again and again says its words once
    const each = [...new Set(texts)];
    const words = new DocumentWords(language, lexicon, each.flatMap(titlesIn), each.length > MANY);
    // where no verb is known to tell what happened, anything may have
    words.isStory = !language.past || each.filter((text) => language.past?.test(text)).length > STORY * each.length;
    await words.names.read(each, turn);
    await words.terms.read(each, turn);
    const isName = (noun: Fact, text: string) =>
      words.names.times(noun.text) > 0 || words.names.namesIn(text).some(({ start, end }) => noun.start < end && noun.end > start);
    await words.nouns.read(each, isName, turn);
    return words;
  }
}
