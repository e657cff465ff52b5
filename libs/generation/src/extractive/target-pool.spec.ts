import { TargetPool, type PooledTarget } from './target-pool';

const target = (text: string, kind: PooledTarget['kind'] = 'person') => ({ text, kind }) as PooledTarget;

const textsOf = (targets: readonly PooledTarget[]) => targets.map(({ text }) => text);

describe('the pool of targets', () => {
  it('keeps each answer once, whatever its case, as it was first seen', () => {
    const pool = new TargetPool();
    for (const text of ['Marie Curie', 'MARIE CURIE', 'Ada Lovelace']) pool.add(target(text));
    expect(textsOf(pool.of('person'))).toEqual(['Marie Curie', 'Ada Lovelace']);
  });

  it('keeps the kinds apart', () => {
    const pool = new TargetPool();
    pool.add(target('Washington'));
    pool.add(target('Washington', 'place'));
    expect(pool.of('person')).toHaveLength(1);
    expect(pool.of('place')).toHaveLength(1);
    expect(pool.of('organisation')).toEqual([]);
  });

  it('knows what was added after it was asked', () => {
    const pool = new TargetPool();
    expect(pool.of('person')).toEqual([]);
    pool.add(target('Marie Curie'));
    expect(textsOf(pool.of('person'))).toEqual(['Marie Curie']);
  });
});
