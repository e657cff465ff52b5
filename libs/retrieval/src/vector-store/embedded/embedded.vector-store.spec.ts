import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import SqliteDatabase from 'better-sqlite3';
import { signatureLine } from '@lectern/embedding';
import { type DocumentId, type TenantId } from '@lectern/platform';
import { pointOf } from '../../../../../test/support/points';
import { encodeQuery } from '../../text/sparse-encoder';
import { EmbeddedVectorStore } from './embedded.vector-store';
import { pointId } from '../point-id';
import { describeVectorStore } from '../vector-store.contract';
import { type Point } from '../vector-store';

/** A worker thread runs compiled code: `npx nest build api` first. */
const thread = resolve(__dirname, '../../../../../dist/libs/retrieval/src/vector-store/embedded/embedded.vector-store.thread.js');

const signatureOf = (dimension: number) => ({
  provider: 'test',
  model: 'test',
  revision: '1',
  dimension,
  pooling: 'none',
  instruction: '',
});

const VECTOR_FILE = resolve(thread, '../vector-file.js');
/** A process that writes 300 points of a document, ten a call. */
const WRITER = `
  const [, vectorFile, file, signature, tenant] = process.argv;
  const { VectorFile } = require(vectorFile);
  const vectors = new VectorFile({ file, signature, sinceMs: Date.now() });
  const documentId = '00000000-0000-7000-8000-000000000002';
  const point = (index) => ({
    id: String(index), documentId, generation: 1, kind: 'chunk', index, passage: 0, start: 0, end: 1, page: 1, pageEnd: 1,
    dense: new Float32Array(16).fill(0.25), sparse: { indices: Uint32Array.of(index), values: Float32Array.of(1) },
  });
  const patiently = (work) => {
    for (;;) try { return work(); } catch (error) { if (error.code !== 'SQLITE_BUSY') throw error; }
  };
  for (let from = 0; from < 300; from += 10)
    patiently(() => vectors.upsert(JSON.parse(tenant), Array.from({ length: 10 }, (_, i) => point(from + i))));
  vectors.close();
`;

function temporaryStore(dimension: number) {
  const directory = mkdtempSync(join(tmpdir(), 'lectern-vectors-'));
  const file = join(directory, 'vectors.db');
  const stores = [new EmbeddedVectorStore({ file, signature: signatureOf(dimension), thread })];
  return {
    file,
    store: stores[0]!,
    another() {
      stores.push(new EmbeddedVectorStore({ file, signature: signatureOf(dimension), thread }));
      return stores.at(-1)!;
    },
    async remove() {
      for (const store of stores) await store.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

describeVectorStore('embedded', async () => temporaryStore(8));

describe('EmbeddedVectorStore', () => {
  const tenant = 'tenant' as TenantId;
  const never = new AbortController().signal;
  const documentOf = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}` as DocumentId;
  const pointsOf = (documentId: DocumentId, count: number) =>
    Array.from({ length: count }, (_, index) => {
      const text = `Sentence ${index} of ${documentId} about magma, basalt and word${index % 17}.`;
      return pointOf(text, { documentId, index, dense: new Float32Array(16).fill(0.25) });
    });

  it('stays exact while two threads write and delete the same tenant’s documents', async () => {
    const { store, another, remove, file } = temporaryStore(16);
    const other = another();
    const documents = Array.from({ length: 8 }, (_, n) => documentOf(n));
    await Promise.all(documents.map((id, n) => (n % 2 ? store : other).upsert(tenant, pointsOf(id, 150), never)));
    await Promise.all(documents.slice(0, 6).map((id, n) => (n % 2 ? other : store).deleteDocument(tenant, id, {}, never)));
    const left = (await store.documents(never)).map(({ documentId, chunk }) => [documentId, chunk]);
    expect(left.toSorted()).toEqual(documents.slice(6).map((id) => [id, 150]));
    const answer = await other.search(tenant, { sparse: encodeQuery('magma'), limit: 1000 }, never);
    expect(answer.lists.find(({ kind }) => kind === 'chunk')!.hits).toHaveLength(300);
    for (const id of documents.slice(6)) await store.deleteDocument(tenant, id, {}, never);
    const database = new SqliteDatabase(file, { readonly: true });
    for (const table of ['documents', 'points', 'vectors', 'sparse', 'segments', 'segment_postings', 'codes', 'groups', 'group_postings'])
      expect([table, database.prepare(`SELECT count(*) FROM ${table}`).pluck().get()]).toEqual([table, 0]);
    database.close();
    await remove();
  });

  it('waits for a write lock without holding the event loop, and as long as its signal lets it', async () => {
    const { store, remove, file } = temporaryStore(16);
    await store.ping(never);
    const locker = new SqliteDatabase(file);
    locker.exec('BEGIN IMMEDIATE');
    const writing = store.upsert(tenant, pointsOf(documentOf(1), 1), never);
    await expect(store.upsert(tenant, pointsOf(documentOf(2), 1), AbortSignal.timeout(50))).rejects.toThrow('timeout');
    await expect(store.search(tenant, { sparse: encodeQuery('magma'), limit: 1 }, never)).resolves.toBeDefined();
    locker.exec('COMMIT');
    locker.close();
    await expect(writing).resolves.toBeUndefined();
    await remove();
  });

  it('rejects with VECTOR_STORE_UNAVAILABLE when its thread dies, and starts another', async () => {
    const { store, remove } = temporaryStore(16);
    await store.ping(never);
    const waiting = store.upsert(tenant, pointsOf(documentOf(1), 50), never);
    await store.close();
    await expect(waiting).rejects.toMatchObject({ code: 'VECTOR_STORE_UNAVAILABLE' });
    await expect(store.ping(never)).resolves.toBeUndefined();
    await remove();
  });

  it('says VECTOR_STORE_UNAVAILABLE where its file cannot be opened', async () => {
    const store = new EmbeddedVectorStore({ file: join(__filename, 'vectors.db'), signature: signatureOf(16), thread });
    await expect(store.ping(never)).rejects.toMatchObject({ code: 'VECTOR_STORE_UNAVAILABLE' });
    await store.close();
  });

  it('answers while another process writes, whole calls or none of them', async () => {
    const { store, remove, file } = temporaryStore(16);
    await store.upsert(tenant, pointsOf(documentOf(1), 10), never);
    const writer = spawn(process.execPath, ['-e', WRITER, VECTOR_FILE, file, signatureLine(signatureOf(16)), JSON.stringify(tenant)]);
    const ended = once(writer, 'exit');
    const seen: number[] = [];
    while (writer.exitCode === null && writer.signalCode === null) {
      const { lists } = await store.search(tenant, { dense: new Float32Array(16).fill(0.25), limit: 1000 }, never);
      seen.push(lists.find(({ kind }) => kind === 'chunk')!.hits.length);
    }
    expect(await ended).toEqual([0, null]);
    expect(seen.every((hits) => hits % 10 === 0)).toBe(true);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(await store.count(tenant, documentOf(2), 1, never)).toEqual({ chunk: 300, passage: 0 });
    await remove();
  });

  it('lists more documents than it reads at once', async () => {
    const { store, remove } = temporaryStore(16);
    const points = Array.from({ length: 2600 }, (_, n) => pointsOf(documentOf(n), 1)[0]!);
    const passages = points.map((point): Point => ({ ...point, kind: 'passage', id: pointId(point.documentId, 1, 'passage', 0) }));
    await store.upsert(tenant, [...points, ...passages], never);
    const listed = await store.documents(never);
    expect(listed).toHaveLength(2600);
    expect(listed.every(({ chunk, passage }) => chunk === 1 && passage === 1)).toBe(true);
    await remove();
  });

  it('says EMBEDDING_MISMATCH once a later process keeps other vectors in its file, and tells that one that it emptied it', async () => {
    const { store, remove, file } = temporaryStore(16);
    await store.upsert(tenant, pointsOf(documentOf(1), 5), never);
    const notices: string[] = [];
    await setTimeout(5);
    const later = new EmbeddedVectorStore({ file, signature: signatureOf(8), notify: (notice) => notices.push(notice), thread });
    expect(await later.documents(never)).toEqual([]);
    expect(notices).toEqual([expect.stringContaining('emptied')]);
    const mismatch = { code: 'EMBEDDING_MISMATCH', retryable: false, message: expect.stringContaining('8') };
    await expect(store.upsert(tenant, pointsOf(documentOf(1), 5), never)).rejects.toMatchObject(mismatch);
    await expect(store.search(tenant, { sparse: encodeQuery('magma'), limit: 5 }, never)).rejects.toMatchObject(mismatch);
    await expect(store.ping(never)).rejects.toMatchObject(mismatch);
    await later.close();
    await remove();
  });

  it('goes on with an empty file where the one it has open is damaged', async () => {
    const { store, another, remove, file } = temporaryStore(16);
    const other = another();
    await store.upsert(tenant, pointsOf(documentOf(1), 50), never);
    await other.ping(never);
    truncateSync(file, 100);
    rmSync(`${file}-wal`);
    const third = another();
    await expect(third.documents(never)).resolves.toEqual([]);
    await other.upsert(tenant, pointsOf(documentOf(2), 5), never);
    const counts = (await Promise.all([store, other, third].map((one) => one.count(tenant, documentOf(2), 1, never)))).map(
      ({ chunk }) => chunk,
    );
    expect(counts).toEqual([5, 5, 5]);
    await remove();
  });
});
