import { shuffled } from '@lectern/platform';
import type { Turn } from '../../turn';
import type { Fact } from './fact';
import type { Language } from './language';
import { tokensOf } from './stands-alone';
import { ANY_CLASS, germanClassesOf, germanNounsIn, germanPlacesOf, hasGermanArticle } from './german-nouns';
import { hindiNounsIn } from './hindi-nouns';
import type { Noun } from './noun';
import { NounCompany } from './noun-company';
import { romanceFormOf, romanceNounsIn } from './romance-nouns';
import { sortOf } from './noun-sorts';

const READERS: Readonly<Record<string, (text: string, language: Language) => Noun[]>> = {
  de: germanNounsIn,
  es: romanceNounsIn,
  fr: romanceNounsIn,
  hi: hindiNounsIn,
  it: romanceNounsIn,
  pt: romanceNounsIn,
};

/** Endings that names do not have. */
const GERMAN_NOUN =
  /(?:ung|heit|keit|schaft|ion|tät|ismus|ungen|heiten|keiten|schaften|ionen|täten|stoff|stoffe|mittel|wesen|iker|ierung)$/u;

/** What belongs to a noun, right after it. */
const OF = /^ (?:de|del|du|des|d['’]|di|della?|dei|do|da|dos|das|der|von|vom|eines|einer)(?!\p{L})/u;

/** What a wrong answer must have in common with the right one: less where all nouns are terms of one subject. */
const KINSHIP = { ofAStory: 2, ofASubject: 1 };

/** More are not looked through for what is like one of them. */
const ENOUGH = 300;

/** The nouns of a document, each with the places that it fits into. */
export class NounsSeen {
  /** Of each noun what it may be: more places leave less. */
  private readonly classes = new Map<string, string>();
  private readonly byPlace = new Map<string, Noun[]>();
  private readonly company: NounCompany;

  constructor(
    private readonly language: Language,
    /** Whether the document tells what happened, rather than what things are. */
    private readonly isStory: () => boolean,
  ) {
    this.company = new NounCompany(language.code);
  }

  async read(texts: readonly string[], isName: (noun: Noun, text: string) => boolean, turn: Turn): Promise<void> {
    const all: Noun[] = [];
    for (const [position, text] of texts.entries()) {
      await turn.next();
      const nouns = (READERS[this.language.code]?.(text, this.language) ?? []).filter((one) => !isName(one, text));
      this.company.meet(nouns, text, position);
      all.push(...nouns);
      if (this.language.code === 'de')
        for (const noun of nouns) this.narrow(noun.text.toLowerCase(), germanClassesOf(noun.text, noun.frame));
    }
    this.learnFromTails();
    for (const noun of all.filter((one) => this.isSurelyNoun(one)))
      for (const place of new Set(this.placesOf(noun))) {
        const found = this.byPlace.get(place) ?? [];
        if (found.length < ENOUGH && !found.some(({ text }) => text === noun.text)) found.push(noun);
        this.byPlace.set(place, found);
      }
  }

  /** What says enough to be asked for: long words, and those that the document comes back to. */
  worthyIn(text: string): Noun[] {
    return this.nounsIn(text).filter(({ text: noun, end }) => {
      if (this.company.isTopical(noun)) return true;
      // `the increase of ...`: what is done with something is no thing to know, and a word before its `of` says little
      return noun.length >= this.longWord && sortOf(noun, this.language.code) !== 'abstract' && !OF.test(text.slice(end));
    });
  }

  private nounsIn(text: string): Noun[] {
    return (READERS[this.language.code]?.(text, this.language) ?? []).filter((noun) => this.isSurelyNoun(noun));
  }

  /** In German a name has a capital too, but hardly an article. */
  private isSurelyNoun({ text, frame }: Noun): boolean {
    if (this.language.code !== 'de' || hasGermanArticle(frame) || GERMAN_NOUN.test(text)) return true;
    return (this.classes.get(text.toLowerCase()) ?? ANY_CLASS) !== ANY_CLASS;
  }

  private get longWord(): number {
    return this.language.code === 'de' ? 9 : 8;
  }

  /** Others that fit into a noun's place and come to mind there, those most like it first. */
  likeThe(noun: Fact, random: () => number): string[] {
    // `Empfehlung` and `Verbesserung` are no wrong answers where `Besatzung` is right
    const isAbstract = sortOf(noun.text, this.language.code) === 'abstract';
    const least = (this.isStory() ? KINSHIP.ofAStory : KINSHIP.ofASubject) + Number(isAbstract);
    return shuffled(this.byPlace.get(this.placesOf(noun)[0]!) ?? [], random)
      .map(({ text }) => ({ text, kinship: this.company.kinship(noun.text, text) }))
      .filter(({ kinship }) => kinship >= least)
      .map(({ text, kinship }) => ({ text, distance: distanceOf(noun.text, text) - 2 * kinship }))
      .toSorted((a, b) => a.distance - b.distance)
      .map(({ text }) => text);
  }

  private narrow(key: string, classes: string): void {
    const known = this.classes.get(key) ?? ANY_CLASS;
    const both = [...known].filter((one) => classes.includes(one)).join('');
    this.classes.set(key, both === '' ? known : both);
  }

  /** `Wirtszelle` is what `Zelle` is. */
  private learnFromTails(): void {
    const tails = new Map<string, Set<string>>();
    for (const [word, classes] of this.classes)
      if (classes.length === 1) tails.set(word.slice(-TAIL), (tails.get(word.slice(-TAIL)) ?? new Set()).add(classes));
    for (const [word, classes] of this.classes) {
      const [only, ...others] = tails.get(word.slice(-TAIL)) ?? [];
      if (classes.length > 1 && only !== undefined && others.length === 0 && classes.includes(only)) this.classes.set(word, only);
    }
  }

  /** Its own place first, then others that it fits into. */
  private placesOf(noun: Fact): string[] {
    const { code } = this.language;
    const places =
      code === 'de'
        ? germanPlacesOf(noun, this.classes.get(noun.text.toLowerCase()) ?? ANY_CLASS)
        : [noun.kind === 'term' ? (romanceFormOf(noun.frame, noun.text, this.language) ?? '') : noun.frame];
    return places.map((place) => `${place} ${sortOf(noun.text, code)}`);
  }
}

/** Letters that tell the last part of a compound. */
const TAIL = 5;

/** Less of words of one length, and of as many words. */
function distanceOf(one: string, other: string): number {
  return 8 * Math.abs(tokensOf(one).length - tokensOf(other).length) + Math.abs(one.length - other.length);
}
