import { Claims } from './claims';
import { Company, companyOf } from './company';
import { Genera } from './genera';
import { isLight } from './light-nouns';
import { genderOf, isHeadWord, nameKind, nameRuns, nameSort, type Lexicon, type NameKind } from './names';
import { nominalsOf } from './phrases';
import { TargetPool } from './target-pool';
import type { WordKnowledge } from './targets';
import type { Token } from './tagger';
import { SenseClass, type Thesaurus } from './thesaurus';

/** A question should lead to its own passage among so many. */
const MOST_FOUND = 3;

/** Fewer sentences than this say most of their terms once. */
const FEW = 150;

/** Everything that the passages together tell about their words: what is a name, of which kind, and what is a term. */
export class Material implements WordKnowledge {
  readonly claims = new Claims();
  readonly pool = new TargetPool();
  readonly genera = new Genera();
  /** That is spoken of. */
  latestYear = 0;
  /** How many were read. */
  sentences = 0;
  private readonly passageIndices = new Set<number>();
  private readonly lowered = new Map<string, number>();
  private readonly capitalised = new Map<string, number>();
  private readonly phrases = new Map<string, number>();
  private readonly company = new Company();
  /** Of each noun and adjective the passages that hold it. */
  private readonly places = new Map<string, Set<number>>();
  private readonly kinds = new Map<string, NameKind>();
  private readonly surnames = new Set<string>();
  private readonly forenames = new Set<string>();
  /** First words of organisations and places. */
  private readonly namesakes = new Set<string>();
  private readonly afterIn = new Map<string, number>();
  private readonly openings = new Map<string, number>();
  private readonly texts: readonly string[];

  /** @param texts of all passages, those too that are not read: how many speak of something tells whether a question finds its place */
  constructor(
    private readonly lexicon: Lexicon,
    readonly thesaurus: Thesaurus,
    texts: readonly string[] = [],
  ) {
    this.texts = texts.map((text) => text.toLowerCase());
  }

  /**
   * First every sentence is read, those too that carry no question: they still tell names and terms.
   * @param passage that it stands in
   */
  read(tokens: readonly Token[], passage = 0): void {
    this.sentences++;
    this.passageIndices.add(passage);
    for (const { text } of tokens) if (/^(?:1\d|20)\d\d$/.test(text)) this.latestYear = Math.max(this.latestYear, Number(text));
    for (const { lemma } of nominalsOf(tokens)) this.places.set(lemma, (this.places.get(lemma) ?? new Set()).add(passage));
    this.openings.set(openingOf(tokens), (this.openings.get(openingOf(tokens)) ?? 0) + 1);
    this.genera.read(tokens);
    this.count(tokens);
  }

  /** `IHC has`, line after line: the sentences of a form or a check list. */
  isRefrain(tokens: readonly Token[]): boolean {
    const times = this.openings.get(openingOf(tokens)) ?? 0;
    return times > 3 && times > 0.06 * this.sentences;
  }

  isName(token: Token, index: number): boolean {
    if (!/^\p{Lu}[\p{L}\p{M}\p{N}'’.-]+$/u.test(token.text) && !/^\p{Lu}\d*$/u.test(token.text)) return false;
    // "the Sorkin-created series"
    if (/-\p{Ll}+(?:ed|ing|en|based|born|led|made|built|style|like|era)$/u.test(token.text)) return false;
    if (/^(?:I|A)$/.test(token.text) || ['DET', 'PRON', 'ADP', 'SCONJ', 'CCONJ', 'AUX', 'ADV'].includes(token.pos)) return false;
    if (index > 0) return token.pos === 'PROPN' || !this.lowered.has(token.lower) || token.pos === 'NOUN';
    // "Unclear.", "Disallow": a heading or a label
    if (this.lexicon(token.lower).some((tag) => /^(?:Adjective|Adverb|Infinitive|PastTense|PresentTense|Gerund)$/.test(tag))) return false;
    // a sentence's first word is a name only if it is one elsewhere too, or is never seen in lower case and tagged as one
    if (this.lowered.has(token.lower)) return false;
    // "Opportunities", which heads a section too
    if (/s$/.test(token.lower) && this.thesaurus.isCommon(token.lemma)) return false;
    if ((this.capitalised.get(token.lower) ?? 0) > 0) return token.pos !== 'ADJ' || !this.thesaurus.isCommon(token.lower);
    // "Napoleon" is known as a person, whatever else is called by that name
    const isWord = this.thesaurus.isCommon(token.lower) && nameKind([token.text], this.lexicon) === 'name';
    return token.pos === 'PROPN' && !/s$/.test(token.lower) && !isWord;
  }

  keepsCapital(token: Token): boolean {
    if (this.lexicon(token.lower).some((tag) => /^(?:Demonym|Country|City|Region)$/.test(tag))) return true;
    if (this.thesaurus.isAdjective(token.lower) && !this.capitalised.has(token.lower)) return false;
    // "Names" heads a section of a manual, which speaks of names
    const capitalised = this.capitalised.get(token.lower) ?? 0;
    const isHeading = (this.lowered.get(token.lower) ?? 0) >= capitalised && this.thesaurus.knows(token.lemma);
    return token.pos === 'PROPN' && (this.isName(token, 0) || (capitalised > 1 && !isHeading));
  }

  /** Neither `French` nor `Scouts` nor `France` nor `Montana State`, whom no "he" can mean. */
  mayBePerson({ lower }: Token): boolean {
    if ((/s$/.test(lower) && this.thesaurus.isCommon(lower.slice(0, -1))) || isHeadWord(lower)) return false;
    return !this.lexicon(lower).some((tag) => /^(?:Demonym|Country|City|Region|Month|WeekDay)$/.test(tag));
  }

  kindOf(words: readonly string[]): NameKind {
    const key = words.join(' ');
    const known = this.kinds.get(key);
    if (known) return known;
    let kind = nameKind(words, this.lexicon);
    // "Harvard" is no person where there is a Harvard University
    const namesake = words.length === 1 && this.namesakes.has(words[0] as string);
    if (kind === 'person' && namesake) kind = 'name';
    // "in the northern part of Carolina", where no Carolina of a surname is spoken of
    else if (kind === 'person' && words.length === 1 && !this.surnames.has(key) && !this.forenames.has(key) && this.isPlaceToo(key))
      kind = 'place';
    else if (kind === 'name' && words.length === 1 && !namesake && this.surnames.has(words[0] as string)) kind = 'person';
    // "in Rodin": in his work
    if (
      kind === 'name' &&
      (this.afterIn.get(key) ?? 0) >= (this.thesaurus.isOf(key, [SenseClass.location]) ? 1 : 2) &&
      !this.thesaurus.isOf(key, [SenseClass.person]) &&
      !/(?:ism|ity|ics|ry|tion|[A-Z]{2})$|\p{Ll}\p{Lu}/u.test(key)
    )
      kind = 'place';
    this.kinds.set(key, kind);
    return kind;
  }

  /** A first name, and that of a country or a town: `Georgia`, `Florence`. */
  private isPlaceToo(name: string): boolean {
    return this.afterIn.has(name) && genderOf([name], this.lexicon) !== undefined && this.thesaurus.isOf(name, [SenseClass.location]);
  }

  genderOf(words: readonly string[]): 'male' | 'female' | undefined {
    return genderOf(words, this.lexicon);
  }

  sortOf(name: string): string {
    return nameSort(name.split(' '), this.lexicon);
  }

  isTerm(lemmas: readonly string[], described: boolean): boolean {
    const [head, first] = [lemmas.at(-1) as string, lemmas[0] as string];
    if (isLight(head) || isLight(first)) return false;
    const times = this.phrases.get(lemmas.join(' ')) ?? 0;
    // a small text says most things once
    const enough = this.sentences < 20 ? 1 : this.sentences < 400 ? 2 : 3;
    if (lemmas.length === 1) return times >= enough && first.length > 4;
    // "specified package", met once, is no term, though "package" is; a narrow topic may have few others
    return times >= 2 || ((!described || this.sentences < FEW) && (this.phrases.get(head) ?? 0) > enough);
  }

  /** How many passages were read. */
  get passages(): number {
    return this.passageIndices.size;
  }

  /** How many passages hold all of the words, in lemma form. */
  passagesWith([first, ...rest]: readonly string[]): number {
    const held = [...(this.places.get(first ?? '') ?? [])];
    return held.filter((passage) => rest.every((lemma) => this.places.get(lemma)?.has(passage))).length;
  }

  /** Whether few enough passages of all hold these words, in any form, that a search by them finds the place. */
  isFoundBy(lemmas: readonly string[]): boolean {
    const words = lemmas.map((lemma) => lemma.replace(/(?:e|y)$/, ''));
    let found = 0;
    for (const text of this.texts) if (words.every((word) => text.includes(word)) && ++found > MOST_FOUND) return false;
    return true;
  }

  /** How often a word of the evidence is met, in lower case or lemma form. */
  frequency(phrase: string): number {
    return this.phrases.get(phrase) ?? this.capitalised.get(phrase) ?? 0;
  }

  /** As `Company.kinship`: of terms by their lemmas, of names in lower case. */
  kinship(a: string, b: string): number {
    return this.company.kinship(a, b);
  }

  /** Whether a capital is not all that makes the word a name. */
  isCommonWord(word: string): boolean {
    return this.lowered.has(word.toLowerCase());
  }

  private count(tokens: readonly Token[]): void {
    const content = new Set(tokens.filter(({ pos }) => /^(?:NOUN|VERB|ADJ|PROPN)$/.test(pos)).map(({ lemma }) => lemma));
    this.company.meet(content);
    tokens.forEach((token, i) => {
      if (/^\p{Ll}/u.test(token.text)) this.lowered.set(token.lower, (this.lowered.get(token.lower) ?? 0) + 1);
      else if (i > 0 && /^\p{Lu}/u.test(token.text)) this.capitalised.set(token.lower, (this.capitalised.get(token.lower) ?? 0) + 1);
      for (let length = 1; length <= 3 && i + length <= tokens.length; length++) {
        const phrase = tokens.slice(i, i + length);
        if (phrase.at(-1)?.pos !== 'NOUN' || phrase.some((word) => word.pos !== 'NOUN' && word.pos !== 'ADJ')) continue;
        const key = phrase.map((word) => word.lemma).join(' ');
        this.phrases.set(key, (this.phrases.get(key) ?? 0) + 1);
        this.company.keep(key, content);
      }
    });
  }

  /** Then, once all are read, each tells what it knows of names. */
  learnNames(tokens: readonly Token[]): void {
    for (const { start, end } of nameRuns(tokens, (token, index) => this.isName(token, index))) {
      const words = tokens.slice(start, end).map((token) => token.text);
      const before = tokens[start - 1]?.lower;
      const isPart = before === 'of' && /^(?:parts?|north|south|east|west|coast|colony|province)$/.test(tokens[start - 2]?.lower ?? '');
      if (isPart || before === 'in' || before === 'at' || before === 'near')
        this.afterIn.set(words.join(' '), (this.afterIn.get(words.join(' ')) ?? 0) + 1);
      this.company.keep(words.join(' ').toLowerCase(), companyOf(tokens));
      if (words.length < 2 || words.includes('of')) continue;
      const kind = nameKind(words, this.lexicon);
      if (kind === 'person') {
        this.surnames.add(words.at(-1) as string);
        this.forenames.add(words[0] as string);
      }
      if (kind === 'organisation' || kind === 'place') this.namesakes.add(words[0] as string);
    }
  }
}

const openingOf = ([first, second]: readonly Token[]) => `${first?.lower} ${second?.lower}`;
