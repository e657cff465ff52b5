import { meanTheSame } from '../meanings';
import { answerKey, containsWords, wordOverlap, wordsOf } from '../words';

/** What tells two questions of a set apart. */
export interface Comparable {
  readonly type: string;
  readonly stem: string;
  readonly answer: string;
  readonly options?: readonly string[];
  readonly quoteKey: string;
  readonly meaning?: Float32Array;
}

interface Fingerprint {
  readonly question: Comparable;
  readonly answer: string;
  readonly stem: ReadonlySet<string>;
  readonly all: ReadonlySet<string>;
}

export type Closeness = 'same' | 'near' | 'apart';

/** The questions of a set so far, for the question whether another one adds anything. */
export class DistinctQuestions {
  private readonly known: Fingerprint[] = [];

  add(question: Comparable): void {
    this.known.push(fingerprint(question));
  }

  /** `same`: asks what is asked already; `near`: asks something else of a sentence that is used already. */
  closeness(question: Comparable): Closeness {
    const one = fingerprint(question);
    let closest: Closeness = 'apart';
    for (const other of this.known) {
      const close = compare(one, other);
      if (close === 'same') return 'same';
      if (close === 'near') closest = 'near';
    }
    return closest;
  }

  timesAnswered(answer: string): number {
    const key = answerKey(answer);
    return this.known.filter((other) => other.answer === key && other.question.type !== 'true_false').length;
  }
}

function fingerprint(question: Comparable): Fingerprint {
  const statement = question.type === 'true_false';
  const stem = new Set(wordsOf(question.stem));
  const all = new Set([...stem, ...(statement ? [] : wordsOf(question.answer)), ...(question.options ?? []).flatMap(wordsOf)]);
  return { question, answer: answerKey(question.answer), stem, all };
}

/** `20`, `for almost 20 years` */
const isOneAnswer = (a: Fingerprint, b: Fingerprint) => containsWords(a.answer, b.answer) || containsWords(b.answer, a.answer);

/** What is asked for stands word for word in the other: a name may, but hardly all that is said of it. */
const tells = (a: Fingerprint, b: Fingerprint) =>
  b.answer.split(' ').length >= LONG_ANSWER && containsWords(a.question.stem, b.question.answer);

const LONG_ANSWER = 4;

function compare(a: Fingerprint, b: Fingerprint): Closeness {
  const sameQuote = a.question.quoteKey === b.question.quoteKey;
  const statements = Number(a.question.type === 'true_false') + Number(b.question.type === 'true_false');
  const overlap = wordOverlap(a.stem, b.stem);
  // a statement holds the answer to every other question on its sentence
  if (sameQuote && statements > 0) return 'same';
  if (sameQuote && (isOneAnswer(a, b) || tells(a, b) || tells(b, a))) return 'same';
  if (a.answer === b.answer && statements === 0 && overlap > 0.5) return 'same';
  if (statements === 0 && meanTheSame(a.question.meaning, b.question.meaning, a.answer === b.answer)) return 'same';
  // two gaps of one sentence, each with the other filled in
  if (sameQuote && wordOverlap(a.all, b.all) > 0.78) return 'same';
  if (statements === 2 ? overlap > 0.75 : overlap > 0.92 || wordOverlap(a.all, b.all) > 0.85) return 'same';
  return sameQuote || overlap > 0.7 ? 'near' : 'apart';
}
