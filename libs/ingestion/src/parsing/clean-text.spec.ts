import { cleanText } from './clean-text';

describe('cleanText', () => {
  it('writes every kind of line end as a line feed', () => {
    expect(cleanText('a\r\nb\rc\vd\fe\u2028f\u2029g\u0085h\ni')).toBe('a\nb\nc\nd\ne\nf\ng\nh\ni');
  });

  it('drops control characters, keeps tabs and repairs torn surrogates', () => {
    expect(cleanText('a\0b\tc\u0007\u007f\u009f\ufffed\ud83d')).toBe('ab\tcd\ufffd');
  });
});
