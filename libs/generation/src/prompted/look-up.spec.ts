import { isLookUp } from './look-up';

const QUOTE = 'The Suez Canal was opened in 1869 after ten years of work, because trade with India had grown.';
const asks = (stem: string, answer: string, type: 'short_answer' | 'true_false' = 'short_answer') =>
  isLookUp({ type, stem, answer }, QUOTE);

describe('isLookUp', () => {
  it('knows a question that its own words find again', () => {
    expect(asks('In which year was the Suez Canal opened?', '1869')).toBe(true);
    expect(asks('The Suez Canal was opened after _____ of work.', 'ten years')).toBe(true);
  });

  it.each<[string, string, string]>([
    ['that asks in other words', 'When did the waterway between two seas begin to carry ships?', '1869'],
    ['whose answer is long', 'Why was the Suez Canal opened?', 'because trade with India had grown'],
    ['whose answer is said otherwise', 'How long did the work on the Suez Canal take?', 'a decade'],
  ])('knows none %s', (_, stem, answer) => expect(asks(stem, answer)).toBe(false));

  it('takes no statement for one', () => expect(asks('The Suez Canal was opened in 1869.', 'true', 'true_false')).toBe(false));
});
