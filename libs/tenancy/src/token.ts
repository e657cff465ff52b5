import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits; only whoever was given it knows it. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a token. A plain hash is enough: nobody guesses 256 random bits, and it can be looked up. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** The token of an `Authorization` header, or undefined where the header is not one of ours. */
export function bearerOf(authorization: string): string | undefined {
  return /^Bearer +([A-Za-z0-9_-]{43})$/i.exec(authorization)?.[1];
}
