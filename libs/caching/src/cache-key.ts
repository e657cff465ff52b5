import { createHash } from 'node:crypto';
import type { TenantId } from '@lectern/platform';

declare const brand: unique symbol;
/** Made by `cacheKey` alone. */
export type CacheKey = string & { readonly [brand]: 'CacheKey' };

interface CacheKeyParts {
  /** What kind of value it is, for example `retrieval`: keys of different spaces never meet. */
  space: string;
  /** Whose value it is; left out only where a value belongs to nobody's library (an embedding of a query). */
  tenant?: TenantId;
  /** State of the tenant's library that the value was made from (`LibraryEpoch`). */
  epoch?: number;
  /** The rest of what the value depends on: the request, model signatures, versions of the code's own format. */
  parts: readonly unknown[];
}

/** The key of everything that a value depends on. Tenant, epoch and parts are hashed: a key tells nothing and has one length. */
export function cacheKey({ space, tenant, epoch, parts }: CacheKeyParts): CacheKey {
  const identity = JSON.stringify([tenant ?? null, epoch ?? null, parts]);
  return `lectern:${space}:${createHash('sha256').update(identity).digest('base64url')}` as CacheKey;
}

/** The space that a key was made for. */
export function spaceOf(key: CacheKey): string {
  return key.split(':')[1]!;
}
