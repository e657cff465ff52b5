import { hashOf, seededRandom } from '@lectern/platform';
import type { EvidencePassage } from '../question-model';
import type { SentenceFault } from '../sentence-rules';
import type { Turn } from '../turn';
import { clauseOf } from './clause';
import { predicateOf } from './predicates';
import { DefiniteSubjects } from './definite-subjects';
import type { Draft } from './draft';
import { draftsOf } from './drafts';
import { glossaryDrafts, glossaryEntries } from './glossary';
import { Material, type PooledTarget, type SourceSentence } from './material';
import { loadLexicon } from './names';
import { sentencesIn, type PassageSentence } from './passage-sentences';
import { pooledNames, pooledTargets } from './pooled-targets';
import { standingOf } from './standing';
import { statementOf } from './statement';
import { loadTagger, type Tagger, type Token } from './tagger';
import { loadThesaurus } from './thesaurus';

/** A passage with its place in the evidence. */
export interface IndexedPassage {
  readonly passage: EvidencePassage;
  readonly index: number;
}

/** What drafts are made from. */
export interface ToRead {
  readonly passages: readonly IndexedPassage[];
  /** Read for its names and terms alone. */
  readonly background: readonly EvidencePassage[];
  /** Of questions that are wanted. */
  readonly count: number;
  readonly seed: number;
}

/** Of so many that stand by themselves one is good to ask about and unlike the others: more choice gives better questions, and takes its time. */
const SENTENCES_A_QUESTION = 4;
const PASSAGES_A_QUESTION = 1.5;
const LONGEST_SENTENCE = 600;

/** A sentence with such a fault carries no question, but its names and terms are wrong options for others. */
const STILL_PROSE: ReadonlySet<SentenceFault> = new Set<SentenceFault>(['dangling', 'relative_time', 'personal']);

interface Reading {
  readonly passages: IndexedPassage[];
  /** What may carry questions. */
  readonly sentences: SourceSentence[];
  /** Whole ones of the background: what they say of their subjects is a wrong option too. */
  readonly beside: SourceSentence[];
  /** What leans on other sentences. */
  readonly companions: SourceSentence[];
  /** Every sentence, the others too: they still tell names and terms. */
  readonly all: (readonly Token[])[];
}

/**
 * Drafts on English passages: these are read in their order until there is enough to choose so many questions from and to spread them
 * over; what is learnt of all of them then tells what each sentence can be asked for.
 */
export async function englishDrafts({ passages, background, count, seed }: ToRead, turn: Turn): Promise<Draft[]> {
  if (passages.length === 0) return [];
  const [tag, lexicon, thesaurus] = await Promise.all([loadTagger(), loadLexicon(), loadThesaurus()]);
  const material = new Material(lexicon, thesaurus);
  const reading = await readEnough(passages, count, tag, material, turn);
  await readBeside(reading, background, tag, material, turn);
  const targets = await targetsIn(await understood(reading, material, turn), reading, material, turn);
  const drafts = glossaryOf(reading.passages, tag, seed);
  for (const [sentence, found] of targets) {
    await turn.next();
    drafts.push(...draftsOf(sentence, found, material, seededRandom(seed ^ hashOf(sentence.text))));
  }
  return drafts;
}

async function readEnough(
  passages: readonly IndexedPassage[],
  count: number,
  tag: Tagger,
  material: Material,
  turn: Turn,
): Promise<Reading> {
  const reading: Reading = { passages: [], sentences: [], beside: [], companions: [], all: [] };
  let promising = 0;
  for (const one of passages) {
    if (promising >= SENTENCES_A_QUESTION * count && reading.passages.length >= PASSAGES_A_QUESTION * count) break;
    reading.passages.push(one);
    const found = sentencesIn(one.passage);
    const prose = proseOf(found);
    for (const { position, span, text, fault, lesser, item } of found) {
      await turn.next();
      if (text.length > LONGEST_SENTENCE) continue;
      const statement = statementOf(tag(text));
      reading.all.push(statement);
      material.read(statement, one.index);
      const sentence = { passage: one.index, position, span, text, statement, prose, lesser };
      if (fault && STILL_PROSE.has(fault)) reading.companions.push(sentence);
      if (fault) continue;
      const clause = clauseOf(statement);
      // a heading has no verb, and a line that goes on elsewhere no whole clause
      if (!item || clause) reading.sentences.push(sentence);
      if (clause && !lesser && standingOf(sentence, clause, [], material) !== undefined) promising++;
    }
  }
  return reading;
}

/** What stands elsewhere in the documents gives wrong options, and tells what is a name. */
async function readBeside(
  reading: Reading,
  background: readonly EvidencePassage[],
  tag: Tagger,
  material: Material,
  turn: Turn,
): Promise<void> {
  for (const [i, passage] of background.entries())
    for (const { position, span, text, fault, lesser } of sentencesIn(passage)) {
      await turn.next();
      if (text.length > LONGEST_SENTENCE || (fault && !STILL_PROSE.has(fault))) continue;
      const statement = statementOf(tag(text));
      const index = BACKGROUND + i;
      reading.all.push(statement);
      material.read(statement, index);
      (fault ? reading.companions : reading.beside).push({ passage: index, position, span, text, statement, prose: 1, lesser });
    }
}

/** Places of what is only read beside the evidence: behind all of it. */
const BACKGROUND = 1_000;

/** Once all names are known: the sentences, each with the name of what it only calls `the canal`. */
async function understood({ all, sentences }: Reading, material: Material, turn: Turn): Promise<SourceSentence[]> {
  const subjects = new DefiniteSubjects();
  for (const tokens of all) {
    await turn.next();
    material.learnNames(tokens);
    subjects.learn(
      tokens,
      (token, index) => material.isName(token, index),
      (words) => material.kindOf(words) === 'person',
    );
  }
  return sentences.map((sentence) => ({ ...sentence, statement: subjects.named(sentence.statement) }));
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
    for (const target of [...found, ...pooledNames(sentence, material)]) material.addToPool(target);
  }
  for (const sentence of [...sentences, ...beside]) {
    await turn.next();
    const predicate = predicateOf(sentence, clauseOf(sentence.statement), material);
    if (predicate) material.addPredicate(predicate);
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

/** By letters: a heading, an item of a list, a label of a form or a line of code is no sentence. */
function proseOf(sentences: readonly PassageSentence[]): number {
  const whole = sentences.filter(({ fault, item }) => !item && !/^(?:incomplete|not_prose|length)$/.test(fault ?? ''));
  const length = (some: readonly PassageSentence[]) => some.reduce((sum, { text }) => sum + text.length, 0);
  return length(whole) / Math.max(1, length(sentences));
}
