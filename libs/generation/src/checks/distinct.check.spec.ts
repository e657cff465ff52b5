import { DistinctQuestions, type Comparable } from './distinct.check';

const KNOWN: Comparable = { type: 'short_answer', stem: 'In which year was the Suez Canal opened?', answer: '1869', quoteKey: 'a:0' };
const set = new DistinctQuestions();
set.add(KNOWN);
const close = (change: Partial<Comparable>) => set.closeness({ ...KNOWN, quoteKey: 'b:9', ...change });

describe('DistinctQuestions', () => {
  it('knows the same question in another dress', () => {
    expect(close({ stem: 'The Suez Canal was opened in _____.', type: 'cloze', quoteKey: 'a:0' })).toBe('same');
    expect(close({ stem: 'In which year was the great Suez Canal opened?' })).toBe('same');
    expect(close({ stem: 'The Suez Canal was opened in 1870.', type: 'true_false', answer: 'false', quoteKey: 'a:0' })).toBe('same');
  });

  it('knows the same question in other words by what it means', () => {
    const [one, near, far] = [new Float32Array([1, 0]), new Float32Array([0.8, 0.6]), new Float32Array([0.6, 0.8])];
    const known = new DistinctQuestions();
    known.add({ ...KNOWN, meaning: one });
    const of = (meaning: Float32Array, answer = '1869') =>
      known.closeness({
        type: 'short_answer',
        stem: 'Ships first passed between two seas near Port Said when?',
        answer,
        quoteKey: 'b:9',
        meaning,
      });
    expect([of(near), of(far), of(near, '1914'), of(one, 'in 1869')]).toEqual(['same', 'apart', 'apart', 'same']);
  });

  it('calls another question on a used sentence near', () => {
    expect(close({ stem: 'By whom was the Suez Canal opened?', answer: 'Ferdinand de Lesseps', quoteKey: 'a:0' })).toBe('near');
  });

  it('lets the rest be apart, with the same answer too', () => {
    expect(close({ stem: 'In which year did the first vine louse reach Geneva?' })).toBe('apart');
    expect(close({ stem: 'Who designed the Panama Canal?', answer: 'John Stevens' })).toBe('apart');
  });
});
