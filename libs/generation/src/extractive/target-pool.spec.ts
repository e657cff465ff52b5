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

  it('knows what is used by itself and what is counted', () => {
    const pool = new TargetPool();
    const term = (text: string, use: PooledTarget['use']) => ({ ...target(text, 'term'), use });
    const [software, report, paper] = [term('software', 'bare'), term('report', 'counted'), term('paper', 'bare')];
    for (const one of [software, report, paper, term('Paper', 'counted'), term('index', 'other')]) pool.add(one);
    expect([report, paper].map((other) => pool.isUsedAs(software, other))).toEqual([false, true]);
    expect([software, paper].map((other) => pool.isUsedAs(report, other))).toEqual([false, true]);
    expect([software, report].map((other) => pool.isUsedAs(term('index', 'other'), other))).toEqual([true, true]);
  });
});
