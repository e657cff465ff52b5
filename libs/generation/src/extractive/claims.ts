import type { Predicate } from './predicates';
import type { Thing } from './relations/things';
import type { ToldRelation } from './relations/wrong-answers';
import type { SourceSentence } from './source-sentence';

/** What the sentences of the material claim, of which a learner is asked one against others. */
export class Claims {
  private readonly predicatesBySentence = new Map<SourceSentence, Predicate>();
  private readonly relationsBySentence = new Map<SourceSentence, ToldRelation[]>();
  private readonly thingsByText = new Map<string, Thing>();
  private lists: { predicates?: Predicate[]; relations?: ToldRelation[]; things?: Thing[] } = {};

  addPredicate(predicate: Predicate): void {
    this.predicatesBySentence.set(predicate.sentence, predicate);
    this.lists = {};
  }

  predicateOf(sentence: SourceSentence): Predicate | undefined {
    return this.predicatesBySentence.get(sentence);
  }

  get predicates(): readonly Predicate[] {
    return (this.lists.predicates ??= [...this.predicatesBySentence.values()]);
  }

  addRelation(relation: ToldRelation): void {
    const { sentence } = relation;
    this.relationsBySentence.set(sentence, [...this.relationsOf(sentence), relation]);
    this.lists = {};
  }

  relationsOf(sentence: SourceSentence): readonly ToldRelation[] {
    return this.relationsBySentence.get(sentence) ?? [];
  }

  get relations(): readonly ToldRelation[] {
    return (this.lists.relations ??= [...this.relationsBySentence.values()].flat());
  }

  addThing(thing: Thing): void {
    this.thingsByText.set(thing.text.toLowerCase(), thing);
    this.lists = {};
  }

  get things(): readonly Thing[] {
    return (this.lists.things ??= [...this.thingsByText.values()]);
  }
}
