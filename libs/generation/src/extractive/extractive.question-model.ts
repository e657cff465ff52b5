import { setImmediate } from 'node:timers/promises';
import { Turnstile } from '@lectern/platform';
import { isEnglish } from '../language';
import { QuestionModel, type EvidencePassage, type QuestionCandidate, type QuestionPlan } from '../question-model';
import { Turn } from '../turn';
import type { Draft } from './draft';
import { englishDrafts } from './english-drafts';
import { loadLexicon } from './names';
import { draftsOfDocument } from './other-languages/of-document';
import { difficultyOf, inOrder } from './order';
import { openInside, sentencesIn } from './passage-sentences';
import type { IndexedPassage } from './reading';
import { loadTagger } from './tagger';
import { loadThesaurus } from './thesaurus';

/** Sets whose passages are read at once: it is all work of one thread. */
const AT_ONCE = 2;

/** Makes questions from the passages' own sentences by rules: no network, no key, and the same for the same seed. */
export class ExtractiveQuestionModel extends QuestionModel {
  readonly name = 'extractive';
  readonly kind = 'rules';
  private readonly turnstile = new Turnstile(AT_ONCE);

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
    let { english, others, background } = sorted(evidence, plan);
    // whoever still asks after the last of a reading has too few: then the rest is read
    for (let readings = 0; readings < MOST_READINGS && english.length + others.length > 0; readings++) {
      const { drafts, unread } = await this.turnstile.run(signal, async () => {
        const inEnglish = await englishDrafts({ passages: english, background, count: countOf(plan), seed: plan.seed }, new Turn(signal));
        return { ...inEnglish, drafts: [...inEnglish.drafts, ...(await otherDrafts(others, plan.seed, new Turn(signal)))] };
      });
      for (const draft of inOrder(drafts, plan)) {
        await turn.next();
        const candidate = candidateOf(draft);
        if (candidate) yield candidate;
      }
      const read = english.slice(0, english.length - unread.length).slice(-MOST_BESIDE);
      [english, others, background] = [unread, [], read.map(({ passage }) => passage)];
    }
  }
}

/** Of a long text each takes its time. */
const MOST_READINGS = 3;
/** Passages that were read before tell names and give wrong options. */
const MOST_BESIDE = 40;

const countOf = ({ counts }: QuestionPlan) => Object.values(counts).reduce((sum, some) => sum + some, 0);

/** What may be asked about in the plan's language, by how it is read. */
function sorted(evidence: readonly EvidencePassage[], plan: QuestionPlan) {
  const isOfEnglish = englishDocuments(evidence);
  const broken = openInside([...evidence, ...(plan.background ?? [])]);
  const wanted = evidence
    .map((passage, index) => ({ passage, index, opensInside: broken.has(passage), english: isOfEnglish.has(passage.documentId) }))
    .filter(({ english }) => speaks(plan.language, english));
  return {
    english: wanted.filter(({ english }) => english) as readonly IndexedPassage[],
    others: wanted.filter(({ english }) => !english) as readonly IndexedPassage[],
    background: (plan.background ?? []).filter(({ documentId }) => isOfEnglish.has(documentId)),
  };
}

async function otherDrafts(passages: readonly IndexedPassage[], seed: number, turn: Turn): Promise<Draft[]> {
  if (passages.length === 0) return [];
  const lexicon = await loadLexicon();
  const drafts: Draft[] = [];
  for (const some of Map.groupBy(passages, ({ passage }) => passage.documentId).values()) {
    const sentences = some.flatMap(({ passage, index, opensInside }) =>
      sentencesIn(passage, opensInside)
        .filter(({ item, text }) => !item && !BEGINS_WITH_INDEX.test(text))
        .map(({ position, span, text }) => ({ passage: index, position, span, text, statement: [], prose: 1 })),
    );
    drafts.push(...(await draftsOfDocument(sentences, lexicon, seed, turn)));
  }
  return drafts;
}

/** `R 3 ist als Fläche`: what stands before it is lost. */
const BEGINS_WITH_INDEX = /^\d{1,2}\s\p{Ll}/u;

/** By all that is seen of each: one passage may be a table or a list of names. */
function englishDocuments(evidence: readonly EvidencePassage[]): ReadonlySet<string> {
  const texts = new Map<string, string>();
  for (const { documentId, text } of evidence) texts.set(documentId, `${texts.get(documentId) ?? ''} ${text}`.slice(0, 20_000));
  return new Set(Array.from(texts).flatMap(([documentId, text]) => (isEnglish(text) ? [documentId] : [])));
}

const speaks = (language: string | undefined, english: boolean) => language === undefined || /^en\b/i.test(language) === english;

function candidateOf(draft: Draft): QuestionCandidate | undefined {
  const { type, sentence, write, tier } = draft;
  const written = write();
  const rest = {
    difficulty: difficultyOf(draft),
    passage: sentence.passage,
    quote: sentence.span,
    ...(tier === 'last' && { lastResort: true }),
  };
  return written && { type, ...written, ...rest };
}
