import { hashOf, seededRandom } from '@lectern/platform';
import type { EvidencePassage } from '../question-model';
import type { Turn } from '../turn';
import { clauseOf } from './clause';
import type { Draft } from './draft';
import { draftsOf } from './drafts';
import { glossaryDrafts, glossaryEntries } from './glossary';
import { Material } from './material';
import { loadLexicon } from './names';
import { pooledNames, pooledTargets } from './pooled-targets';
import { predicateOf } from './predicates';
import { readBeside, readEnough, type IndexedPassage, type Reading } from './reading';
import { relationQuestions } from './relations';
import { thingsIn } from './relations/things';
import { toldBy } from './relations/wrong-answers';
import { RUNNING_PROSE, type SourceSentence } from './source-sentence';
import { loadTagger, type Tagger, type Token } from './tagger';
import type { PooledTarget } from './target-pool';
import { loadThesaurus, SenseClass } from './thesaurus';
import { understood } from './understood';

/** What drafts are made from. */
export interface ToRead {
  readonly passages: readonly IndexedPassage[];
  /** Read for its names and terms alone. */
  readonly background: readonly EvidencePassage[];
  /** Of questions that are wanted. */
  readonly count: number;
  readonly seed: number;
}

export interface EnglishDrafts {
  readonly drafts: readonly Draft[];
  /** The passages behind those that were read. */
  readonly unread: readonly IndexedPassage[];
}

/**
 * Drafts on English passages: these are read in their order until there is enough to choose so many questions from and to spread them
 * over; what is learnt of all of them then tells what each sentence can be asked for.
 */
export async function englishDrafts({ passages, background, count, seed }: ToRead, turn: Turn): Promise<EnglishDrafts> {
  if (passages.length === 0) return { drafts: [], unread: [] };
  const [tag, lexicon, thesaurus] = await Promise.all([loadTagger(), loadLexicon(), loadThesaurus()]);
  const texts = [...passages.map(({ passage }) => passage), ...background].map(({ text }) => text);
  const material = new Material(lexicon, thesaurus, texts);
  const reading = await readEnough(passages, count, tag, material, turn);
  await readBeside(reading, background, tag, material, turn);
  const targets = await targetsIn(await understood(reading, material, turn), reading, material, turn);
  const drafts = glossaryOf(reading.passages, tag, seed);
  for (const [sentence, found] of targets) {
    await turn.next();
    drafts.push(...draftsOf(sentence, found, material, seededRandom(seed ^ hashOf(sentence.text))));
  }
  return { drafts, unread: passages.slice(reading.passages.length) };
}

/** What each sentence can be asked for; what the others name is pooled as well, for wrong options. */
async function targetsIn(
  sentences: readonly SourceSentence[],
  { beside, companions }: Reading,
  material: Material,
  turn: Turn,
): Promise<ReadonlyMap<SourceSentence, PooledTarget[]>> {
  const targets = new Map<SourceSentence, PooledTarget[]>();
  for (const sentence of [...sentences, ...beside, ...companions]) {
    await turn.next();
    const found = pooledTargets(sentence, material);
    targets.set(sentence, found);
    for (const target of [...found, ...pooledNames(sentence, material)]) material.pool.add(target);
    for (const thing of thingsIn(sentence.statement)) material.claims.addThing(thing);
  }
  const words = {
    isName: (token: Token) => material.keepsCapital(token),
    isPerson: (lemma: string) => material.thesaurus.isMostly(lemma, SenseClass.person),
  };
  for (const sentence of companions) {
    await turn.next();
    const predicate = predicateOf(sentence, clauseOf(sentence.statement), material);
    if (predicate) material.claims.addPredicate(predicate);
  }
  for (const sentence of [...sentences, ...beside]) {
    await turn.next();
    const clause = clauseOf(sentence.statement);
    const predicate = predicateOf(sentence, clause, material);
    if (predicate) material.claims.addPredicate(predicate);
    for (const asked of relationQuestions(sentence.statement, clause, { words, isProse: sentence.prose >= RUNNING_PROSE }))
      material.claims.addRelation(toldBy(asked, sentence));
  }
  for (const sentence of [...beside, ...companions]) targets.delete(sentence);
  return targets;
}

function glossaryOf(passages: readonly IndexedPassage[], tag: Tagger, seed: number): Draft[] {
  const glossary = glossaryEntries(
    passages.map(({ passage }) => passage),
    tag,
  );
  return glossary.flatMap((entry) => {
    const { passage, index } = passages[entry.passage]!;
    return glossaryDrafts(entry, glossary, { start: passage.start, index }, seededRandom(seed ^ hashOf(entry.term)));
  });
}
