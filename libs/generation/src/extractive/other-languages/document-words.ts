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
/** The share of them that an explanation has at most. */
const EXPLANATION = 0.4;

/** What all sentences of one document together tell of its words. */
export class DocumentWords {
  readonly names: NamesSeen;
  readonly terms: TermsSeen;
  readonly nouns: NounsSeen;
  /** Whether the document tells what happened, rather than what things are. */
  isStory = false;
  /** Whether its nouns are the terms of one subject. */
  explains = false;

  private constructor(
    readonly language: Language,
    lexicon: Lexicon,
    readonly titles: readonly Fact[],
    /** Whether there is enough of it to choose from. */
    readonly isLong: boolean,
  ) {
    this.names = new NamesSeen(language, lexicon);
    this.terms = new TermsSeen(language);
    this.nouns = new NounsSeen(language, () => !this.explains);
  }

  /** Reads all sentences, and lets other work run in between. */
  static async of(language: Language, texts: readonly string[], lexicon: Lexicon, turn: Turn): Promise<DocumentWords> {
    // a sentence that is printed again and again says its words once
    const each = [...new Set(texts)];
    const words = new DocumentWords(language, lexicon, each.flatMap(titlesIn), each.length > MANY);
    const past = each.filter((text) => language.past?.test(text)).length / each.length;
    words.isStory = past > STORY;
    // where no verb is known to tell what happened, anything may have
    words.explains = language.past !== undefined && past < EXPLANATION;
    await words.names.read(each, turn);
    await words.terms.read(each, turn);
    const isName = (noun: Fact, text: string) =>
      words.names.times(noun.text) > 0 || words.names.namesIn(text).some(({ start, end }) => noun.start < end && noun.end > start);
    await words.nouns.read(each, isName, turn);
    return words;
  }
}
