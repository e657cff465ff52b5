import type { Question } from '../question';
import { meanTheSame } from '../meanings';
import { answerKey, wordOverlap, wordsOf } from '../words';

interface Asked {
  /** When it was asked, 0 the longest ago. */
  readonly at: number;
  readonly stem: ReadonlySet<string>;
  readonly source: Place;
  readonly meaning: Float32Array | undefined;
}

interface Place {
  readonly documentId: string;
  readonly start: number;
  readonly end: number;
}

/** Two stems with so many words in common ask for the same, if their answers are the same; two statements need more. */
const SAME_STEM = 0.5;
const SAME_STATEMENT = 0.75;

/**
 * What a tenant was asked of late, for the question whether another one means the same: the same answer asked of the same words
 * of a document, or in nearly the same words. A statement asks for all of its sentence.
 */
export class AskedQuestions {
  private readonly byAnswer: ReadonlyMap<string, readonly Asked[]>;

  /**
   * @param questions the longest ago first
   * @param meanings of the same questions, where they are known
   */
  constructor(questions: readonly Question[], meanings: readonly (Float32Array | undefined)[] = []) {
    const asked = questions.flatMap((question, at) => {
      const [source] = question.sources;
      if (!source) return [];
      const place = { documentId: source.document_id, start: source.start, end: source.end };
      return [{ key: keyOf(question), asked: { at, stem: new Set(wordsOf(question.stem)), source: place, meaning: meanings[at] } }];
    });
    this.byAnswer = new Map([...Map.groupBy(asked, ({ key }) => key)].map(([key, entries]) => [key, entries.map((entry) => entry.asked)]));
  }

  /** When the same was asked last, 0 the longest ago; -1 where it was not. */
  lastAsked(question: Pick<Question, 'type' | 'stem' | 'answer'> & { readonly meaning?: Float32Array }, place: Place): number {
    const alike = this.byAnswer.get(keyOf(question));
    if (!alike) return -1;
    const stem = new Set(wordsOf(question.stem));
    const same = question.type === 'true_false' ? SAME_STATEMENT : SAME_STEM;
    const meansIt = (meaning: Float32Array | undefined) => question.type !== 'true_false' && meanTheSame(meaning, question.meaning, true);
    return (
      alike.findLast(({ source, stem: other, meaning }) => overlap(source, place) || wordOverlap(stem, other) > same || meansIt(meaning))
        ?.at ?? -1
    );
  }
}

const keyOf = ({ type, answer }: Pick<Question, 'type' | 'answer'>) => (type === 'true_false' ? type : `answer ${answerKey(answer)}`);

const overlap = (a: Place, b: Place) => a.documentId === b.documentId && a.start < b.end && b.start < a.end;
