import { setImmediate } from 'node:timers/promises';
import { QuestionModel, type EvidencePassage, type QuestionCandidate, type QuestionPlan } from '../question-model';
import { hashOf, seededRandom } from '../seeded-random';
import type { SentenceFault } from '../sentence-rules';
import { Turn } from '../turn';
import type { Draft } from './draft';
import { clauseOf } from './clause';
import { predicateOf } from './completions';
import { draftsOf } from './drafts';
import { glossaryDrafts, glossaryEntries } from './glossary';
import { isEnglish } from '../language';
import { Material, type PooledTarget, type SourceSentence } from './material';
import { loadLexicon } from './names';
import { draftsOfDocument } from './other-languages/of-document';
import { difficultyOf, inOrder } from './order';
import { sentencesIn, type PassageSentence } from './passage-sentences';
import { pooledTargets } from './pooled-targets';
import { standingOf } from './standing';
import { statementOf } from './statement';
import { loadTagger, type Token } from './tagger';
import { loadThesaurus } from './thesaurus';

/** Makes questions from the passages' own sentences by rules: no network, no key, and the same for the same seed. */
export class ExtractiveQuestionModel extends QuestionModel {
  readonly name = 'extractive';
  readonly kind = 'rules';

  /** One package after the other: each holds the event loop while it is compiled (0.1 to 0.2 s). */
  override async warmUp(): Promise<void> {
    const tag = await loadTagger();
    await setImmediate();
    tag('Warm.');
    await setImmediate();
    await loadLexicon();
    await loadThesaurus();
  }

  async *propose(plan: QuestionPlan, evidence: readonly EvidencePassage[], signal: AbortSignal): AsyncIterable<QuestionCandidate> {
    const turn = new Turn(signal);
    const english = englishDocuments(evidence);
    const wanted = evidence
      .map((passage, index) => ({ passage, index, english: english.has(passage.documentId) }))
      .filter(({ english }) => speaks(plan.language, english));
    const count = Object.values(plan.counts).reduce((sum, some) => sum + some, 0);
    const drafts = [
      ...(await this.englishDrafts(
        wanted.filter(({ english }) => english),
        count,
        plan.seed,
        turn,
      )),
      ...(await this.otherDrafts(
        wanted.filter(({ english }) => !english),
        plan.seed,
        turn,
      )),
    ];
    for (const draft of inOrder(drafts, plan)) {
      await turn.next();
      const candidate = candidateOf(draft);
      if (candidate) yield candidate;
    }
  }

  /** Reads the passages in their order until there is enough to choose so many questions from, and to spread them over. */
  private async englishDrafts(passages: readonly Indexed[], count: number, seed: number, turn: Turn): Promise<Draft[]> {
    if (passages.length === 0) return [];
    const [tag, lexicon, thesaurus] = await Promise.all([loadTagger(), loadLexicon(), loadThesaurus()]);
    const sentences: SourceSentence[] = [];
    const companions: SourceSentence[] = [];
    const material = new Material(lexicon, thesaurus);
    const all: Token[][] = [];
    const read: Indexed[] = [];
    let promising = 0;
    for (const one of passages) {
      if (promising >= SENTENCES_A_QUESTION * count && read.length >= PASSAGES_A_QUESTION * count) break;
      read.push(one);
      const { passage, index } = one;
      const found = sentencesIn(passage);
      const prose = proseOf(found);
      for (const { position, span, text, fault, lesser, item } of found) {
        await turn.next();
        if (text.length > 600) continue;
        const statement = statementOf(tag(text));
        all.push(statement);
        material.read(statement);
        const sentence = { passage: index, position, span, text, statement, prose, lesser };
        // a heading has no verb, and a line that goes on elsewhere no whole clause
        const clause = fault ? undefined : clauseOf(statement);
        if (!fault && (!item || clause)) sentences.push(sentence);
        if (clause && !lesser && standingOf(sentence, clause, [], material) !== undefined) promising++;
        else if (fault && STILL_PROSE.has(fault)) companions.push(sentence);
      }
    }
    for (const tokens of all) {
      await turn.next();
      material.learnNames(tokens);
    }
    const targets = new Map<SourceSentence, PooledTarget[]>();
    for (const sentence of sentences) {
      await turn.next();
      const found = pooledTargets(sentence, material);
      targets.set(sentence, found);
      for (const target of found) material.addToPool(target);
      const predicate = predicateOf(sentence, clauseOf(sentence.statement), material);
      if (predicate) material.addPredicate(predicate);
    }
    for (const sentence of companions) {
      await turn.next();
      for (const target of pooledTargets(sentence, material)) material.addToPool(target);
    }
    const glossary = glossaryEntries(
      read.map(({ passage }) => passage),
      tag,
    );
    const drafts: Draft[] = glossary.flatMap((entry) => {
      const { passage, index } = read[entry.passage] as Indexed;
      return glossaryDrafts(entry, glossary, { start: passage.start, index }, seededRandom(seed ^ hashOf(entry.term)));
    });
    for (const [sentence, found] of targets) {
      await turn.next();
      drafts.push(...draftsOf(sentence, found, material, seededRandom(seed ^ hashOf(sentence.text))));
    }
    return drafts;
  }

  private async otherDrafts(passages: readonly Indexed[], seed: number, turn: Turn): Promise<Draft[]> {
    if (passages.length === 0) return [];
    const lexicon = await loadLexicon();
    const drafts: Draft[] = [];
    for (const some of Map.groupBy(passages, ({ passage }) => passage.documentId).values()) {
      const sentences = some.flatMap(({ passage, index }) =>
        sentencesIn(passage)
          .filter(({ item }) => !item)
          .map(({ position, span, text }) => ({ passage: index, position, span, text, statement: [], prose: 1 })),
      );
      drafts.push(...(await draftsOfDocument(sentences, lexicon, seed, turn)));
    }
    return drafts;
  }
}

/** Of so many that stand by themselves one is good to ask about and unlike the others: more choice gives better questions, and takes its time. */
const SENTENCES_A_QUESTION = 4;
const PASSAGES_A_QUESTION = 1.5;

/** A sentence with such a fault carries no question, but its names and terms are wrong options for others. */
const STILL_PROSE: ReadonlySet<SentenceFault> = new Set<SentenceFault>(['dangling', 'relative_time', 'personal']);

interface Indexed {
  readonly passage: EvidencePassage;
  readonly index: number;
}

/** By letters: a heading, an item of a list, a label of a form or a line of code is no sentence. */
function proseOf(sentences: readonly PassageSentence[]): number {
  const whole = sentences.filter(({ fault, item }) => !item && !/^(?:incomplete|not_prose|length)$/.test(fault ?? ''));
  const length = (some: readonly PassageSentence[]) => some.reduce((sum, { text }) => sum + text.length, 0);
  return length(whole) / Math.max(1, length(sentences));
}

/** By all that is seen of each: one passage may be a table or a list of names. */
function englishDocuments(evidence: readonly EvidencePassage[]): ReadonlySet<string> {
  const texts = new Map<string, string>();
  for (const { documentId, text } of evidence) texts.set(documentId, `${texts.get(documentId) ?? ''} ${text}`.slice(0, 20_000));
  return new Set(Array.from(texts).flatMap(([documentId, text]) => (isEnglish(text) ? [documentId] : [])));
}

const speaks = (language: string | undefined, english: boolean) => language === undefined || /^en\b/i.test(language) === english;

function candidateOf(draft: Draft): QuestionCandidate | undefined {
  const { type, sentence, write } = draft;
  const written = write();
  return written && { type, ...written, difficulty: difficultyOf(draft), passage: sentence.passage, quote: sentence.span };
}
