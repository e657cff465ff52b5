import { setImmediate } from 'node:timers/promises';
import { cleanText } from '../clean-text';
import { QuestionModel, type EvidencePassage, type QuestionCandidate, type QuestionPlan } from '../question-model';
import type { Difficulty } from '../question';
import { hashOf, seededRandom } from '../seeded-random';
import { sentenceFault, type SentenceFault } from '../sentence-rules';
import { Turn } from '../turn';
import type { Draft } from './draft';
import { draftsOf } from './drafts';
import { glossaryDrafts, glossaryEntries } from './glossary';
import { isEnglish } from './language';
import { Material, pooledTargets, type PooledTarget, type SourceSentence } from './material';
import { loadLexicon } from './names';
import { countWords, draftsInAnyLanguage } from './other-languages';
import { sentencesOf } from './sentences';
import { statementOf } from './statement';
import { loadTagger, type Token } from './tagger';

/** Makes questions from the passages' own sentences by rules: no network, no key, and the same for the same seed. */
export class ExtractiveQuestionModel extends QuestionModel {
  readonly name = 'extractive';

  /** One package after the other: each holds the event loop while it is compiled (0.1 to 0.2 s). */
  override async warmUp(): Promise<void> {
    const tag = await loadTagger();
    await setImmediate();
    tag('Warm.');
    await setImmediate();
    await loadLexicon();
  }

  async *propose(plan: QuestionPlan, evidence: readonly EvidencePassage[], signal: AbortSignal): AsyncIterable<QuestionCandidate> {
    const turn = new Turn(signal);
    const english = englishDocuments(evidence);
    const wanted = evidence
      .map((passage, index) => ({ passage, index, english: english.has(passage.documentId) }))
      .filter(({ english }) => speaks(plan.language, english));
    const drafts = [
      ...(await this.englishDrafts(
        wanted.filter(({ english }) => english),
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

  private async englishDrafts(passages: readonly Indexed[], seed: number, turn: Turn): Promise<Draft[]> {
    if (passages.length === 0) return [];
    const [tag, lexicon] = await Promise.all([loadTagger(), loadLexicon()]);
    const sentences: SourceSentence[] = [];
    const companions: SourceSentence[] = [];
    const material = new Material(lexicon);
    const all: Token[][] = [];
    for (const { passage, index } of passages) {
      for (const { position, span, text } of sentencesIn(passage)) {
        await turn.next();
        if (text.length > 600) continue;
        const statement = statementOf(tag(text));
        all.push(statement);
        material.read(statement);
        const sentence = { passage: index, position, span, text, statement };
        const fault = sentenceFault(text);
        if (!fault) sentences.push(sentence);
        else if (STILL_PROSE.has(fault)) companions.push(sentence);
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
    }
    for (const sentence of companions) {
      await turn.next();
      for (const target of pooledTargets(sentence, material)) material.addToPool(target);
    }
    const glossary = glossaryEntries(passages.map(({ passage }) => passage));
    const drafts: Draft[] = glossary.flatMap((entry) => {
      const { passage, index } = passages[entry.passage] as Indexed;
      return glossaryDrafts(entry, glossary, { start: passage.start, index }, seededRandom(seed ^ hashOf(entry.term)));
    });
    for (const [sentence, found] of targets) {
      await turn.next();
      drafts.push(...draftsOf(sentence, found, material, seededRandom(seed ^ hashOf(sentence.text))));
    }
    return drafts;
  }

  private async otherDrafts(passages: readonly Indexed[], seed: number, turn: Turn): Promise<Draft[]> {
    const sentences = passages.flatMap(({ passage, index }) =>
      sentencesIn(passage)
        .filter(({ text }) => !sentenceFault(text) && isLongEnough(text))
        .map(({ position, span, text }) => ({ passage: index, position, span, text, statement: [] })),
    );
    const counts = countWords(sentences.map(({ text }) => text));
    const drafts: Draft[] = [];
    for (const sentence of sentences) {
      await turn.next();
      drafts.push(...draftsInAnyLanguage(sentence, counts, seededRandom(seed ^ hashOf(sentence.text))));
    }
    return drafts;
  }
}

/** A sentence with such a fault carries no question, but its names and terms are wrong options for others. */
const STILL_PROSE: ReadonlySet<SentenceFault> = new Set<SentenceFault>(['dangling', 'relative_time', 'personal']);

interface Indexed {
  readonly passage: EvidencePassage;
  readonly index: number;
}

function sentencesIn(passage: EvidencePassage) {
  return sentencesOf(passage.text).map(({ start, end }, position) => ({
    position,
    span: { start: passage.start + start, end: passage.start + end },
    text: withoutNotes(cleanText(passage.text.slice(start, end))),
  }));
}

/** Seven words, where words are told apart by spaces. */
const isLongEnough = (text: string) =>
  text.split(' ').length > 6 || /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(text);

/** Numbers of footnotes, which stand glued to a mark: `of his day.3`, `copyright,7 and`, `oxygen.[b]`. */
function withoutNotes(text: string): string {
  return text
    .replace(/(?<=[.,;!?][”"’)]*)(?:\[\w{1,3}\])+/gu, '')
    .replace(/(?<=[\p{L}\p{M}]{2}[”"’)]*[.,;!?][”"’)]*)\d{1,3}(?=\s|$)/gu, '');
}

/** By all that is seen of each: one passage may be a table or a list of names. */
function englishDocuments(evidence: readonly EvidencePassage[]): ReadonlySet<string> {
  const texts = new Map<string, string>();
  for (const { documentId, text } of evidence) texts.set(documentId, `${texts.get(documentId) ?? ''} ${text}`.slice(0, 20_000));
  return new Set(Array.from(texts).flatMap(([documentId, text]) => (isEnglish(text) ? [documentId] : [])));
}

const speaks = (language: string | undefined, english: boolean) => language === undefined || /^en\b/i.test(language) === english;

/** What the next question that asks for the same kind of thing is worth less. */
const MONOTONY = 0.05;

/** The best first; another question on a sentence comes later than the first of its neighbours, and another that asks for a year later than a who or a why. */
function inOrder(drafts: readonly Draft[], { seed, counts, difficulty }: QuestionPlan): Draft[] {
  const random = seededRandom(seed);
  const wanted = drafts.filter((draft) => (counts[draft.type] ?? 0) > 0 && (!difficulty || difficultyOf(draft) === difficulty));
  // the seed moves what is nearly as good
  const scored = wanted.map((draft) => ({ draft, score: draft.score + 0.12 * random() })).toSorted((a, b) => b.score - a.score);
  const perSentence = new Map<SourceSentence, number>();
  const perMatter = new Map<string, number>();
  for (const entry of scored) {
    const { sentence, type, asks } = entry.draft;
    const before = perSentence.get(sentence) ?? 0;
    const alike = perMatter.get(type + asks) ?? 0;
    perSentence.set(sentence, before + 1);
    perMatter.set(type + asks, alike + 1);
    entry.score -= 0.02 * before + MONOTONY * Math.min(5, alike);
  }
  return scored.toSorted((a, b) => b.score - a.score).map(({ draft }) => draft);
}

function difficultyOf({ type, asks }: Draft): Difficulty {
  const form = { true_false: 0, multiple_choice: 1, cloze: 2, short_answer: 2 }[type];
  const matter = /^(?:reason|definition|term|percent|money|count|date)$/.test(asks) ? 1 : 0;
  return (['easy', 'easy', 'medium', 'hard'] as const)[form + matter] as Difficulty;
}

function candidateOf(draft: Draft): QuestionCandidate | undefined {
  const { type, sentence, write } = draft;
  const written = write();
  return written && { type, ...written, difficulty: difficultyOf(draft), passage: sentence.passage, quote: sentence.span };
}
