import type { Noun } from './noun';
import { sortOf } from './noun-sorts';

/** Letters of a word that names something of its own. */
const LONG = 9;
/** Sentences. */
const PARAGRAPH = 6;

/** Which nouns of a document are of one matter, so that one comes to mind as a wrong answer where another is right. */
export class NounCompany {
  /** The sentences that hold each. */
  private readonly positions = new Map<string, number[]>();
  /** Two that stand side by side in a list. */
  private readonly listed = new Set<string>();

  constructor(private readonly code: string) {}

  /** @param nouns of one sentence, in their order */
  meet(nouns: readonly Noun[], text: string, position: number): void {
    for (const [i, noun] of nouns.entries()) {
      const key = this.keyOf(noun.text);
      this.positions.set(key, [...(this.positions.get(key) ?? []), position]);
      const next = nouns[i + 1];
      if (next && LIST.test(text.slice(noun.end, next.start))) this.listed.add(pairOf(noun.text, next.text));
    }
  }

  /** What the document comes back to. */
  isTopical(noun: string): boolean {
    return (this.positions.get(this.keyOf(noun))?.length ?? 0) > 1;
  }

  /** From 0, of what has nothing to do with each other, on. */
  kinship(one: string, other: string): number {
    const near = this.isNear(one, other);
    const alike = [
      3 * Number(sharesTail(one, other)),
      3 * Number(this.listed.has(pairOf(one, other))),
      2 * Number(sortOf(one, this.code) === 'person' && sortOf(other, this.code) === 'person'),
      Number(near),
      // what stands pages apart does not come to mind
      Number(near && this.isTopical(other)),
      Number(near && one.length >= LONG && other.length >= LONG),
      Number(one.includes(' ') && other.includes(' ')),
    ];
    return alike.reduce((sum, some) => sum + some, 0);
  }

  /** Without the ending of its case and number, where it has one. */
  private keyOf(noun: string): string {
    return this.code === 'de' ? noun.replace(/(?:es|en|s|n|e)$/u, '') : noun.replace(/(?<=[aeo])s$/u, '');
  }

  private isNear(one: string, other: string): boolean {
    const places = this.positions.get(this.keyOf(other)) ?? [];
    return (this.positions.get(this.keyOf(one)) ?? []).some((place) => places.some((another) => Math.abs(place - another) <= PARAGRAPH));
  }
}

const LIST = /^(?:,| (?:und|oder|sowie|y|e|o|u|et|ou|ed|और|या))? ?(?:(?:der|die|das|den|dem|el|la|los|las|le|les|il|i|gli|os?|as?) )?$/u;

const pairOf = (one: string, other: string) => [one, other].toSorted().join(' & ');

/** `Datagrammsystem` and `Rufsystem`, `capitalismo` and `imperialismo`; what ends so for being an action tells nothing. */
function sharesTail(one: string, other: string): boolean {
  let length = 0;
  while (length < Math.min(one.length, other.length) && one.at(-1 - length) === other.at(-1 - length)) length++;
  const tail = one.slice(-length);
  return length > 3 && !ENDS_MANY.test(tail);
}

const ENDS_MANY =
  /^\p{L}{0,2}(?:ungen|ung|heiten|heit|keiten|keit|schaft|schaften|ionen|ion|ität|ierung|ción|ciones|sión|dades|dad|miento|mientos|encias?|ados?|idos?|tions?|sions?|ments?|zione|zioni|mento|mente|ções|ção|ental|ales|ares)$/u;
