import { describeWithQdrant, startQdrant, type TestQdrant } from '../support/qdrant';
import { startIngestion } from '../support/ingestion';
import { describeWithRedis, startRedis, type TestRedis } from '../support/redis';

const never = new AbortController().signal;
const lesson = (name: string) =>
  Array.from({ length: 8 }, (_, i) => `Paragraph ${i} tells of the ${name} of the valley. `.repeat(9)).join('\n\n');

describeWithRedis('Reindexing', () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());

  async function expectFilledAgain(settings: Record<string, string>) {
    const lectern = await startIngestion(redis, settings);
    try {
      const documents = [];
      for (const name of ['mill', 'bridge']) {
        const { id } = await lectern.upload(`${name}.txt`, lesson(name));
        await lectern.ingestion.ingest({ documentId: id, generation: 1 }, never);
        await lectern.embedAll(id);
        documents.push(id);
      }
      const before = await lectern.vectors.documents(never);
      await lectern.vectors.deleteDocument(lectern.tenant, documents[0] as never, {}, never);
      const report = await lectern.reindexing.run(never);
      const after = await lectern.vectors.documents(never);
      expect(after).toHaveLength(2);
      expect(after).toEqual(expect.arrayContaining(before));
      expect(report).toEqual({ documents: 2, points: after.reduce((sum, { chunk, passage }) => sum + chunk + passage, 0) });
    } finally {
      await lectern.stop();
    }
  }

  it('fills the embedded store from the rows', () => expectFilledAgain({}));

  describeWithQdrant('with Qdrant', () => {
    let qdrant: TestQdrant;
    const QDRANT_COLLECTION = `lectern_reindexing_${process.pid}`;
    beforeAll(async () => {
      qdrant = await startQdrant();
    });
    afterAll(async () => {
      await qdrant.drop(QDRANT_COLLECTION);
      await qdrant.stop();
    });

    it('fills a new collection from the rows, and leaves no other', async () => {
      await expectFilledAgain({
        VECTOR_STORE: 'qdrant',
        QDRANT_URL: qdrant.url,
        QDRANT_API_KEY: process.env.QDRANT_API_KEY ?? '',
        QDRANT_COLLECTION,
      });
      const { collections } = (await qdrant.call('GET', '/collections')) as { collections: { name: string }[] };
      expect(collections.map(({ name }) => name).filter((name) => name.startsWith(QDRANT_COLLECTION))).toEqual([`${QDRANT_COLLECTION}_v2`]);
    });
  });
});
