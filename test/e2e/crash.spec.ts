import { setTimeout as sleep } from 'node:timers/promises';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Lectern, sample, type Learner } from '../support/lectern';
import { describeWithRedis } from '../support/redis';

describeWithRedis('Nothing is lost', () => {
  let lectern: Lectern;
  let learner: Learner;

  beforeAll(async () => {
    lectern = await Lectern.start();
    learner = await lectern.learner();
  });
  afterAll(() => lectern.stop());

  const text = (tag: string) => ({
    name: `${tag}.txt`,
    content: Array.from({ length: 400 }, (_, i) => `Paragraph ${i} of ${tag}: the river was mapped in ${1500 + i} by Ada Brook.`).join(
      '\n\n',
    ),
  });
  const upload = async (tag: string) => (await learner.upload(text(tag))).json.id as string;
  const invariants = async () => {
    const run = promisify(execFile);
    const environment = { ...process.env, DATA_DIR: lectern.dataDir, REDIS_URL: lectern.redis.url };
    return (await run(process.execPath, ['dist/apps/cli/src/check-invariants.js'], { cwd: join(__dirname, '../..'), env: environment }))
      .stdout;
  };

  it('when the worker is killed in mid-work', async () => {
    const ids = [await upload('killed one'), await upload('killed two')];
    await sleep(150);
    await lectern.end('worker', 'SIGKILL');
    await lectern.launch('worker');
    for (const id of ids) expect((await learner.settled(id)).status).toBe('ready');
    expect(await invariants()).toMatch(/^invariants hold: \d+ documents, (\d+) chunks, \1 points$/m);
  });

  it('when the worker stops in mid-work, and it stops soon', async () => {
    const id = await upload('stopped');
    await sleep(150);
    const began = performance.now();
    expect(await lectern.end('worker', 'SIGTERM')).toBe(0);
    expect(performance.now() - began).toBeLessThan(20_000);
    await lectern.launch('worker');
    expect((await learner.settled(id)).status).toBe('ready');
  });

  it('when Redis dies with everything in it', async () => {
    const id = await upload('flushed');
    await lectern.redis.kill();
    const away = await learner.upload(text('while Redis is away'));
    expect(away.status).toBe(202);
    await lectern.redis.restart();
    for (const one of [id, away.json.id]) expect((await learner.settled(one)).status).toBe('ready');
    expect(await invariants()).toContain('invariants hold');
  });

  it('when a paused worker comes back after its lock was lost', async () => {
    const id = (await learner.upload(sample('photosynthesis.pdf'))).json.id as string;
    await sleep(100);
    lectern.signal('worker', 'SIGSTOP');
    await sleep(7_000);
    lectern.signal('worker', 'SIGCONT');
    expect((await learner.settled(id)).status).toBe('ready');
    expect(await invariants()).toContain('invariants hold');
  });
});
