import { countriesIn, countriesOf, plain } from './countries';
import { isMonth } from './dates';
import { frameBefore, type Fact, type FactKind } from './fact';
import type { Language } from './language';
import { isJoined, isListed } from './name-edges';
import { votesFor, type Vote } from './name-votes';
import { isFamilyName, isGiven } from './people';
import type { Turn } from '../../turn';
import type { Lexicon } from '../names';

/** Capitalised words that stand together, with the small words that join names. */
const RUN =
  /\p{Lu}[\p{L}\p{M}\p{N}'’.-]*(?: (?:(?:de|la|las|los|del|von|van|der|den|du|des|di|della|da|do|dos|das|of|the|bin|ibn) ){0,2}\p{Lu}[\p{L}\p{M}\p{N}'’.-]*)*/gu;

/** What all sentences of a document together tell of its names: which words are names at all, and of whom or what. */
export class NamesSeen {
  private readonly lowered = new Set<string>();
  private readonly articled = new Set<string>();
  /** By name: what each place where it is met tells of it. */
  private readonly sightings = new Map<string, ReadonlySet<Vote>[]>();
  private readonly afterWithin = new Map<string, number>();
  /** First and last words of people's names: `Michelangelo` is one, whatever stands before it. */
  private readonly partsOfPeople = new Set<string>();
  private readonly agents = new Set<string>();
  /** What follows whoever did something. */
  private readonly acted: RegExp | undefined;
  private readonly facts = new Map<string, Fact[]>();
  private readonly countries: ReadonlySet<string>;

  constructor(
    readonly language: Language,
    private readonly lexicon: Lexicon,
  ) {
    this.countries = countriesOf(language.code);
    this.acted = language.past && new RegExp(`^ (?:se )?(?:${language.past.source})`, 'u');
  }

  async read(texts: readonly string[], turn: Turn): Promise<void> {
    for (const text of texts) {
      await turn.next();
      for (const [word] of text.matchAll(/(?<![\p{L}\p{M}'’-])\p{Ll}[\p{L}\p{M}-]+/gu)) this.lowered.add(word);
      for (const [, article, word, next] of text.matchAll(/(?<![\p{L}\p{M}])(\p{L}+) (\p{Lu}[\p{L}\p{M}]+)(?:(?= (\p{L}+))|)/gu)) {
        const [before, key] = [article!.toLowerCase(), word!.toLowerCase()];
        if (this.language.articles.has(before)) this.articled.add(key);
        // `in Gegenwart eines Sterbenden`
        if (/^(?:des|der|eines|einer)$/.test(next ?? '')) this.articled.add(key);
        if (this.language.within.has(before)) this.afterWithin.set(key, (this.afterWithin.get(key) ?? 0) + 1);
      }
    }
    for (const text of texts) {
      await turn.next();
      for (const run of this.runsIn(text)) {
        const key = run.text.toLowerCase();
        const found = this.sightings.get(key) ?? [];
        found.push(votesFor(run, text, { language: this.language, lexicon: this.lexicon, isCountry: (name) => this.isCountry(name) }));
        this.sightings.set(key, found);
        if (this.acted?.test(text.slice(run.end))) this.agents.add(run.text);
      }
    }
    for (const [key, sightings] of this.sightings)
      if (key.includes(' ') && sightings.some((votes) => votes.has('person')))
        for (const part of [key.split(' ')[0]!, key.split(' ').at(-1)!]) this.partsOfPeople.add(part);
    for (const text of texts) {
      await turn.next();
      for (const fact of this.namesIn(text)) this.remember(fact);
    }
  }

  /** Of the kind asked for, each once. */
  of(kind: FactKind): readonly Fact[] {
    return this.facts.get(kind) ?? [];
  }

  /** Whether somebody or some body of that name did something somewhere, so that it is no place and no thing. */
  isAgent(name: string): boolean {
    return this.agents.has(name);
  }

  isCountryName(name: string): boolean {
    return this.isCountry(name.toLowerCase());
  }

  /** Whether a sentence begins with a name: a whole one, or a word that is one in another case elsewhere. */
  isNameAt(text: string): boolean {
    const first = /^\p{Lu}[\p{L}\p{M}-]+/u.exec(text)?.[0] ?? '';
    return this.namesIn(text).some(({ start }) => start === 0) || this.resembles(first);
  }

  isSmallElsewhere(word: string): boolean {
    return this.lowered.has(word.toLowerCase());
  }

  /** Whether a word begins as some name does: the same name in another case. */
  resembles(word: string): boolean {
    const stem = word.toLowerCase().slice(0, Math.max(4, word.length - 2));
    return this.language.code !== 'de' && [...this.sightings.keys()].some((key) => key.split(' ').some((part) => part.startsWith(stem)));
  }

  /** How often a name is met. */
  times(name: string): number {
    return this.sightings.get(name.toLowerCase())?.length ?? 0;
  }

  namesIn(text: string): Fact[] {
    const { code } = this.language;
    return [...this.runsIn(text), ...(code === 'hi' ? countriesIn(text, this.countries) : [])]
      .filter(({ start, end }) => !isJoined(text, start, end) && !this.language.of.has(frameBefore(text, start)))
      .map((run) => ({ ...run, kind: this.kindOf(run.text), frame: this.frameOf(text, run), listed: isListed(text, run.start, run.end) })); // prettier-ignore
  }

  /** What a name must agree with: the word before it, and in Turkish the ending after it. */
  private frameOf(text: string, { start, end }: Pick<Fact, 'start' | 'end'>): string {
    if (this.language.code === 'tr') return /^['’](\p{Ll}+)/u.exec(text.slice(end))?.[1] ?? '';
    const before = frameBefore(text, start);
    const { articles, within, by, besides, titles, generic } = this.language;
    // `el río Ebro`: other rivers alone fit
    return [articles, within, by, besides, titles, generic].some((words) => words.has(before)) ? before : '';
  }

  kindOf(name: string): FactKind {
    const key = name.toLowerCase();
    if (/^\p{Lu}{2,}$/u.test(name) || OFFICE.test(name)) return 'name';
    if (this.isCountry(key)) return 'place';
    const sightings = this.sightings.get(key) ?? [];
    const votes = (wanted: Vote) => sightings.filter((sighting) => sighting.has(wanted)).length;
    const [person, place] = [votes('person'), votes('place')];
    if (person > place || this.partsOfPeople.has(key)) return 'person';
    return place > 0 ? 'place' : 'name';
  }

  /** Runs of capitals that are names: no word of them is seen small, none is a month, and a first word of a sentence is one elsewhere too. */
  private runsIn(text: string): Pick<Fact, 'text' | 'start' | 'end'>[] {
    return Array.from(text.matchAll(RUN)).flatMap((match) => {
      let [name, start] = [match[0].replace(/[.'’-]+$/u, ''), match.index];
      // `En France`, `Die Stadt`: what begins a sentence is capitalised without being a name
      const opens = /^(?:["«„“'(]\s?)?$|[.:!?]\s$/u.test(text.slice(0, start));
      const [first = ''] = name.split(' ');
      if (opens && (this.language.common.has(first.toLowerCase()) || this.language.opens.has(first.toLowerCase()))) {
        if (!name.includes(' ')) return [];
        [name, start] = [name.slice(first.length + 1), start + first.length + 1];
      } else if (opens && !name.includes(' ') && !this.isNameElsewhere(name)) return [];
      else if (opens && name.includes(' ') && BARE_NOUNS.has(this.language.code) && !this.isSomebody(name, text.slice(start + name.length)))
        // `Довжина Дніпра`: the first word may be any
        [name, start] = [
          name.slice(first.length + 1).replace(/^\p{Ll}+ /u, ''),
          start + name.length - name.slice(first.length + 1).replace(/^\p{Ll}+ /u, '').length,
        ];
      const elided = /^[LDld]['’](?=\p{Lu})/u.exec(name)?.[0].length ?? 0;
      [name, start] = [name.slice(elided), start + elided];
      // `İstanbul'u`: the ending is none of the name's
      if (this.language.code === 'tr') name = name.replace(/['’]\p{Ll}+.*$/u, '');
      // `Ökonom Alban Phillips`
      const trade =
        this.language.code === 'de' && name.split(' ').length > 2 && this.language.titles.has(name.split(' ')[0]!.toLowerCase())
          ? name.indexOf(' ') + 1
          : 0;
      [name, start] = [name.slice(trade), start + trade];
      return this.isName(name, text.slice(start + name.length)) ? [{ text: name, start, end: start + name.length }] : [];
    });
  }

  private isSomebody(name: string, after: string): boolean {
    const words = name.split(' ');
    return isGiven(words[0]!.split('-')[0]!, this.lexicon) || isFamilyName(words) || this.language.titles.has(words[0]!.toLowerCase()) || this.language.acts?.test(after.trimStart()) === true || /^ \(\d{4}/u.test(after); // prettier-ignore
  }

  private isNameElsewhere(word: string): boolean {
    return this.language.code !== 'de' && !this.lowered.has(word.toLowerCase()) && this.times(word) > 0;
  }

  private isName(name: string, after: string): boolean {
    const words = name.split(' ');
    if (words.length > 6 || /\d|\.\p{L}/u.test(name) || words.some((word) => isMonth(word, this.language))) return false;
    const capitals = words.filter((word) => /^\p{Lu}/u.test(word));
    if (capitals.every((word) => this.lowered.has(word.toLowerCase()) || this.language.common.has(word.toLowerCase()))) return false;
    if (capitals.every((word) => word.length < 3) || /^[IVXLC]+$/u.test(name)) return false;
    if (this.language.code !== 'de') return true;
    return (
      (capitals.length > 1 && this.language.acts?.test(after.trimStart()) === true && !this.articled.has(capitals[0]!.toLowerCase())) ||
      this.isGermanName(capitals, name)
    );
  }

  /** Where all nouns are capitalised: two that stand together without an article, or one that is known, or has only prepositions before it. */
  private isGermanName(capitals: readonly string[], name: string): boolean {
    const { generic, titles } = this.language;
    const known = (word: string) => this.isCountry(word.toLowerCase()) || isGiven(word, this.lexicon) || this.lexicon(word.toLowerCase()).some((tag) => /^(?:City|Country|Region|LastName|Person)$/.test(tag)); // prettier-ignore
    if (capitals.some((word) => generic.has(word.toLowerCase()))) return false;
    // `Tod der Mitglieder`, but `Karl der Große`
    if (/ (?:der|des|den) (?!\p{Lu}\p{Ll}+e$)/u.test(name) && !/ (?:von|van) /u.test(name)) return false;
    if (capitals.length > 1) return isGiven(capitals[0]!, this.lexicon) || titles.has(capitals[0]!.toLowerCase()) || this.lexicon(name.toLowerCase()).length > 0; // prettier-ignore
    if (this.isCountry(name.toLowerCase())) return true;
    if (this.articled.has(name.toLowerCase()) || ABSTRACT.test(name)) return false;
    return known(name) || this.located(name);
  }

  /** `in Krakau`, again and again, and never `das Krakau`. */
  private located(name: string): boolean {
    return (this.afterWithin.get(name.toLowerCase()) ?? 0) > 1;
  }

  /** In any of its forms: `Германии`. */
  private isCountry(key: string): boolean {
    return this.countries.has(plain(key)) || (this.language.declines && key.length > 4 && this.countries.has(`${key.slice(0, -1)}*`));
  }

  private remember(fact: Fact): void {
    const facts = this.facts.get(fact.kind) ?? [];
    if (!facts.some((other) => other.text === fact.text && other.frame === fact.frame)) facts.push(fact);
    this.facts.set(fact.kind, facts);
  }
}

/** `General Manager`, `Super Bowls`: capitals that name no person, nor a place. */
const OFFICE =
  /(?:^Super |(?:Manager|Officer|President|Director|Bowls?|Award|Awards|Street|Company|Corporation|University|Institute|Bridge|River)$)/u;

/** Where a noun that is no name begins a sentence without an article. */
const BARE_NOUNS = new Set(['ru', 'uk', 'pl', 'tr']);

/** Endings of German nouns that are no places. */
const ABSTRACT = /(?:ung|ungen|heit|keit|schaft|tion|tionen|tät|nis|ismus|ment|tum|en)$/u;
