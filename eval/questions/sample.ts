import { createHash } from 'node:crypto';
import type { Question } from '@lectern/generation';
import { passageOf, type MadeSet } from './made-set';

export interface Sampled {
  readonly set: MadeSet;
  readonly question: Question;
}

/** A random sample of all that was delivered, in an order that the seed decides. */
export function sampled(sets: readonly MadeSet[], wanted: number, seed: number): Sampled[] {
  const order = ({ set, question }: Sampled) =>
    createHash('sha256').update(`${seed} ${set.document.name} ${set.mode} ${question.type} ${question.stem}`).digest('hex');
  return sets
    .flatMap((set) => set.questions.map((question) => ({ set, question })))
    .map((one) => ({ one, key: order(one) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .slice(0, wanted)
    .map(({ one }) => one);
}

/** For a reader at a terminal: with the passage around the quote. */
export function shown({ set, question }: Sampled, index: number): string {
  const { type, stem, options, answer, sources } = question;
  const passage = passageOf(set.document, question).text.replace(sources[0]!.quote, (quote) => `>>${quote}<<`);
  const lines = [
    `${index + 1}. [${set.document.name}, ${set.mode}, ${type}] ${stem}`,
    ...(options ? [options.join(' | ')] : []),
    `= ${answer}`,
    passage.replace(/\s+/gu, ' '),
  ];
  return `\n${lines.join('\n   ')}\n`;
}

/** For a reader of the report: with the quote alone. */
export function listed({ set, question }: Sampled, index: number): string {
  const { type, stem, options, answer, sources } = question;
  const one = (text: string) => text.replace(/\s+/gu, ' ').replace(/[\\`*_<>[\]|#]/gu, '\\$&');
  return [
    `${index + 1}. ${one(stem)} (${one(set.document.name)}, ${type.replace('_', ' ')})`,
    ...(options ?? []).map((option, i) => `   - ${'ABCD'[i]}: ${one(option)}`),
    `   - key: ${one(answer)}`,
    `   - quote: ${one(sources[0]!.quote)}`,
  ].join('\n');
}
