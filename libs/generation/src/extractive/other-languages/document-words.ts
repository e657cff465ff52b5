import type { Lexicon } from '../names';
import type { Fact } from './fact';
import type { Language } from './language';
import { NamesSeen } from './names-seen';
import { TermsSeen } from './terms-seen';
import { titlesIn } from './titles-in';

/** What all sentences of one document together tell of its words. */
export class DocumentWords {
  readonly names: NamesSeen;
  readonly terms: TermsSeen;
  readonly titles: readonly Fact[];

  constructor(
    readonly language: Language,
    texts: readonly string[],
    lexicon: Lexicon,
  ) {
    // a sentence that is printed again and again says its words once
    const each = [...new Set(texts)];
    this.names = new NamesSeen(language, lexicon);
    this.names.read(each);
    this.terms = new TermsSeen(language);
    this.terms.read(each);
    this.titles = each.flatMap(titlesIn);
  }
}
