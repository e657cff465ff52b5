import type { Target, TargetKind } from './targets';

export type Use = 'bare' | 'counted' | 'other';

/** An answer seen in the evidence, as a possible distractor for another of its kind. */
export interface PooledTarget extends Target {
  readonly passage: number;
  readonly plural: boolean;
  /** Whether a term names people. */
  readonly people: boolean;
  /** Its words as the lexicon has them. */
  readonly lemma: string;
  /** How many words it has. */
  readonly words: number;
  /** What it is more closely: a country or a city, a war or a treaty. */
  readonly sort: string;
  /** Whether `the` stands before it. */
  readonly articled: boolean;
  /** How it is used here: `software` by itself, or counted as `a report`. */
  readonly use: Use;
  /** A year that its sentence names. */
  readonly year?: number;
}

/** The answers that were seen, each once, by their kind. */
export class TargetPool {
  private readonly byKind = new Map<TargetKind, Map<string, PooledTarget>>();
  private readonly uses = new Map<string, Set<Use>>();
  private readonly lists = new Map<TargetKind, readonly PooledTarget[]>();

  add(target: PooledTarget): void {
    const key = target.text.toLowerCase();
    this.uses.set(key, (this.uses.get(key) ?? new Set()).add(target.use));
    const kind = this.byKind.get(target.kind) ?? new Map<string, PooledTarget>();
    if (!kind.has(key)) kind.set(key, target);
    this.byKind.set(target.kind, kind);
    this.lists.delete(target.kind);
  }

  of(kind: TargetKind): readonly PooledTarget[] {
    const list = this.lists.get(kind) ?? [...(this.byKind.get(kind)?.values() ?? [])];
    this.lists.set(kind, list);
    return list;
  }

  /** Whether it can stand in the place of the answer: nothing is `a software`, and nothing `is report`. */
  isUsedAs({ use }: PooledTarget, other: PooledTarget): boolean {
    const uses = this.uses.get(other.text.toLowerCase());
    if (use === 'bare') return uses?.has('bare') === true;
    return use !== 'counted' || uses?.has('bare') !== true || uses.has('counted');
  }
}
