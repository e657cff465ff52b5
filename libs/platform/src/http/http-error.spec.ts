import { ForbiddenException, NotFoundException, PayloadTooLargeException } from '@nestjs/common';
import { AppError } from '../errors/app-error';
import { asAppError } from './http-error';

/** As http-errors makes them for Express and body-parser. */
const refusal = (status: number, type?: string) =>
  Object.assign(new Error('their words: /srv/app/secret.js:1'), { status, expose: status < 500, type });

/** As Prisma names its failures. */
const prisma = (name: string, code: string, message: string) => Object.assign(new Error(message), { name, code });

describe('asAppError', () => {
  it('keeps an error of our own', () => {
    const error = new AppError('CONFLICT', 'ours');
    expect(asAppError(error)).toBe(error);
  });

  it.each([
    [new NotFoundException('Cannot GET /x'), 404, 'NOT_FOUND'],
    [new PayloadTooLargeException(), 413, 'TOO_LARGE'],
    [new ForbiddenException(), 400, 'MALFORMED_REQUEST'],
    [new URIError('Failed to decode param'), 400, 'MALFORMED_REQUEST'],
    [refusal(400, 'entity.parse.failed'), 400, 'MALFORMED_REQUEST'],
    [refusal(400, 'request.aborted'), 400, 'MALFORMED_REQUEST'],
    [refusal(413, 'entity.too.large'), 413, 'TOO_LARGE'],
    [refusal(415, 'charset.unsupported'), 415, 'UNSUPPORTED_MEDIA_TYPE'],
    [refusal(500), 500, 'INTERNAL'],
    [Object.assign(new Error('of another server'), { status: 404 }), 500, 'INTERNAL'],
    [new TypeError('x is undefined'), 500, 'INTERNAL'],
    [prisma('PrismaClientKnownRequestError', 'P1008', 'Invalid `prisma.token.findUnique()` their words'), 503, 'DATABASE_UNAVAILABLE'],
    [prisma('PrismaClientInitializationError', '', 'their words'), 503, 'DATABASE_UNAVAILABLE'],
    [prisma('PrismaClientUnknownRequestError', '', 'database or disk is full: their words'), 507, 'DISK_FULL'],
    [prisma('PrismaClientKnownRequestError', 'P2002', 'their words'), 500, 'INTERNAL'],
    ['a string', 500, 'INTERNAL'],
    [undefined, 500, 'INTERNAL'],
  ])('tells %s as %i %s, in words of our own', (thrown, status, code) => {
    const error = asAppError(thrown);
    expect(error).toMatchObject({ status, code });
    expect(error.message).not.toMatch(/their words|Cannot GET|undefined|another server/);
    expect(error.cause).toBe(thrown);
  });
});
