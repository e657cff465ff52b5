import { seededRandom } from '@lectern/platform';
import type { Draft } from '../draft';
import { apart } from './apart';

const draft = (type: Draft['type'], stem: string, answer: string, score = 0.5) =>
  ({
    type,
    asks: 'term',
    score,
    tier: 'good',
    sentence: { passage: 0, position: 0, span: { start: 0, end: 9 }, text: '', statement: [], prose: 1 },
    write: () => ({ stem, answer, explanation: '', bloomLevel: 'remember' }),
  }) as unknown as Draft;

const answers = (drafts: readonly Draft[]) => apart(drafts, seededRandom(1)).map((one) => one.write()!.answer);

describe('questions on one sentence', () => {
  const year = draft('multiple_choice', 'Koch fand _____ den Erreger.', '1882', 0.9);
  const person = draft('cloze', '_____ fand 1882 den Erreger.', 'Koch', 0.4);

  it('do not hold the answers of each other: the better one stays', () => expect(answers([person, year])).toEqual(['1882']));

  it('may ask for the same in several ways', () =>
    expect(answers([year, draft('short_answer', 'Wann fand Koch den Erreger?', '1882', 0.9)])).toEqual(['1882', '1882']));

  it('may ask for different things where neither tells the other', () =>
    expect(answers([year, draft('cloze', 'Was entdeckte er 1905 in _____?', 'Berlin')]).toSorted()).toEqual(['1882', 'Berlin']));

  it('prefer what can be chosen from, where they are nearly as good', () =>
    expect(answers([draft('multiple_choice', 'Koch fand _____.', '1882', 0.6), draft('cloze', '_____ fand 1882.', 'Koch', 0.45)])).toEqual(['1882'])); // prettier-ignore

  it('leave the statements on it alone', () => expect(answers([year, draft('true_false', 'Koch fand 1882 den Erreger.', 'true')])).toEqual(['1882', 'true'])); // prettier-ignore

  it('leave out what has no wrong options', () => expect(answers([{ ...year, write: () => undefined }, person])).toEqual(['Koch']));
});
