import { createHash } from 'node:crypto';
import { AppError, Database, type TenantId } from '@lectern/platform';
import { Injectable } from '@nestjs/common';

export interface StoredAnswer {
  status: number;
  body: unknown;
}

/** After this a request that never ended (its process died) no longer holds its key. */
const ABANDONED_MS = 10 * 60_000;

/** What makes two uploads the same request: the bytes of their files, in order. */
export function fingerprintOf(sha256s: readonly string[]): string {
  return createHash('sha256').update(sha256s.join('\n')).digest('hex');
}

/**
 * `Idempotency-Key` of uploads, per tenant: the first request with a key runs, the same request again gets the stored answer, another body is refused, and
 * so is a second request while the first still runs.
 */
@Injectable()
export class IdempotencyKeys {
  constructor(private readonly database: Database) {}

  /**
   * Takes the key before the body is read.
   * @throws AppError `IDEMPOTENCY_KEY_IN_USE`, `VALIDATION_FAILED`
   */
  async claim(tenant: TenantId, key: string): Promise<IdempotencyClaim> {
    if (!/^[\x21-\x7e]{1,255}$/.test(key))
      throw new AppError('VALIDATION_FAILED', 'Idempotency-Key must be 1 to 255 visible ASCII characters.');
    const id = { tenantId_key: { tenantId: tenant, key } };
    await this.database.idempotencyKey.deleteMany({
      where: { tenantId: tenant, key, status: null, createdAt: { lt: new Date(Date.now() - ABANDONED_MS) } },
    });
    const created = await this.database.idempotencyKey.create({ data: { tenantId: tenant, key } }).catch((error: { code?: string }) => {
      if (error.code === 'P2002') return undefined;
      throw error;
    });
    if (created) return new IdempotencyClaim(this.database, tenant, key);
    const row = await this.database.idempotencyKey.findUnique({ where: id });
    if (row?.status == null)
      throw new AppError('IDEMPOTENCY_KEY_IN_USE', 'A request with this Idempotency-Key is still running. Wait for it.', {
        retryAfterSeconds: 2,
      });
    return new IdempotencyClaim(this.database, tenant, key, {
      fingerprint: row.fingerprint!,
      status: row.status,
      body: JSON.parse(row.body!) as unknown,
    });
  }
}

export class IdempotencyClaim {
  constructor(
    private readonly database: Database,
    private readonly tenant: TenantId,
    private readonly key: string,
    private readonly stored?: StoredAnswer & { fingerprint: string },
  ) {}

  /** The stored answer of the same request; undefined for a first one. @throws AppError `IDEMPOTENCY_KEY_REUSED` for another body */
  replay(fingerprint: string): StoredAnswer | undefined {
    if (this.stored && this.stored.fingerprint !== fingerprint) {
      throw new AppError('IDEMPOTENCY_KEY_REUSED', 'This Idempotency-Key was used with another body. Use a new key.');
    }
    return this.stored;
  }

  async complete(fingerprint: string, { status, body }: StoredAnswer): Promise<void> {
    await this.database.idempotencyKey.updateMany({
      where: { tenantId: this.tenant, key: this.key },
      data: { fingerprint, status, body: JSON.stringify(body) },
    });
  }

  /** The request failed: the key is free for another try. */
  async release(): Promise<void> {
    if (!this.stored) await this.database.idempotencyKey.deleteMany({ where: { tenantId: this.tenant, key: this.key, status: null } });
  }
}
