import type { TenantId } from '@lectern/platform';
import { cacheKey, spaceOf } from './cache-key';

describe('cacheKey', () => {
  const base = { space: 'answer', tenant: 'a' as TenantId, epoch: 1, parts: ['volcanoes', 5] };

  it('is the same for the same parts', () => {
    expect(cacheKey({ ...base })).toBe(cacheKey({ ...base, parts: ['volcanoes', 5] }));
  });

  it.each([
    ['tenant', { tenant: 'b' as TenantId }],
    ['epoch', { epoch: 2 }],
    ['space', { space: 'retrieval' }],
    ['part', { parts: ['volcanoes', 6] }],
    ["part's type", { parts: ['volcanoes', '5'] }],
    ["parts' borders", { parts: ['volcanoes,5'] }],
    ['missing tenant', { tenant: undefined }],
  ])('is another one for another %s', (_, change) => {
    expect(cacheKey({ ...base, ...change } as typeof base)).not.toBe(cacheKey(base));
  });

  it('tells its space and nothing of the tenant or the question', () => {
    expect(spaceOf(cacheKey(base))).toBe('answer');
    expect(cacheKey({ ...base, tenant: 'oak-school' as TenantId })).not.toMatch(/oak-school|volcanoes/);
  });
});
