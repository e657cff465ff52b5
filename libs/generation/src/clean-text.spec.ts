import { cleanText } from './clean-text';

describe('cleanText', () => {
  it('makes white space single and joins what a line end parted', () => {
    expect(cleanText('the Medi-\nterranean  Sea\r\nis\u00a0blue')).toBe('the Mediterranean Sea is blue');
    expect(cleanText('co\u00adoperate and con\ufffe\ntinue')).toBe('cooperate and continue');
  });

  it('keeps the hyphens of compounds and of names', () => {
    expect(cleanText('Austria-\nHungary and a four-way attack')).toBe('Austria- Hungary and a four-way attack');
  });

  it('takes out control characters and marks that turn the direction of text', () => {
    expect(cleanText('a\u0000b\u202etxt.exe')).toBe('a btxt.exe');
  });
});
