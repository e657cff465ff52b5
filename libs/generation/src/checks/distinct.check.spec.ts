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

  it('takes no question that says word for word what another of its sentence asks for', () => {
    const known = new DistinctQuestions();
    known.add({ type: 'multiple_choice', stem: 'A codon _____.', answer: 'is a three-base sequence of mRNA', quoteKey: 'c:0' });
    const other = {
      type: 'cloze',
      stem: 'A codon is a three-base sequence of mRNA that encodes _____.',
      answer: 'amino acids',
      quoteKey: 'c:0',
    };
    expect(known.closeness(other)).toBe('same');
    expect(known.closeness({ ...other, stem: 'What does a codon encode?' })).toBe('near');
    known.add({ type: 'short_answer', stem: 'For how long did Brahe observe the Sun?', answer: 'for almost 20 years', quoteKey: 'd:0' });
    expect(known.closeness({ type: 'cloze', stem: 'Brahe kept records for _____ years.', answer: '20', quoteKey: 'd:0' })).toBe('same');
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
