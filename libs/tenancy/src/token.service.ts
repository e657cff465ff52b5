import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v5 as uuidv5 } from 'uuid';
import { ANONYMOUS_TENANT, AppError, Database, type TenantId } from '@lectern/platform';
import type { Identity } from './identity';
import { hashOf, newToken } from './token';
import { VerifiedTokens } from './verified-tokens';

const SESSION_MS = 24 * 3_600_000;
/** A session slides, and a token's last use is noted, at most this often: not one write a request. */
const SLIDE_EVERY_MS = 5 * 60_000;
/** Names of tenants become ids under this namespace, so that one name is one tenant whoever creates it first. */
const NAMES = '6f1a1a2e-9a36-4f7e-8f43-0a53a6a8f1a7';

interface ApiKey {
  id: string;
  tenant: string;
  createdAt: Date;
  lastUsedAt: Date | null;
}

/** Sessions and API keys: rows of the database, which holds a SHA-256 of each and never the token itself. */
@Injectable()
export class TokenService {
  private readonly verified = new VerifiedTokens((sha256) => this.read(sha256));
  private anonymous: Promise<unknown> | undefined;

  constructor(private readonly database: Database) {}

  /** A new tenant with a session that lasts 24 h from its last use. */
  async createSession(): Promise<Identity & { token: string; expiresAt: Date }> {
    const token = newToken();
    const [tenant, tokenId] = [randomUUID(), randomUUID()];
    const expiresAt = new Date(Date.now() + SESSION_MS);
    await this.database.tenant.create({
      data: { id: tenant, tokens: { create: { id: tokenId, kind: 'session', sha256: hashOf(token), expiresAt, lastUsedAt: new Date() } } },
    });
    return { token, tenant: tenant as TenantId, tokenId, expiresAt };
  }

  /**
   * Whose token it is.
   * @throws AppError `UNAUTHENTICATED`, with the same words whatever is wrong with it
   */
  async verify(token: string): Promise<Identity> {
    const identity = await this.verified.get(hashOf(token));
    if (!identity || (identity.expiresAt && identity.expiresAt.getTime() <= Date.now())) throw unauthenticated();
    return identity;
  }

  /** The tenant of requests without a token. Its row is made when it is first needed, since documents point to it. */
  async anonymousIdentity(): Promise<Identity> {
    this.anonymous ??= this.database.tenant.upsert({ where: { id: ANONYMOUS_TENANT }, create: { id: ANONYMOUS_TENANT }, update: {} });
    try {
      await this.anonymous;
    } catch (error) {
      this.anonymous = undefined;
      throw error;
    }
    return { tenant: ANONYMOUS_TENANT, tokenId: null, expiresAt: null };
  }

  /** Refused from now on in this process, and within 5 s in all others. @returns whether there was such a token, not yet revoked */
  async revoke(tokenId: string): Promise<boolean> {
    const { count } = await this.database.token.updateMany({ where: { id: tokenId, revokedAt: null }, data: { revokedAt: new Date() } });
    this.verified.forget(tokenId);
    return count > 0;
  }

  /** A durable key of the tenant of that name. It is told this once. */
  async createApiKey(tenantName: string): Promise<string> {
    const token = newToken();
    const tenant = uuidv5(tenantName, NAMES);
    await this.database.$transaction(async (tx) => {
      await tx.tenant.upsert({ where: { id: tenant }, create: { id: tenant, name: tenantName }, update: {} });
      await tx.token.create({ data: { id: randomUUID(), tenantId: tenant, kind: 'api_key', sha256: hashOf(token) } });
    });
    return token;
  }

  /** Those that are in force, oldest first. */
  async listApiKeys(): Promise<ApiKey[]> {
    const rows = await this.database.token.findMany({
      where: { kind: 'api_key', revokedAt: null },
      include: { tenant: true },
      orderBy: { createdAt: 'asc' },
    });
    return rows.map(({ id, tenant, createdAt, lastUsedAt }) => ({ id, tenant: tenant.name ?? tenant.id, createdAt, lastUsedAt }));
  }

  /** The row of a token in force, after noting that it was used. */
  private async read(sha256: string): Promise<Identity | undefined> {
    const row = await this.database.token.findUnique({ where: { sha256 } });
    const now = Date.now();
    if (!row || row.revokedAt || (row.expiresAt && row.expiresAt.getTime() <= now)) return undefined;

    let { expiresAt } = row;
    if (now - (row.lastUsedAt?.getTime() ?? 0) > SLIDE_EVERY_MS) {
      expiresAt = row.kind === 'session' ? new Date(now + SESSION_MS) : null;
      const used = { lastUsedAt: new Date(now), expiresAt };
      // nobody waits for it, and what fails is made up for by the next use
      this.database.token.updateMany({ where: { id: row.id, revokedAt: null }, data: used }).catch(() => {});
    }
    return { tenant: row.tenantId as TenantId, tokenId: row.id, expiresAt };
  }
}

export function unauthenticated(): AppError {
  return new AppError(
    'UNAUTHENTICATED',
    'A valid token is needed: send Authorization: Bearer <token>, with a token from POST /api/sessions.',
  );
}
