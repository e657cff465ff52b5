import { randomUUID } from 'node:crypto';
import { seededRandom, shuffled } from '@lectern/platform';
import { AskedQuestions } from './checks/asked-questions';
import { failedCheck } from './checks/checks';
import { DistinctQuestions, type Comparable } from './checks/distinct.check';
import { quoteOf, type CheckName } from './checks/question-check';
import type { EvidencePassage, QuestionCandidate } from './question-model';
import { QUESTION_TYPES, type Question, type QuestionType } from './question';
import { wordsOf } from './words';

export interface SetPlan {
  readonly count: number;
  readonly quotas: Readonly<Record<QuestionType, number>>;
  readonly seed: number;
  /** What this tenant was asked of late: it comes back last. */
  readonly asked: readonly Question[];
  /** What those mean, as far as it is known. */
  readonly askedMeanings?: readonly (Float32Array | undefined)[];
  /** Keeps questions in the order in which they were chosen: whoever is told of each as it comes wants no other. */
  readonly inOrder?: boolean;
}

interface Offer {
  readonly candidate: QuestionCandidate;
  readonly rung: number;
  readonly passage: EvidencePassage;
  readonly comparable: Comparable;
  readonly passageKey: string;
}

/** What is given up, step by step, before a set stays short: the mix of types, then the spread, then one question a sentence. */
const CONCESSIONS = [
  { mix: true, spread: true, near: false, asked: false },
  { mix: false, spread: true, near: false, asked: false },
  { mix: false, spread: false, near: false, asked: false },
  { mix: false, spread: false, near: true, asked: false },
  { mix: false, spread: false, near: true, asked: true },
] as const;
type Concession = (typeof CONCESSIONS)[number];

/** Fewer than this are next to nothing. */
const FEW = 3;
/** With so many of those asked for the rest may be hardly worth asking: a set should be whole. */
const NEARLY = 0.8;

/** Picks the set from what models propose: exact count, all checks passed, distinct, mixed and spread over the material. */
export class SetComposer {
  /** How many candidates each check dropped. */
  readonly rejections: Partial<Record<CheckName, number>> = {};
  /** The lowest rung of the ladder of models (0 the first) that any of its questions comes from. */
  lowestRung = 0;

  /** As they were chosen. */
  private readonly chosen: Question[] = [];
  private readonly reserve: Offer[] = [];
  private readonly distinct = new DistinctQuestions();
  private readonly asked: AskedQuestions;
  private readonly left: Record<QuestionType, number>;
  private readonly perPassage = new Map<string, number>();
  private readonly passages = new Set<string>();

  private readonly random: () => number;
  private isNearlyFull = false;
  /** Where the next keys of multiple choice come to stand: as many at each letter as at the others, in an order that tells nothing. */
  private keys: number[] = [];

  constructor(private readonly plan: SetPlan) {
    this.random = seededRandom(plan.seed);
    this.left = { ...plan.quotas };
    this.asked = new AskedQuestions(plan.asked, plan.askedMeanings);
  }

  /** Nothing more can be taken without giving something up. */
  get isFull(): boolean {
    return this.chosen.length >= this.plan.count;
  }

  /** Whether the set has its count, or has it once the mix of types is given up. */
  isFilled(): boolean {
    this.takeFromReserve(CONCESSIONS[1]);
    return this.isFull;
  }

  /** Says how many passages there are to spread over, before their candidates are offered. */
  welcome(evidence: readonly EvidencePassage[]): void {
    for (const passage of evidence) this.passages.add(passageKeyOf(passage));
  }

  /** What is still to be had of each type: what the mix lacks, and where that is had, any of the types in turn. */
  get missing(): Readonly<Record<QuestionType, number>> {
    const missing = { short_answer: 0, cloze: 0, true_false: 0, multiple_choice: 0 };
    const wanted = QUESTION_TYPES.filter((type) => this.plan.quotas[type] > 0);
    const lacking = wanted.flatMap((type) => Array<QuestionType>(Math.max(0, this.left[type])).fill(type));
    const open = this.plan.count - this.chosen.length;
    for (let i = 0; i < open; i++) missing[lacking[i] ?? wanted[i % wanted.length]!]++;
    return missing;
  }

  /** Those that are certain to be in the set, as they were chosen. */
  get questions(): readonly Question[] {
    return this.chosen;
  }

  /** @param rung of the ladder of models, 0 the first */
  offer(candidate: QuestionCandidate, evidence: readonly EvidencePassage[], rung = 0): void {
    const failed = failedCheck(candidate, evidence);
    if (failed) return this.reject(failed);
    const passage = evidence[candidate.passage] as EvidencePassage;
    // by its words: another document may hold the same sentence
    const comparable = { ...candidate, quoteKey: wordsOf(quoteOf(candidate, passage)).join(' ') };
    const offer = { candidate, rung, passage, comparable, passageKey: passageKeyOf(passage) };
    if (!this.take(offer, CONCESSIONS[0])) this.reserve.push(offer);
  }

  /** The set, filled up from what was put aside; fewer than asked for only where there is nothing left that differs. */
  finish(): Question[] {
    this.isFilled();
    for (const concession of CONCESSIONS.slice(2, -1)) this.takeFromReserve(concession);
    this.takeFromReserve(
      CONCESSIONS[4],
      this.reserve.toSorted((a, b) => this.askedAt(a) - this.askedAt(b)),
    );
    // the last few of a set that is nearly whole
    if (this.chosen.length >= NEARLY * this.plan.count) {
      this.isNearlyFull = true;
      this.takeFromReserve(CONCESSIONS[3]);
    }
    return this.plan.inOrder ? [...this.chosen] : shuffled(this.chosen, this.random);
  }

  private take(offer: Offer, concession: Concession): boolean {
    const { type, answer } = offer.candidate;
    if (this.isFull || this.plan.quotas[type] === 0) return false;
    if (concession.mix && this.left[type] <= 0) return false;
    if (concession.mix && type === 'true_false' && this.statements(answer) >= Math.ceil(this.plan.quotas.true_false / 2)) return false;
    if (offer.candidate.lastResort && !this.isNearlyFull && !this.isNextToNothing(type)) return false;
    if ((this.perPassage.get(offer.passageKey) ?? 0) >= this.share(concession)) return false;
    const closeness = this.distinct.closeness(offer.comparable);
    if (closeness === 'same') {
      if (concession.mix) this.reject('distinct');
      return false;
    }
    if (closeness === 'near' && !concession.near) return false;
    if (type !== 'true_false' && this.distinct.timesAnswered(answer) >= (concession.near ? 4 : 2)) return false;
    const repeated = this.askedAt(offer) >= 0;
    if (repeated && !concession.asked) return false;
    this.choose(offer, repeated);
    return true;
  }

  /** A set of a few is worth having, and one of each type that was asked for; more of what is hardly worth asking is not. */
  private isNextToNothing(type: QuestionType): boolean {
    return this.chosen.length < FEW || this.chosen.every((question) => question.type !== type);
  }

  private takeFromReserve(concession: Concession, reserve: readonly Offer[] = this.reserve): void {
    for (const offer of reserve) {
      if (this.isFull) return;
      this.take(offer, concession);
    }
  }

  private askedAt({ candidate, passage: { documentId } }: Offer): number {
    return this.asked.lastAsked(candidate, { documentId, ...candidate.quote });
  }

  /** How many statements are true, or false, so far: a learner should not do well by always saying the same. */
  private statements(answer: string): number {
    return this.chosen.filter((question) => question.type === 'true_false' && question.answer === answer).length;
  }

  private choose(offer: Offer, repeated: boolean): void {
    this.chosen.push(questionOf(offer, repeated, this.random, () => this.nextKey()));
    this.lowestRung = Math.max(this.lowestRung, offer.rung);
    this.distinct.add(offer.comparable);
    this.left[offer.candidate.type]--;
    this.perPassage.set(offer.passageKey, (this.perPassage.get(offer.passageKey) ?? 0) + 1);
  }

  /** At first no passage gives much more than its part; never more than a third of a set where there are others. */
  private share({ spread }: Concession): number {
    const { count } = this.plan;
    const third = count >= 9 && this.passages.size >= 10 ? Math.floor(count / 3) : count;
    return spread ? Math.min(third, Math.max(1, Math.ceil((1.5 * count) / Math.max(1, this.passages.size)))) : third;
  }

  private nextKey(): number {
    if (this.keys.length === 0) this.keys = shuffled([0, 1, 2, 3], this.random);
    return this.keys.pop()!;
  }

  private reject(check: CheckName): void {
    this.rejections[check] = (this.rejections[check] ?? 0) + 1;
  }
}

const passageKeyOf = (passage: EvidencePassage) => `${passage.documentId}:${passage.start}`;

function questionOf({ candidate, passage }: Offer, repeated: boolean, random: () => number, nextKey: () => number): Question {
  const { type, stem, answer, explanation, difficulty, bloomLevel, quote, agreed = true } = candidate;
  const { documentId, filename, page, pageEnd } = passage;
  const source = {
    document_id: documentId,
    filename,
    page,
    page_end: pageEnd,
    start: quote.start,
    end: quote.end,
    quote: quoteOf(candidate, passage),
  };
  return {
    id: randomUUID(),
    type,
    stem,
    ...(candidate.options && { options: withKeyAt(nextKey(), candidate.options, answer, random) }),
    answer,
    explanation,
    difficulty,
    bloom_level: bloomLevel,
    sources: [source],
    verification: { grounded: true, agreed: agreed === true },
    ...(repeated && { repeated: true as const }),
  };
}

function withKeyAt(position: number, options: readonly string[], answer: string, random: () => number): string[] {
  const placed = shuffled(
    options.filter((option) => option !== answer),
    random,
  );
  placed.splice(position, 0, answer);
  return placed;
}
