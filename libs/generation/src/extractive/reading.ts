import type { EvidencePassage } from '../question-model';
import type { SentenceFault } from '../sentence-rules';
import type { Turn } from '../turn';
import { clauseOf } from './clause';
import type { Material } from './material';
import { sentencesIn, type PassageSentence } from './passage-sentences';
import type { SourceSentence } from './source-sentence';
import { standingOf } from './standing';
import { statementOf } from './statement';
import type { Tagger, Token } from './tagger';

/** A passage with its place in the evidence. */
export interface IndexedPassage {
  readonly passage: EvidencePassage;
  readonly index: number;
  /** Whether it begins in the middle of a sentence. */
  readonly opensInside: boolean;
}

/** Of so many that stand by themselves one is good to ask about and unlike the others: more choice gives better questions, and takes its time. */
const SENTENCES_A_QUESTION = 4;
const PASSAGES_A_QUESTION = 1.5;
const LONGEST_SENTENCE = 600;

/** A sentence with such a fault carries no question, but its names and terms are wrong options for others. */
const STILL_PROSE: ReadonlySet<SentenceFault> = new Set<SentenceFault>(['dangling', 'relative_time', 'personal']);

/** What was read of the evidence, before anything is known of its words. */
export interface Reading {
  readonly passages: IndexedPassage[];
  /** What may carry questions. */
  readonly sentences: SourceSentence[];
  /** Whole ones of the background: what they say of their subjects is a wrong option too. */
  readonly beside: SourceSentence[];
  /** What leans on other sentences. */
  readonly companions: SourceSentence[];
  /** Both, as they follow on each other. */
  readonly inOrder: ReadInOrder[];
  /** Every sentence, the others too: they still tell names and terms. */
  readonly all: (readonly Token[])[];
}

export interface ReadInOrder {
  readonly sentence: SourceSentence;
  readonly fault: SentenceFault | undefined;
}

/** Reads passages in their order until there is enough to choose so many questions from and to spread them over. */
export async function readEnough(
  passages: readonly IndexedPassage[],
  count: number,
  tag: Tagger,
  material: Material,
  turn: Turn,
): Promise<Reading> {
  const reading: Reading = { passages: [], sentences: [], beside: [], companions: [], inOrder: [], all: [] };
  let promising = 0;
  for (const one of passages) {
    if (promising >= SENTENCES_A_QUESTION * count && reading.passages.length >= PASSAGES_A_QUESTION * count) break;
    reading.passages.push(one);
    const found = sentencesIn(one.passage, one.opensInside);
    const prose = proseOf(found);
    for (const { position, span, text, fault, lesser, item, labelled } of found) {
      await turn.next();
      if (text.length > LONGEST_SENTENCE) continue;
      const statement = statementOf(tag(text));
      reading.all.push(statement);
      material.read(statement, one.index);
      const sentence = { passage: one.index, position, span, text, statement, prose, lesser };
      reading.inOrder.push({ sentence, fault });
      if (fault && STILL_PROSE.has(fault)) reading.companions.push(sentence);
      if (fault) continue;
      const clause = clauseOf(statement);
      // a heading has no verb, and a line that goes on elsewhere no whole clause
      if (!(item || labelled) || clause) reading.sentences.push(sentence);
      if (clause && !lesser && standingOf(sentence, clause, [], material) !== undefined) promising++;
    }
  }
  return reading;
}

/** What stands elsewhere in the documents gives wrong options, and tells what is a name. */
export async function readBeside(
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

/** By letters: a heading, an item of a list, a label of a form or a line of code is no sentence. */
function proseOf(sentences: readonly PassageSentence[]): number {
  const whole = sentences.filter(({ fault, item }) => !item && !/^(?:incomplete|not_prose|length)$/.test(fault ?? ''));
  const length = (some: readonly PassageSentence[]) => some.reduce((sum, { text }) => sum + text.length, 0);
  return length(whole) / Math.max(1, length(sentences));
}
