import fc from 'fast-check';
import { displayName } from './file-names';

describe('displayName', () => {
  it.each([
    ['book upload.pdf', 'book upload.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['..\\..\\evil.txt', 'evil.txt'],
    ['a\u202etxt.exe.txt', 'atxt.exe.txt'],
    ['📚 livre 👩‍🏫.txt', '📚 livre 👩‍🏫.txt'],
    ['a\0b.txt', 'ab.txt'],
    ['..', 'document'],
    ['', 'document'],
    [undefined, 'document'],
  ])('shows %j as %j', (given, shown) => {
    expect(displayName(given)).toBe(shown);
  });

  it('cuts a long name and keeps its extension', () => {
    const name = displayName(`${'n'.repeat(10_000)}.txt`);
    expect(name).toHaveLength(200);
    expect(name.endsWith('n.txt')).toBe(true);
  });

  it('never gives a path, a control character, half a character or nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (given) => {
        const name = displayName(given);
        expect(name).not.toMatch(/[/\\\p{Cc}]/u);
        expect(name.isWellFormed()).toBe(true);
        expect(name.trim().length).toBeGreaterThan(0);
      }),
    );
  });
});
