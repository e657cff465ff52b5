import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { embedBatch, ingestDocument } from '@lectern/ingestion';
import { startIngestion } from '../support/ingestion';
import { describeWithRedis, startRedis, type TestRedis } from '../support/redis';

const never = new AbortController().signal;

/** About `paragraphs` x 400 characters, each paragraph different. */
const lesson = (name: string, paragraphs = 12) =>
  Array.from(
    { length: paragraphs },
    (_, i) =>
      `The ${name} of village ${i} was built in ${1700 + i} by the engineer Ada Brook. ${'Its wheel turned a mill that ground the grain of the valley. '.repeat(6)}`,
  ).join('\n\n');

describeWithRedis('Ingestion', () => {
  let redis: TestRedis;
  let lectern: Awaited<ReturnType<typeof startIngestion>>;

  beforeAll(async () => {
    redis = await startRedis();
    lectern = await startIngestion(redis);
  });
  afterAll(async () => {
    await lectern.stop();
    await redis.stop();
  });

  const ready = async (name: string, paragraphs?: number) => {
    const document = await lectern.upload(`${name}.txt`, lesson(name, paragraphs));
    await lectern.ingestion.ingest({ documentId: document.id, generation: 1 }, never);
    await lectern.embedAll(document.id);
    return lectern.library.get(lectern.tenant, document.id);
  };

  it('takes a text to ready, with as many points as chunks', async () => {
    const document = await ready('turbine');
    expect(document).toMatchObject({ status: 'ready', stage: 'done', progress: 1, errorCode: null });
    expect(document.chunks).toBeGreaterThan(20);
    expect((await lectern.vectors.count(lectern.tenant, document.id as never, 1, never)).chunk).toBe(document.chunks);
    expect((await lectern.check()).breaches).toEqual([]);
  });

  it('gives back the text as it was sent', async () => {
    const document = await ready('sluice');
    expect((await lectern.library.text(lectern.tenant, document.id, { start: 0, end: 1_000_000 })).text.trimEnd()).toBe(
      lesson('sluice').trimEnd(),
    );
  });

  it('lets the later of two starts win, and writes everything once', async () => {
    const document = await lectern.upload('twice.txt', lesson('twice', 60));
    const payload = { documentId: document.id, generation: 1 };
    await Promise.all([lectern.ingestion.ingest(payload, never), sleep(120).then(() => lectern.ingestion.ingest(payload, never))]);
    await lectern.embedAll(document.id);
    expect((await lectern.library.get(lectern.tenant, document.id)).status).toBe('ready');
    expect((await lectern.check()).breaches).toEqual([]);
  });

  it('hands the work back when its signal is aborted, and counts no attempt', async () => {
    const document = await lectern.upload('stopped.txt', lesson('stopped', 4000)); // long enough for a process of its own
    const stop = new AbortController();
    const ingestion = lectern.ingestion.ingest({ documentId: document.id, generation: 1 }, stop.signal);
    while ((await lectern.library.get(lectern.tenant, document.id)).status !== 'processing') await sleep(1);
    stop.abort(new Error('the worker stops'));
    await expect(ingestion).rejects.toMatchObject({ retryable: true });
    expect(await lectern.library.get(lectern.tenant, document.id)).toMatchObject({ status: 'processing', attempts: 0 });
    await lectern.library.delete(lectern.tenant, document.id, never);
  });

  it('leaves nothing of a document that was deleted while a batch was being written', async () => {
    const document = await lectern.upload('gone.txt', lesson('gone', 60));
    await lectern.ingestion.ingest({ documentId: document.id, generation: 1 }, never);
    const embedding = lectern.embedding.embed({ documentId: document.id, generation: 1, batch: 0 }, never);
    await lectern.library.delete(lectern.tenant, document.id, never);
    await embedding;
    expect(await lectern.vectors.count(lectern.tenant, document.id as never, 1, never)).toEqual({ chunk: 0, passage: 0 });
    await expect(lectern.library.get(lectern.tenant, document.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await lectern.check()).breaches).toEqual([]);
  });

  it('counts what a delete took, and nothing is left', async () => {
    const document = await ready('receipt');
    const receipt = await lectern.library.delete(lectern.tenant, document.id, never);
    expect(receipt).toMatchObject({ deleted: { chunks: document.chunks, files: 1 }, remaining: 0 });
    expect(receipt.deleted.vectors).toBeGreaterThan(document.chunks);
  });

  it('ends what cannot be read as failed with its code, and retries it on demand', async () => {
    const document = await lectern.upload('broken.pdf', '%PDF-1.4\n1 0 obj\n<<\nnothing more');
    await lectern.ingestion.ingest({ documentId: document.id, generation: 1 }, never);
    expect(await lectern.library.get(lectern.tenant, document.id)).toMatchObject({
      status: 'failed',
      errorCode: 'DOCUMENT_CORRUPT',
      chunks: 0,
    });
    await expect(lectern.library.retry(lectern.tenant, document.id)).resolves.toMatchObject({
      status: 'queued',
      generation: 2,
      errorCode: null,
    });
    await lectern.ingestion.ingest({ documentId: document.id, generation: 2 }, never);
    expect((await lectern.library.get(lectern.tenant, document.id)).status).toBe('failed');
  });

  it('raises the epoch of the library with every document that becomes ready or goes', async () => {
    const epoch = async () => (await lectern.database.tenant.findUniqueOrThrow({ where: { id: lectern.tenant } })).epoch;
    const before = await epoch();
    const document = await ready('epoch');
    expect(await epoch()).toBe(before + 1);
    await lectern.library.delete(lectern.tenant, document.id, never);
    expect(await epoch()).toBe(before + 2);
  });

  describe('the reconciler', () => {
    it('brings back the jobs that Redis lost', async () => {
      const waiting = await lectern.upload('waiting.txt', lesson('waiting'));
      const parsed = await lectern.upload('parsed.txt', lesson('parsed'));
      await lectern.ingestion.ingest({ documentId: parsed.id, generation: 1 }, never);
      await redis.kill();
      await redis.restart();
      await sleep(1_500);
      expect((await lectern.check()).breaches).toEqual(
        expect.arrayContaining([
          expect.stringContaining(`document ${waiting.id} is unfinished`),
          expect.stringContaining(`document ${parsed.id} is unfinished`),
        ]),
      );

      await lectern.reconciler.run(never);

      expect(await lectern.queue.isLive(ingestDocument, { documentId: waiting.id, generation: 1 })).toBe(true);
      expect(await lectern.queue.isLive(embedBatch, { documentId: parsed.id, generation: 1, batch: 0 })).toBe(true);
      expect((await lectern.check()).breaches).toEqual([]);
      for (const { id } of [waiting, parsed]) await lectern.library.delete(lectern.tenant, id, never);
    });

    it('indexes a ready document again from its rows when its points are gone', async () => {
      const document = await ready('lost');
      await lectern.vectors.deleteDocument(lectern.tenant, document.id as never, {}, never);
      expect((await lectern.check()).breaches).toEqual([`document ${document.id}: ${document.chunks} chunks, 0 points`]);
      await lectern.reconciler.run(never);
      await lectern.embedAll(document.id);
      expect((await lectern.check()).breaches).toEqual([]);
    });

    it('takes away points that belong to nobody', async () => {
      const document = await ready('stray');
      const [row] = await lectern.database.chunk.findMany({ where: { documentId: document.id }, take: 1 });
      const stranger = randomUUID();
      const point = {
        ...row!,
        kind: 'chunk' as const,
        documentId: stranger as never,
        dense: new Float32Array(1024).fill(1 / 32),
        sparse: { indices: Uint32Array.of(7), values: Float32Array.of(1) },
      };
      await lectern.vectors.upsert(lectern.tenant, [{ ...point, id: randomUUID() } as never], never);
      expect((await lectern.check()).breaches).toEqual([`1 points of document ${stranger}, generation 1, belong to nobody`]);
      await lectern.reconciler.run(never);
      expect((await lectern.check()).breaches).toEqual([]);
    });
  });

  it('tells a chunk row that is missing', async () => {
    const document = await ready('breach');
    await lectern.database.chunk.deleteMany({ where: { documentId: document.id, index: 0 } });
    expect((await lectern.check()).breaches).toContain(
      `document ${document.id}: ${document.chunks} chunks in its row, ${document.chunks - 1} chunk rows`,
    );
  });
});
