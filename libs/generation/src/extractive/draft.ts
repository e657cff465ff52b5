import type { BloomLevel, QuestionType } from '../question';
import type { QuestionCandidate } from '../question-model';
import type { Material } from './material';
import type { RelationKind } from './relations/relation';
import type { SourceSentence } from './source-sentence';
import type { PooledTarget } from './target-pool';
import type { TargetKind } from './targets';

/** `weak`: good for nothing where there is enough else to ask. `last`: hardly worth asking, for a set that would else have next to nothing. */
export type Tier = 'good' | 'weak' | 'last';

export const tierOf = (isWeak: boolean): Tier => (isWeak ? 'weak' : 'good');

/** A question before it is ranked: wrong options cost the most work, and only the best need them. */
export interface Draft {
  readonly type: QuestionType;
  readonly sentence: SourceSentence;
  /** What is asked for. */
  readonly asks: Asked['asks'] | 'predicate';
  readonly score: number;
  readonly tier: Tier;
  /** The words of the question; undefined where the evidence has too few wrong options for it. */
  readonly write: () => Written | undefined;
}

export interface Written extends Pick<QuestionCandidate, 'stem' | 'answer' | 'options' | 'explanation'> {
  readonly bloomLevel: BloomLevel;
}

/** A stem with the answer it asks for; options are added where it becomes multiple choice. */
export interface Asked {
  readonly stem: string;
  readonly answer: string;
  /** The target that the answer is, where it is one: distractors are of its kind. */
  readonly target?: PooledTarget;
  readonly asks: TargetKind | RelationKind | 'definition';
  readonly form: 'wh' | 'cloze';
  /** Others would be right too, were there no options to choose from. */
  readonly several?: boolean;
}

/** Behind all that is better. */
const WEAKNESS = 0.4;

export const rankOf = ({ score, tier }: Draft) => (tier === 'good' ? score : score - WEAKNESS);

/** One line that shows why, in the words of the document. */
export function inTheSource(sentence: SourceSentence): string {
  return `The source says: “${sentence.text.replace(/["“”]/gu, "'")}”`;
}

/** Where drafts are made, and how well the sentence stands by itself. */
export interface Setting {
  readonly sentence: SourceSentence;
  readonly material: Material;
  readonly random: () => number;
  readonly truthful: boolean;
  readonly score: number;
}
