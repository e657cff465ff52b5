import { ANONYMOUS_TENANT, type Database } from '@lectern/platform';
import { createTestDatabase } from '../../../test/support/database';
import { bearerOf, hashOf } from './token';
import { TokenService } from './token.service';

const HOUR_MS = 3_600_000;

describe('TokenService', () => {
  let database: Database;
  let close: () => Promise<void>;
  let tokens: TokenService;

  beforeAll(async () => {
    ({ database, close } = await createTestDatabase());
  });
  afterAll(() => close());
  beforeEach(() => {
    tokens = new TokenService(database);
  });

  it('makes a tenant of its own for each session, and keeps no token', async () => {
    const [one, two] = [await tokens.createSession(), await tokens.createSession()];
    expect(one.tenant).not.toBe(two.tenant);
    expect(Buffer.from(one.token, 'base64url')).toHaveLength(32);
    expect(one.expiresAt.getTime() - Date.now()).toBeGreaterThan(23.9 * HOUR_MS);
    expect(await tokens.verify(one.token)).toMatchObject({ tenant: one.tenant, tokenId: one.tokenId });
    expect(JSON.stringify(await database.token.findMany())).not.toContain(one.token);
  });

  it.each(['x', 'q'.repeat(43), "' OR 1=1 --", ''])('refuses the token %j', async (token) => {
    await expect(tokens.verify(token)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('refuses a revoked token at once, also while it is being looked up', async () => {
    const { token, tokenId } = await tokens.createSession();
    await tokens.verify(token);
    await tokens.revoke(tokenId!);
    await expect(tokens.verify(token)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });

    const other = await tokens.createSession();
    const early = tokens.verify(other.token);
    await tokens.revoke(other.tokenId!);
    await early.catch(() => {});
    await expect(tokens.verify(other.token)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('believes for no more than 5 s what another process has revoked', async () => {
    const { token, tokenId } = await tokens.createSession();
    await tokens.verify(token);
    await new TokenService(database).revoke(tokenId!);
    await expect(tokens.verify(token)).resolves.toBeDefined();

    const now = performance.now();
    const clock = jest.spyOn(performance, 'now').mockReturnValue(now + 5_001);
    await expect(tokens.verify(token)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    clock.mockRestore();
  });

  it('lets a session slide while it is used, and ends it 24 h after its last use', async () => {
    const { token, tokenId } = await tokens.createSession();
    const lastUsedAt = new Date(Date.now() - 2 * HOUR_MS);
    await database.token.update({ where: { id: tokenId! }, data: { lastUsedAt, expiresAt: new Date(Date.now() + 22 * HOUR_MS) } });
    const { expiresAt } = await tokens.verify(token);
    expect(expiresAt!.getTime() - Date.now()).toBeGreaterThan(23.9 * HOUR_MS);

    await database.token.update({ where: { id: tokenId! }, data: { expiresAt: new Date(Date.now() - 1) } });
    await expect(new TokenService(database).verify(token)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('writes nothing for a token that was used a moment ago', async () => {
    const { token, tokenId } = await tokens.createSession();
    const before = await database.token.findUniqueOrThrow({ where: { id: tokenId! } });
    for (let i = 0; i < 3; i++) await new TokenService(database).verify(token);
    expect(await database.token.findUniqueOrThrow({ where: { id: tokenId! } })).toEqual(before);
  });

  it('gives one tenant to all API keys of a name, also when they are made at once', async () => {
    const made = await Promise.all(Array.from({ length: 5 }, () => tokens.createApiKey('oak-school')));
    const other = await tokens.createApiKey('elm-school');
    const tenants = await Promise.all(made.map(async (key) => (await tokens.verify(key)).tenant));
    expect(new Set(tenants).size).toBe(1);
    expect((await tokens.verify(other)).tenant).not.toBe(tenants[0]);

    const listed = await tokens.listApiKeys();
    expect(listed.map(({ tenant }) => tenant).toSorted()).toEqual(['elm-school', ...Array(5).fill('oak-school')]);
    const id = (await database.token.findUniqueOrThrow({ where: { sha256: hashOf(made[0]!) } })).id;
    expect(await tokens.revoke(id)).toBe(true);
    expect(await tokens.revoke(id)).toBe(false);
    expect(await tokens.listApiKeys()).toHaveLength(5);
  });

  it('makes the anonymous tenant once, when it is first needed', async () => {
    const identities = await Promise.all(Array.from({ length: 5 }, () => tokens.anonymousIdentity()));
    expect(new Set(identities.map(({ tenant }) => tenant))).toEqual(new Set([ANONYMOUS_TENANT]));
    expect(await database.tenant.count({ where: { id: ANONYMOUS_TENANT } })).toBe(1);
  });
});

describe('bearerOf', () => {
  const token = 'A-_9'.repeat(10) + 'abc';

  it.each([`Bearer ${token}`, `bearer ${token}`, `Bearer  ${token}`])('reads %j', (header) => expect(bearerOf(header)).toBe(token));

  it.each([
    '',
    'Bearer',
    'Bearer ',
    token,
    `Basic ${token}`,
    `Bearer ${token}A`,
    `Bearer ${token} x`,
    `Bearer ${token.slice(1)}`,
    `Bearer ${token.slice(1)}=`,
  ])('refuses %j', (header) => expect(bearerOf(header)).toBeUndefined());
});
