import type { Family } from './families';
import type { Turn } from './turns';

/** What the rules know of one language: data alone, one file a language. */
export interface Language {
  /** BCP 47. */
  readonly code: string;
  /** Words that hold its sentences together: they tell the language, and answer no question. */
  readonly common: ReadonlySet<string>;
  /** A sentence that begins with one of these hangs on what stands before it. */
  readonly opens: ReadonlySet<string>;
  /** A sentence that holds one of these anywhere hangs on others, or speaks of its writer or reader. */
  readonly leans: ReadonlySet<string>;
  /** Pronouns that are subjects: in the main clause they stand for somebody from before. */
  readonly subjects: ReadonlySet<string>;
  /** At the head of a sentence they stand for an owner from before. */
  readonly possessives: ReadonlySet<string>;
  /** At the head of a sentence, what ties it to the one before and may be left out, to where the next word begins. */
  readonly connective?: RegExp;
  /** As `connective`, in the middle; global. */
  readonly aside?: RegExp;
  /** Where a main clause that began the sentence ends, and another clause that may be left out begins: to the end. */
  readonly more?: RegExp;
  /** What only looks as if it leaned on another sentence; global. */
  readonly resolved?: RegExp;
  /** What the words above cannot say: phrases, and scripts without spaces. */
  readonly leaning?: RegExp;
  /** What each whole sentence with a verb shows. */
  readonly finite?: RegExp;
  /** Verbs of what happened once. */
  readonly past?: RegExp;
  readonly definiteArticles: ReadonlySet<string>;
  readonly articles: ReadonlySet<string>;
  /** Before the name of a place, and hardly ever of a person. */
  readonly within: ReadonlySet<string>;
  /** Before whoever did something. */
  readonly by: ReadonlySet<string>;
  /** Before a name that only tells more of a noun: `the king of Italy`. */
  readonly of: ReadonlySet<string>;
  /** Other prepositions (of Hindi: postpositions): what stands beside another does not fit into a name's place. */
  readonly besides: ReadonlySet<string>;
  /** Nouns that name a kind of thing: with an article alone, such a noun speaks of what stands before. */
  readonly generic: ReadonlySet<string>;
  /** What somebody does, right after his or her name. */
  readonly acts?: RegExp;
  /** Finite verbs of texts that explain something: what stands before one, at the head of a sentence, is its subject. */
  readonly verbs?: ReadonlySet<string>;
  /** Asks for the subject of a verb in the singular, which stays where it is. */
  readonly whatDoes?: string;
  /** Titles and trades that stand before a person's name. */
  readonly titles: ReadonlySet<string>;
  /** Names and nouns change their endings with their part in the sentence. */
  readonly declines: boolean;
  /** What shows a number between 1000 and now to be a year, right before it and right after it; either is enough. */
  readonly yearAfter?: RegExp;
  readonly yearBefore?: RegExp;
  /** What shows a number under 1000 to be a year: before it, and after it. */
  readonly earlyYear?: readonly [before: RegExp, after: RegExp];
  /** With its number as `n`. */
  readonly century?: RegExp;
  /** What says the opposite of a word in its place, both ways. */
  readonly opposites?: ReadonlyMap<string, string>;
  /** Words for the numbers from two on, in order, where what is counted is the same after each. */
  readonly numbers: readonly string[];
  /** Right after a share, and right before it. */
  readonly percentAfter: RegExp;
  readonly percentBefore?: RegExp;
  /** Whole dates, where they are not day, month and year in this order. */
  readonly date?: RegExp;
  /** `subject`, and what it is: the parts of a sentence that says what a term means. */
  readonly definitions: readonly RegExp[];
  /** Peoples, directions and the like. */
  readonly families?: readonly Family[];
  readonly turns: readonly Turn[];
}

export const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/u).filter((word) => word !== ''));

/** `norte/sur más/menos`: each for the other. */
export const pairs = (list: string): ReadonlyMap<string, string> =>
  new Map(
    list.split(' ').flatMap((pair) => {
      const [one = '', other = ''] = pair.split('/');
      return [
        [other, one],
        [one, other],
      ] as const;
    }),
  );

/** Words that a language does not have, or that nothing is known of. */
const NONE: ReadonlySet<string> = new Set();

/** A language of which nothing is known but its figures: each file says what it knows beside this. */
export const BARE: Omit<Language, 'code'> = {
  common: NONE,
  opens: NONE,
  leans: NONE,
  subjects: NONE,
  possessives: NONE,
  definiteArticles: NONE,
  articles: NONE,
  within: NONE,
  by: NONE,
  of: NONE,
  besides: NONE,
  generic: NONE,
  titles: NONE,
  declines: false,
  numbers: [],
  percentAfter: /^\s?%/u,
  definitions: [],
  turns: [],
};
