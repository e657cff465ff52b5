import fc from 'fast-check';
import { listedObjects } from './json-objects';

const json = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }), { minKeys: 1 }).filter((one) => !('questions' in one));
const list = fc.array(json, { maxLength: 5 });
const parsed = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('listedObjects', () => {
  it('reads the list under its key, plain, fenced or in prose', () => {
    fc.assert(
      fc.property(list, fc.constantFrom('', '```json\n', 'Here are your questions:\n'), (objects, before) => {
        const text = `${before}${JSON.stringify({ questions: objects })}${before && '\n``` I hope that helps.'}`;
        expect(listedObjects(text, 'questions')).toEqual(parsed(objects));
      }),
    );
  });

  it('reads a bare list, and objects one after the other', () => {
    fc.assert(
      fc.property(list, (objects) => {
        expect(listedObjects(JSON.stringify(objects), 'questions')).toEqual(parsed(objects));
        expect(listedObjects(objects.map((one) => JSON.stringify(one)).join('\n'), 'questions')).toEqual(parsed(objects));
      }),
    );
  });

  it('of an answer that is cut off it reads what is whole, and completes nothing', () => {
    fc.assert(
      fc.property(list, fc.double({ min: 0, max: 1, noNaN: true }), (objects, share) => {
        const text = JSON.stringify({ questions: objects });
        const cut = text.slice(0, Math.floor(share * text.length));
        expect(parsed(objects)).toEqual(expect.arrayContaining(listedObjects(cut, 'questions')));
        const whole = objects.filter((_, i) => JSON.stringify({ questions: objects.slice(0, i + 1) }).length - 2 <= cut.length);
        expect(listedObjects(cut, 'questions')).toHaveLength(whole.length);
      }),
    );
  });

  it.each(['', 'I cannot help with that.', '{', '{"questions": "none"', '[1, 2]', '{{{{', '{"a": }'])('finds nothing in %j', (text) =>
    expect(listedObjects(text, 'questions')).toEqual([]),
  );

  it('takes no time for what only looks like much', () => {
    expect(listedObjects('{'.repeat(20_000), 'questions')).toEqual([]);
    expect(listedObjects('{"a": {]}'.repeat(5_000), 'questions')).toEqual([]);
    expect(listedObjects(`${'{"a":'.repeat(200_000)}]${'}'.repeat(200_000)}`, 'questions')).toEqual([]);
    expect(listedObjects('{x}'.repeat(500_000), 'questions')).toEqual([]);
  });

  it('reads as much as an answer can be of one that is far longer', () => {
    const text = JSON.stringify({ questions: Array.from({ length: 5_000 }, () => ({ stem: 'x'.repeat(300) })) });
    const { length } = listedObjects(text, 'questions');
    expect(length).toBeGreaterThan(1_000);
    expect(length).toBeLessThan(2_000);
  });

  it.each([
    ['brackets', `{"questions": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 0],
    ['braces', `{"questions": [${'{"a":'.repeat(60_000)}1${'}'.repeat(60_000)}]}`, 1],
  ])('is not overwhelmed by %s in each other', (_, text, count) => expect(listedObjects(text, 'questions')).toHaveLength(count));
});
