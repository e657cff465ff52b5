import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { type DocumentId, type TenantId } from '@lectern/platform';
import { pointOf } from '../../../../../test/support/points';
import { encodeQuery, stemTerm, type PointKind } from '../../text/sparse-encoder';
import { GROUP, SEGMENT } from './layout';
import { unpack } from './packed-answer';
import { VectorFile } from './vector-file';
import { type Point } from '../vector-store';

const tenant = 'tenant' as TenantId;
const sinceMs = Date.now();
const documentOf = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}` as DocumentId;

function pointsOf(document: number, count: number, kind: PointKind = 'chunk'): Point[] {
  return Array.from({ length: count }, (_, index) => {
    const text = `Sentence ${index} of document${document} about basalt and word${index % 17}.`;
    const dense = Float32Array.of(Math.sin(index), Math.cos(index));
    return pointOf(text, { documentId: documentOf(document), kind, index, dense });
  });
}

describe('VectorFile', () => {
  let directory: string;
  const files: VectorFile[] = [];
  const open = (name: string) => {
    files.push(new VectorFile({ file: join(directory, name), signature: 'ours', sinceMs }));
    return files.at(-1)!;
  };
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'lectern-vectors-'));
  });
  afterEach(() => {
    for (const file of files.splice(0)) file.close();
    rmSync(directory, { recursive: true });
  });

  const answer = (file: VectorFile, documentIds?: DocumentId[]) =>
    unpack(file.search(tenant, { sparse: encodeQuery('word7 document2'), dense: Float32Array.of(1, 0), limit: 1000, documentIds }));
  const settle = (file: VectorFile) => {
    for (const segment of file.sparseSegments(tenant)) file.compact(segment);
    for (const segment of file.staleSegments(tenant)) file.invert(segment);
    for (const group of file.unmergedGroups(tenant)) while (!file.merge(group));
  };
  const read = (name: string, sql: string) => {
    const database = new SqliteDatabase(join(directory, name));
    try {
      return database.prepare<[], number>(sql).pluck().get()!;
    } finally {
      database.close();
    }
  };

  it('answers right wherever a writer was stopped, and after another has gone on', () => {
    const documents = [pointsOf(1, 320), pointsOf(2, 320), pointsOf(3, 320), pointsOf(2, 90, 'passage')];
    let held = [0, 0, 0, 0];
    const expectRight = (name: string) => {
      const plain = open(`${name.replaceAll(/\W/g, '-')}.db`); // holds the same, never inverted
      documents.forEach((points, i) => plain.upsert(tenant, points.slice(points.length - held[i]!)));
      const file = open('interrupted.db');
      expect([name, answer(file)]).toEqual([name, answer(plain)]);
      expect([name, answer(file, [documentOf(2)])]).toEqual([name, answer(plain, [documentOf(2)])]);
    };
    const writer = open('interrupted.db');
    for (let from = 0; from < 320; from += 80) for (const points of documents) writer.upsert(tenant, points.slice(from, from + 80));
    held = documents.map(({ length }) => length);
    expectRight('nothing inverted');
    writer.invert(writer.staleSegments(tenant)[1]!);
    expectRight('one segment inverted');
    settle(writer);
    expect(writer.staleSegments(tenant)).toEqual([]);
    expectRight('all inverted');
    writer.upsert(tenant, documents[1]!.slice(50, 250));
    expectRight('points written again, their segments not yet inverted');
    writer.deleteSlice(tenant, documentOf(1), null, 150);
    held[0] = 170;
    expectRight('a document half deleted');
    writer.deleteSlice(tenant, documentOf(1), null, 1000);
    writer.deleteSlice(tenant, documentOf(3), null, 1000);
    held[0] = held[2] = 0;
    expectRight('documents deleted, nothing compacted');
    writer.compact(writer.sparseSegments(tenant)[0]!);
    expectRight('one segment compacted, nothing inverted');
    settle(open('interrupted.db'));
    expectRight('another has gone on');
    expect(writer.staleSegments(tenant)).toEqual([]);
    expect(writer.count(tenant, documentOf(2), 1)).toEqual({ chunk: 320, passage: 90 });
    expect(writer.documentsAfter(0, 10).map(({ kind, points }) => [kind, points])).toEqual([
      ['chunk', 320],
      ['passage', 90],
    ]);
  });

  it('answers the same before, while and after a group of segments is merged, and forgets it with its points', () => {
    const file = open('groups.db');
    const documents = Math.ceil((GROUP + 100) / 1000);
    for (let document = 1; document <= documents; document++) file.upsert(tenant, pointsOf(document, 1000));
    for (const segment of file.staleSegments(tenant)) file.invert(segment);
    // few enough that none is cut off, where which of equal ones go is open
    const rare = (asked: VectorFile) =>
      unpack(asked.search(tenant, { sparse: { indices: Uint32Array.of(stemTerm('word7')), values: Float32Array.of(1) }, limit: 1000 }));
    const plain = rare(file);
    expect(plain.lists[1]!.hits.length).toBeGreaterThan(500);
    const [group] = file.unmergedGroups(tenant);
    expect(file.merge(group!)).toBe(false);
    expect(rare(file)).toEqual(plain);
    file.deleteSlice(tenant, documentOf(3), null, 500);
    const fewer = rare(file);
    settle(file);
    expect(file.unmergedGroups(tenant)).toEqual([]);
    expect(rare(file)).toEqual(fewer);
    expect(rare(open('groups.db'))).toEqual(fewer);
    for (let document = 1; document < documents; document++) file.deleteSlice(tenant, documentOf(document), null, 1000);
    settle(file);
    while (!file.shrink());
    expect(read('groups.db', 'SELECT count(*) FROM group_postings')).toBe(0);
    expect(read('groups.db', 'SELECT sum(points) FROM segments')).toBe(1000);
    expect(read('groups.db', 'SELECT freelist_count FROM pragma_freelist_count')).toBeLessThan(2100);
  });

  it('lets two invert or compact the same segment', () => {
    const [one, other] = [open('shared.db'), open('shared.db')];
    one.upsert(tenant, pointsOf(1, SEGMENT + 1));
    const [stale] = other.staleSegments(tenant);
    one.invert(stale!);
    other.invert(stale!);
    one.deleteSlice(tenant, documentOf(1), null, SEGMENT - 5);
    const [sparse] = other.sparseSegments(tenant);
    one.compact(sparse!);
    other.compact(sparse!);
    settle(other);
    expect(one.count(tenant, documentOf(1), 1)).toEqual({ chunk: 6, passage: 0 });
    expect(answer(one).lists.find(({ leg, kind }) => leg === 'sparse' && kind === 'chunk')!.hits.length).toBe(6);
  });

  it('keeps a tenant that uploads and deletes for long as small as what it has', () => {
    const file = open('long.db');
    file.upsert(tenant, pointsOf(0, 10));
    const pages: number[] = [];
    for (let round = 1; round <= 12; round++) {
      file.upsert(tenant, pointsOf(2 * round, 600)); // the greater part goes,
      file.upsert(tenant, pointsOf(2 * round + 1, 10)); // a little stays
      settle(file);
      file.deleteSlice(tenant, documentOf(2 * round), null, 1000);
      settle(file);
      pages.push(read('long.db', 'SELECT page_count FROM pragma_page_count'));
    }
    expect(read('long.db', 'SELECT count(*) FROM points')).toBe(130);
    expect(read('long.db', 'SELECT count(*) FROM segments')).toBeLessThanOrEqual(2);
    expect(read('long.db', 'SELECT count(*) FROM segment_postings')).toBeLessThanOrEqual(2 * 128);
    expect(pages.at(-1)! / pages[2]!).toBeLessThan(1.2);
  });

  it('empties a file of another format, for the reconciler to fill', () => {
    open('old.db').upsert(tenant, pointsOf(1, 5));
    files.pop()!.close();
    const old = new SqliteDatabase(join(directory, 'old.db'));
    old.pragma('user_version = 1');
    old.close();
    expect(open('old.db').documentsAfter(0, 10)).toEqual([]);
  });
});
