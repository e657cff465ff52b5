import type { TenantId } from '@lectern/platform';

/** Who sent a request, as its token says. */
export interface Identity {
  tenant: TenantId;
  /** The row of the token; null for the anonymous tenant. */
  tokenId: string | null;
  /** When the session ends unless it is used before; null for what does not end by itself. */
  expiresAt: Date | null;
}
