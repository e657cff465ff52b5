/**
 * Questions of the extractive rung on documents as the product sees them, measured by what can be counted, and a random sample to
 * judge by eye, each with its passage: `npm run eval:questions -- [--read 60 --count 40 --seed 1 --mode quiz] [FILE or FOLDER ...]`.
 * Paths are looked up in CORPUS (../shared/corpus) too; without any it takes the articles of its `squad`.
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import {
  ExtractiveQuestionModel,
  quotasOf,
  QUESTION_TYPES,
  SetComposer,
  type EvidencePassage,
  type Question,
  type QuestionMode,
} from '@lectern/generation';
import { readDocument, type ReadDocument } from './evidence';

const { values: options, positionals } = parseArgs({
  options: {
    read: { type: 'string', default: '0' },
    count: { type: 'string', default: '40' },
    seed: { type: 'string', default: '1' },
    mode: { type: 'string' },
  },
  allowPositionals: true,
});
const corpus = process.env.CORPUS ?? join(process.cwd(), '../shared/corpus');
const count = Number(options.count);
const seed = Number(options.seed);
const model = new ExtractiveQuestionModel();

interface Made {
  readonly document: ReadDocument;
  readonly mode: QuestionMode;
  readonly questions: readonly Question[];
  readonly milliseconds: number;
}

/** As many as a request for so many questions fetches first, over the length of the document. */
function fetched({ passages }: ReadDocument, round: number): EvidencePassage[] {
  const limit = Math.max(12, Math.ceil(1.5 * count)) * 2 ** round * (round + 1);
  const step = Math.max(1, passages.length / limit);
  return passages.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step));
}

async function make(document: ReadDocument, mode: QuestionMode): Promise<Made> {
  const counts = quotasOf(mode === 'quiz' ? ['multiple_choice'] : QUESTION_TYPES, count);
  const started = performance.now();
  const composer = new SetComposer({ count, quotas: counts, seed, asked: [] });
  const seen = new Set<number>();
  for (let round = 0; round < 3 && !composer.isFilled(); round++) {
    const evidence = fetched(document, round).filter(({ start }) => !seen.has(start));
    for (const { start } of evidence) seen.add(start);
    composer.welcome(evidence);
    for await (const candidate of model.propose({ counts, seed }, evidence, new AbortController().signal)) {
      composer.offer(candidate, evidence);
      if (composer.isFull) break;
    }
  }
  return { document, mode, questions: composer.finish(), milliseconds: performance.now() - started };
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

const passageOf = ({ passages }: ReadDocument, { sources: [source] }: Question) =>
  passages.find(({ start, text }) => source!.start >= start && source!.end <= start + text.length)!;

/** The place of its own passage among the document's when only the stem is known, by shared words weighted by rarity. */
function ownRank({ document }: Made, question: Question): number {
  const passages = document.passages.map((passage) => ({ passage, words: passageWords(passage) }));
  const rarity = (word: string) => Math.log(1 + passages.length / (1 + passages.filter(({ words }) => words.has(word)).length));
  const stemWords = [...new Set(wordsOf(question.stem))].map((word) => ({ word, weight: rarity(word) }));
  const score = (words: ReadonlySet<string>) => stemWords.reduce((sum, { word, weight }) => sum + (words.has(word) ? weight : 0), 0);
  const own = score(passageWords(passageOf(document, question)));
  return 1 + passages.filter(({ words }) => score(words) > own).length;
}

const wordSets = new WeakMap<EvidencePassage, ReadonlySet<string>>();
function passageWords(passage: EvidencePassage): ReadonlySet<string> {
  const words = wordSets.get(passage) ?? new Set(wordsOf(passage.text));
  wordSets.set(passage, words);
  return words;
}

function report(sets: readonly Made[]): void {
  const all = sets.flatMap((set) => set.questions.map((question) => ({ set, question })));
  const choices = all.map(({ question }) => question).filter(({ options: four }) => four);
  const share = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
  const positions = [0, 1, 2, 3].map((place) =>
    share(choices.filter(({ options: four, answer }) => four!.indexOf(answer) === place).length, choices.length),
  );
  const longest = choices.filter(({ options: four, answer }) =>
    four!.every((option) => option === answer || option.length < answer.length),
  ).length;
  const statements = all.filter(({ question }) => question.type === 'true_false');
  const exact = all.filter(({ set, question: { sources } }) =>
    sources.every(({ start, end, quote }) => set.document.text.slice(start, end) === quote),
  );
  const found = all.filter(({ set, question }) => ownRank(set, question) <= 3);
  const types = QUESTION_TYPES.map((type) => `${type} ${share(all.filter(({ question }) => question.type === type).length, all.length)}`);
  const lines: [string, string | number][] = [
    ['questions', all.length],
    ['of those asked for', share(all.length, sets.length * count)],
    ['quote is the slice', share(exact.length, all.length)],
    ['stem finds its own passage at rank 1-3', share(found.length, all.length)],
    ['types', types.join(', ')],
    ['keys at A, B, C, D', positions.join(', ')],
    ['right option is the longest', share(longest, choices.length)],
    ['statements that are true', share(statements.filter(({ question }) => question.answer === 'true').length, statements.length)],
    ['milliseconds a set, mean', Math.round(sets.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / sets.length)],
  ];
  for (const [name, value] of lines) process.stdout.write(`${name.padEnd(44)} ${value}\n`);
  for (const { document, mode, questions } of sets.filter((set) => set.questions.length < count))
    process.stdout.write(`${questions.length} of ${count}: ${document.name}, ${mode}, ${document.passages.length} passages\n`);
}

/** As many of each set as of the others, in an order that the seed decides. */
function sampled(sets: readonly Made[], wanted: number) {
  const order = (key: string) =>
    [...`${seed}${key}`].reduce((hash, letter) => Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193), seed) >>> 0;
  const queues = sets.map((set) => ({ set, questions: set.questions.toSorted((a, b) => order(a.stem) - order(b.stem)) }));
  const longest = Math.max(0, ...queues.map(({ questions }) => questions.length));
  return Array.from({ length: longest }, (_, i) =>
    queues.flatMap(({ set, questions }) => (questions[i] ? [{ set, question: questions[i] }] : [])),
  )
    .flat()
    .slice(0, wanted);
}

function show({ set, question }: ReturnType<typeof sampled>[number], index: number): void {
  const { type, stem, options: four, answer, sources } = question;
  const passage = passageOf(set.document, question).text.replace(sources[0]!.quote, (quote) => `>>${quote}<<`);
  process.stdout.write(
    `\n${index + 1}. [${set.document.name}, ${set.mode}, ${type}] ${stem}\n${four ? `   ${four.join(' | ')}\n` : ''}   = ${answer}\n   ${passage.replace(/\s+/gu, ' ')}\n`,
  );
}

function filesAt(path: string): string[] {
  const place = [resolve(path), join(corpus, path)].find((one) => existsSync(one));
  if (!place) return [];
  if (statSync(place).isFile()) return [place];
  return readdirSync(place)
    .filter((file) => /\.(?:pdf|docx|txt)$/.test(file))
    .toSorted()
    .map((file) => join(place, file));
}

async function main(): Promise<void> {
  const files = (positionals.length > 0 ? positionals : ['squad']).flatMap(filesAt);
  if (files.length === 0) return void process.stdout.write(`skipped: there is no ${positionals.join(', ') || join(corpus, 'squad')}\n`);
  const modes = (options.mode ? [options.mode] : ['practice', 'quiz']) as QuestionMode[];
  const sets: Made[] = [];
  for (const file of files) {
    const document = await readDocument(file);
    for (const mode of modes) sets.push(await make(document, mode));
  }
  sampled(sets, Number(options.read)).forEach(show);
  report(sets);
}

void main();
