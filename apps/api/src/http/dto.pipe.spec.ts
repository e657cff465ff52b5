import fc from 'fast-check';
import { IsArray, IsIn, IsOptional, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
import { AppError } from '@lectern/platform';
import { DtoPipe } from './dto.pipe';
import { PlainText, WholeNumber } from './fields';
import { UNREAD_BODY } from './json-body';

class Inner {
  @WholeNumber(1, 5)
  depth!: number;
}

class Ask {
  @IsOptional()
  @PlainText(10)
  topic?: string | null;

  @IsOptional()
  @WholeNumber(1, 100)
  count?: number | null;

  @IsOptional()
  @IsIn(['practice', 'quiz'])
  mode?: string;

  @IsOptional()
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => Inner)
  inner?: Inner[];
}

describe('DtoPipe', () => {
  const pipe = new DtoPipe();
  const read = (body: unknown) => pipe.transform(body, { type: 'body', metatype: Ask }) as Ask;
  const outcomeOf = (body: unknown) => {
    try {
      return read(body) instanceof Ask ? 'taken' : 'something else';
    } catch (error) {
      return (error as AppError).status;
    }
  };
  const refusalOf = (body: unknown) => {
    try {
      read(body);
    } catch (error) {
      return error as AppError;
    }
    throw new Error('it was taken');
  };

  it('makes an instance of the DTO of the declared fields alone', () => {
    const ask = read({ topic: 'a', count: 5, tenant: 'x' });
    expect(ask).toBeInstanceOf(Ask);
    expect({ ...ask }).toEqual({ topic: 'a', count: 5 });
    expect({ ...read(undefined) }).toEqual({});
    expect({ ...read(null) }).toEqual({});
    expect(read({ topic: null, count: null })).toMatchObject({ topic: null, count: null });
  });

  it.each([5, 5.0, '5', '005'])('reads the whole number %j', (count) => expect(read({ count }).count).toBe(5));

  it.each([0, -1, 1.5, 1e9, 101, 'x', '1.5', '0', '', ' 5', '5 ', '0x5', '5e0', true, [5], {}, NaN, Infinity])('refuses the count %j, naming the field', (count) => {
    expect(refusalOf({ count })).toMatchObject({ code: 'VALIDATION_FAILED', message: 'count must be a whole number from 1 to 100.' });
  }); // prettier-ignore

  it.each([5, {}, ['a'], 'a\0', '\ud800', 'a\udc00b', 'x'.repeat(11)])('refuses the topic %j, naming the field', (topic) => {
    expect(refusalOf({ topic }).message).toMatch(/^topic must be text/);
  });

  it('names the path of a nested field', () => {
    expect(refusalOf({ inner: [{ depth: 3 }, { depth: 9 }] }).message).toMatch(/^inner\.1\.depth must be a whole number/);
  });

  it.each([[[]], ['text'], [5], [true]])('refuses the body %j', (body) => {
    expect(refusalOf(body)).toMatchObject({ code: 'VALIDATION_FAILED', message: 'The body must be a JSON object.' });
  });

  it('refuses a body that is not JSON', () => {
    expect(refusalOf(UNREAD_BODY)).toMatchObject({ code: 'UNSUPPORTED_MEDIA_TYPE', status: 415 });
  });

  it('walks into no unknown field, and into no declared one that nests without end', () => {
    const deep = JSON.parse('['.repeat(50_000) + ']'.repeat(50_000)) as unknown;
    expect({ ...read({ count: 1, x: deep }) }).toEqual({ count: 1 });
    for (const field of ['topic', 'count', 'inner']) expect(refusalOf({ [field]: deep })).toMatchObject({ code: 'VALIDATION_FAILED' });
  });

  it('is not moved by __proto__ and constructor', () => {
    const ask = read(JSON.parse('{"count":1,"__proto__":{"mode":"exam","polluted":1},"constructor":{"prototype":{"polluted":1}}}'));
    expect({ ...ask }).toEqual({ count: 1 });
    expect(ask.mode).toBeUndefined();
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it('takes or refuses whatever JSON there is, and never fails in another way', () => {
    const anything = fc.oneof(fc.json().map((text) => JSON.parse(text) as unknown), fc.record({ topic: fc.jsonValue(), count: fc.jsonValue(), mode: fc.jsonValue(), inner: fc.jsonValue() }, { requiredKeys: [] })); // prettier-ignore
    fc.assert(
      fc.property(anything, (body) => {
        expect(['taken', 422]).toContain(outcomeOf(body));
      }),
      { numRuns: 500 },
    );
  });

  it('leaves alone what is no DTO', () => {
    expect(pipe.transform('id', { type: 'param', metatype: String })).toBe('id');
    expect(pipe.transform({ a: 1 }, { type: 'custom', metatype: Ask })).toEqual({ a: 1 });
    expect(pipe.transform({ a: 1 }, { type: 'body', metatype: Object })).toEqual({ a: 1 });
  });
});
