import { DtoPipe } from '../http/dto.pipe';
import { canonicalRequest, GenerateQuestionsDto } from './generate-questions.dto';

const read = (body: unknown) =>
  canonicalRequest(new DtoPipe().transform(body, { type: 'body', metatype: GenerateQuestionsDto }) as GenerateQuestionsDto);
const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));

describe('the request of the contract', () => {
  it.each([
    [{}, { topic: null, count: 25, mode: 'practice' }],
    [
      { topic: null, count: null, mode: null },
      { topic: null, count: 25, mode: 'practice' },
    ],
    [{ topic: ' \t\n' }, { topic: null, count: 25, mode: 'practice' }],
    [
      { topic: '  the \n plague ', count: '5', mode: 'QUIZ' },
      { topic: 'the plague', count: 5, mode: 'quiz' },
    ],
    [
      { count: 3.0, tenant: 'a' },
      { topic: null, count: 3, mode: 'practice' },
    ],
  ])('%j is read as %j', (body, request) => expect(read(body)).toEqual(request));

  it('ignores unknown fields, however deep', () => expect(read({ count: 2, x: nested(5_000) }).count).toBe(2));

  it.each([0, -1, 1.5, 1e9, 101, 'x', '1.5', '0', true, [5], {}])('count %j is refused by its name', (count) =>
    expect(() => read({ count })).toThrow(/^count/),
  );
  it.each(['exam', 5, ['quiz']])('mode %j is refused by its name', (mode) => expect(() => read({ mode })).toThrow(/^mode/));
  it.each([5, {}, ['a'], '\0 plague', '\ud800 plague', 'plague \udc00', 'a'.repeat(2001)])('topic %j is refused by its name', (topic) =>
    expect(() => read({ topic })).toThrow(/^topic/),
  );
});
