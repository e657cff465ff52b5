/**
 * Questions of the extractive rung on every article of a collection, measured by what can be counted, and samples to read:
 * `npm run eval:questions [-- --samples 10 --articles Warsaw,Oxygen --count 50 --seed 1 --folder squad]`.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
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
import type { DocumentId } from '@lectern/platform';

const { values: options } = parseArgs({
  options: {
    samples: { type: 'string', default: '0' },
    articles: { type: 'string' },
    count: { type: 'string', default: '40' },
    seed: { type: 'string', default: '1' },
    folder: { type: 'string', default: 'squad' },
    mode: { type: 'string' },
  },
});
const folder = join(process.env.CORPUS ?? join(process.cwd(), '../shared/corpus'), options.folder);
const count = Number(options.count);
const model = new ExtractiveQuestionModel();

interface Made {
  readonly article: string;
  readonly mode: QuestionMode;
  readonly text: string;
  readonly questions: readonly Question[];
  readonly milliseconds: number;
}

function paragraphsOf(name: string, text: string): EvidencePassage[] {
  let from = 0;
  return text
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => {
      const start = text.indexOf(paragraph, from);
      from = start + paragraph.length;
      return { documentId: name as DocumentId, filename: `${name}.txt`, page: null, pageEnd: null, start, text: paragraph };
    });
}

async function make(article: string, mode: QuestionMode): Promise<Made> {
  const text = readFileSync(join(folder, `${article}.txt`), 'utf8');
  const evidence = paragraphsOf(article, text);
  const seed = Number(options.seed);
  const counts = quotasOf(mode === 'quiz' ? ['multiple_choice'] : QUESTION_TYPES, count);
  const started = performance.now();
  const composer = new SetComposer({ count, quotas: counts, seed, asked: [] });
  composer.welcome(evidence);
  for await (const candidate of model.propose({ counts, seed }, evidence, new AbortController().signal)) {
    composer.offer(candidate, evidence);
    if (composer.isFull) break;
  }
  return { article, mode, text, questions: composer.finish(), milliseconds: performance.now() - started };
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** The place of its own paragraph among the article's when only the stem is known, by shared words weighted by rarity. */
function ownRank({ text }: Made, { stem, sources: [source] }: Question): number {
  const paragraphs = paragraphsOf('', text).map(({ start, text: paragraph }) => ({
    start,
    end: start + paragraph.length,
    words: new Set(wordsOf(paragraph)),
  }));
  const rarity = (word: string) => Math.log(1 + paragraphs.length / (1 + paragraphs.filter(({ words }) => words.has(word)).length));
  const stemWords = [...new Set(wordsOf(stem))].map((word) => ({ word, weight: rarity(word) }));
  const score = (words: ReadonlySet<string>) => stemWords.reduce((sum, { word, weight }) => sum + (words.has(word) ? weight : 0), 0);
  const own = paragraphs.find(({ start, end }) => source!.start >= start && source!.end <= end)!;
  return 1 + paragraphs.filter((other) => score(other.words) > score(own.words)).length;
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
  const lines: [string, string | number][] = [
    ['questions', all.length],
    ['of those asked for', share(all.length, sets.length * count)],
    [
      'quote is the slice',
      share(
        all.filter(
          ({
            set,
            question: {
              sources: [source],
            },
          }) => set.text.slice(source!.start, source!.end) === source!.quote,
        ).length,
        all.length,
      ),
    ],
    ['stem finds its own paragraph at rank 1-3', share(all.filter(({ set, question }) => ownRank(set, question) <= 3).length, all.length)],
    ['keys at A, B, C, D', positions.join(', ')],
    ['right option is the longest', share(longest, choices.length)],
    ['statements that are true', share(statements.filter(({ question }) => question.answer === 'true').length, statements.length)],
    ['milliseconds a set, mean', Math.round(sets.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / sets.length)],
  ];
  for (const [name, value] of lines) process.stdout.write(`${name.padEnd(44)} ${value}\n`);
}

function show({ article, mode, questions }: Made): void {
  process.stdout.write(`\n# ${article}, ${mode}\n`);
  for (const { type, difficulty, stem, options: four, answer, explanation } of questions.slice(0, Number(options.samples)))
    process.stdout.write(
      `[${type}, ${difficulty}] ${stem}\n${four ? `    ${four.join(' | ')}\n` : ''}    = ${type === 'true_false' ? `${answer}: ${explanation}` : answer}\n`,
    );
}

async function main(): Promise<void> {
  if (!existsSync(folder)) return void process.stdout.write(`skipped: there is no ${folder}\n`);
  const names = readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => file.slice(0, -4))
    .toSorted();
  const wanted = options.articles?.split(',') ?? names;
  const modes = (options.mode ? [options.mode] : ['practice', 'quiz']) as QuestionMode[];
  const sets: Made[] = [];
  for (const name of wanted) for (const mode of modes) sets.push(await make(name, mode));
  sets.forEach(show);
  report(sets);
}

void main();
