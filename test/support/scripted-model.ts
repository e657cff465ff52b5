import { ExtractiveQuestionModel } from '../../libs/generation/src/extractive/extractive.question-model';
import { passagesOf, proposed } from '../../libs/generation/src/question-model.contract';
import type { QuestionCandidate } from '../../libs/generation/src/question-model';
import type { QuestionType } from '../../libs/generation/src/question';

const BLANK = '_____';
const PLENTY = 10;

/** What a well-behaved large model answers to the product's own prompts, as JSON: it reads the passages between the marks and heeds what is asked for. */
export async function scriptedAnswer(prompt: string): Promise<string> {
  if (/^Each question stands/m.test(prompt)) return JSON.stringify({ answers: partsOf(prompt, 'question').map(answered) });
  if (/^Write \d+ questions/m.test(prompt)) return JSON.stringify({ questions: await written(prompt) });
  return JSON.stringify({ queries: [`${prompt} explained`, `about ${prompt}`] });
}

async function written(prompt: string) {
  const passages = passagesOf(partsOf(prompt, 'passage'));
  const counts = Object.fromEntries(
    [...prompt.matchAll(/(\d+) of type (\w+)/g)].map(([, count, type]) => [type, Number(count)]),
  ) as Partial<Record<QuestionType, number>>;
  const asked = new Set(partsOf(prompt, 'asked').flatMap((part) => part.split('\n')));
  const left = { ...counts };
  // however many it is asked for, it has the same ones in mind
  const plenty = Object.fromEntries(Object.keys(counts).map((type) => [type, PLENTY]));
  const candidates = await proposed(new ExtractiveQuestionModel(), { counts: plenty, seed: 1 }, passages);
  const fresh = candidates.filter(({ stem }) => !asked.has(stem));
  return spread(fresh, left).map(({ type, stem, options, answer, explanation, difficulty, bloomLevel, passage, quote }) => {
    const { text, start } = passages[passage]!;
    return {
      type,
      passage: passage + 1,
      quote: text.slice(quote.start - start, quote.end - start),
      stem,
      ...(options && { options }),
      answer,
      explanation,
      difficulty,
      bloom_level: bloomLevel,
    };
  });
}

/** The best of each passage, then the second best of each, and so on; one a sentence, and of each type as many as are left to ask. */
function spread(candidates: readonly QuestionCandidate[], left: Partial<Record<QuestionType, number>>): QuestionCandidate[] {
  const byPassage = [...Map.groupBy(candidates, ({ passage }) => passage).values()];
  const used = new Set<number>();
  const chosen: QuestionCandidate[] = [];
  const takeFrom = (some: readonly QuestionCandidate[]) => {
    const best = some.find(({ quote, type }) => !used.has(quote.start) && (left[type] ?? 0) > 0);
    if (!best) return false;
    used.add(best.quote.start);
    left[best.type]!--;
    chosen.push(best);
    return true;
  };
  while (byPassage.map(takeFrom).includes(true));
  return chosen;
}

/** The option that makes the sentence one of the evidence, else one of the sentence that is asked about, else the first that the evidence holds; of a statement, whether the evidence holds it; else the longest figure or name of the evidence that the question lacks. */
function answered(part: string, i: number) {
  const [, evidence = '', stem = '', rest = ''] = /^Evidence: (.*)\nQuestion: ([^\n]*)\n?(.*)$/su.exec(part) ?? [];
  const options = [...rest.matchAll(/^([A-D])\) (.*)$/gm)];
  if (options.length > 0) {
    const held = options.find(([, , text]) => stem.includes(BLANK) && evidence.includes(stem.replace(BLANK, text!).replace(/\.$/, '')));
    const said = sentenceFor(stem, evidence);
    const named = options.find(([, , text]) => said.includes(text!)) ?? options.find(([, , text]) => evidence.includes(text!));
    return { question: i + 1, answer: (held ?? named)?.[1] ?? '?' };
  }
  return { question: i + 1, answer: /[?_]/.test(stem) ? evidence : String(evidence.includes(stem.replace(/\.$/, ''))) };
}

/** The sentence of the evidence that shares most words with the question. */
function sentenceFor(stem: string, evidence: string): string {
  const words = new Set(stem.match(/\p{L}{3,}|\p{N}+/gu));
  const shared = (sentence: string) => (sentence.match(/\p{L}{3,}|\p{N}+/gu) ?? []).filter((word) => words.has(word)).length;
  return evidence.split(/(?<=[.!?])\s+/u).toSorted((a, b) => shared(b) - shared(a))[0]!;
}

function partsOf(prompt: string, title: string): string[] {
  return [...prompt.matchAll(new RegExp(`^\\[(\\w+) ${title}(?: \\d+)?\\]\\n(.*?)\\n\\[\\1 end\\]$`, 'gsmu'))].map(([, , text]) => text!);
}
