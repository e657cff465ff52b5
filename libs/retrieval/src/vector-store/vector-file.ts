import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import { load as loadSqliteVec } from 'sqlite-vec';
import { type DocumentId, type TenantId } from '@lectern/platform';
import { type PointKind, type SparseVector } from '../text/sparse-encoder';
import { best } from './best';
import { toInt8 } from './int8';
import { InvertedSegments, PIECES, SEGMENT, type Matches } from './inverted-segments';
import { scanner } from './scan';
import { fromBytes, toBytes } from './sparse-bytes';
import {
  type Hit,
  type HitList,
  type Point,
  type PointCounts,
  type StoreAnswer,
  type StoredDocument,
  type StoreQuery,
} from './vector-store';

const KINDS: readonly PointKind[] = ['passage', 'chunk'];

/** A point's number is its space's and its own sequence in that: a space is one range of every table, read in one sweep. */
const POINTS_A_SPACE = 2 ** 30;

/** Of texts that wait for inversion, some 2 kB each: those of the tenants that search now. */
const REMEMBERED_TEXTS = 8192;

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS spaces (
    id INTEGER PRIMARY KEY, tenant TEXT NOT NULL, kind TEXT NOT NULL,
    points INTEGER NOT NULL DEFAULT 0, appended INTEGER NOT NULL DEFAULT 0,
    inverted INTEGER NOT NULL DEFAULT 0, pieces INTEGER NOT NULL DEFAULT 0,
    UNIQUE (tenant, kind)
  );
  CREATE TABLE IF NOT EXISTS points (
    number INTEGER PRIMARY KEY, space INTEGER NOT NULL, document TEXT NOT NULL, generation INTEGER NOT NULL, position INTEGER NOT NULL,
    passage INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, page INTEGER, page_end INTEGER,
    UNIQUE (space, document, generation, position)
  );
  CREATE TABLE IF NOT EXISTS vectors (number INTEGER PRIMARY KEY, dense BLOB NOT NULL);
  CREATE TABLE IF NOT EXISTS sparse (number INTEGER PRIMARY KEY, vector BLOB NOT NULL);
  ${InvertedSegments.SCHEMA};
`;

interface Space {
  id: number;
  /** What it holds now. */
  points: number;
  /** What was ever written into it: the next sequence. */
  appended: number;
  /** Segments that are inverted whole, and pieces of the next one that are. Later points are scanned. */
  inverted: number;
  pieces: number;
}

const NO_SPACE: Space = { id: 0, points: 0, appended: 0, inverted: 0, pieces: 0 };

type HitRow = [
  document: DocumentId,
  generation: number,
  index: number,
  passage: number,
  start: number,
  end: number,
  page: number | null,
  pageEnd: number | null,
];

/** The embedded store's file, as one process's thread sees it: synchronous, every method one transaction. */
export class VectorFile {
  private readonly database: Database;
  private readonly segments: InvertedSegments;
  private readonly remembered = new Map<number, SparseVector>();
  private readonly statements: ReturnType<typeof prepare>;

  constructor(file: string) {
    mkdirSync(dirname(file), { recursive: true });
    this.database = new SqliteDatabase(file, { timeout: 0 }); // whoever waits for a lock waits asynchronously, outside
    loadSqliteVec(this.database);
    this.database.pragma('journal_mode = WAL');
    this.database.pragma('synchronous = NORMAL'); // derived data: the reconciler finds what a power cut took
    this.database.pragma('journal_size_limit = 67108864');
    this.database.pragma('cache_size = -32768');
    this.database.pragma('mmap_size = 268435456');
    this.database.transaction(() => this.database.exec(SCHEMA)).immediate();
    this.segments = new InvertedSegments(this.database);
    this.statements = prepare(this.database);
  }

  ping(): void {
    this.statements.space.get('', 'chunk');
  }

  upsert(tenant: TenantId, points: readonly Point[]): void {
    this.database
      .transaction(() => {
        for (const kind of KINDS) {
          const ofKind = points.filter((point) => point.kind === kind);
          if (ofKind.length > 0) this.write(this.openSpace(tenant, kind), ofKind);
        }
      })
      .immediate();
  }

  search(tenant: TenantId, query: StoreQuery): StoreAnswer {
    return this.database.transaction(() => {
      const lists: HitList[] = [];
      let passages = 0;
      let frequencies = new Uint32Array(query.sparse?.indices.length ?? 0);
      for (const kind of KINDS) {
        const space = this.statements.space.get(tenant, kind) ?? NO_SPACE;
        if (query.sparse) {
          const found = this.sparse(space, query.sparse, query);
          lists.push({ leg: 'sparse', kind, hits: this.hits(space, kind, found.ranked) });
          if (kind === 'passage') frequencies = found.frequencies;
        }
        if (query.dense) lists.push({ leg: 'dense', kind, hits: this.hits(space, kind, this.dense(space, query.dense, query)) });
        if (kind === 'passage') passages = space.points;
      }
      return { lists, passages, frequencies };
    })();
  }

  /**
   * Inverts one piece of the tenant's next full segment. Where it stands is written with it, so any process may go on where
   * another stopped.
   * @returns whether there is more to do
   */
  invertPiece(tenant: TenantId): boolean {
    return this.database
      .transaction(() => {
        for (const kind of KINDS) {
          const space = this.statements.space.get(tenant, kind);
          if (!space || space.appended < (space.inverted + 1) * SEGMENT) continue;
          const from = space.inverted * SEGMENT;
          this.segments.invert(space.id, space.inverted, space.pieces, this.textsFrom(space, from, from + SEGMENT));
          const whole = space.pieces + 1 === PIECES;
          this.statements.progress.run(space.inverted + Number(whole), whole ? 0 : space.pieces + 1, space.id);
          return true;
        }
        return false;
      })
      .immediate();
  }

  /** Removes up to `limit` points, so that no lock is held for long; fewer gone than that means that none is left. */
  deleteSlice(tenant: TenantId, documentId: DocumentId, keepGeneration: number | null, limit: number): PointCounts {
    return this.database
      .transaction(() => {
        const gone = { chunk: 0, passage: 0 };
        for (const kind of KINDS) {
          const space = this.statements.space.get(tenant, kind);
          if (!space) continue;
          const numbers = this.statements.numbersOf.all(space.id, documentId, keepGeneration, limit - gone.passage - gone.chunk);
          this.remove(space, numbers);
          gone[kind] = numbers.length;
        }
        return gone;
      })
      .immediate();
  }

  count(tenant: TenantId, documentId: DocumentId, generation: number): PointCounts {
    const of = (kind: PointKind) => this.statements.count.get(tenant, kind, documentId, generation) ?? 0;
    return this.database.transaction(() => ({ chunk: of('chunk'), passage: of('passage') }))();
  }

  documents(): StoredDocument[] {
    return this.statements.documents.all();
  }

  close(): void {
    this.database.close();
  }

  private openSpace(tenant: TenantId, kind: PointKind): Space {
    this.statements.createSpace.run(tenant, kind);
    return this.statements.space.get(tenant, kind)!;
  }

  private write(space: Space, points: readonly Point[]): void {
    const { numberOf, insertPoint, insertVector, insertSparse, grow } = this.statements;
    const replaced = points.flatMap(({ documentId, generation, index }) => numberOf.get(space.id, documentId, generation, index) ?? []);
    this.remove(space, replaced);
    points.forEach((point, i) => {
      const number = space.id * POINTS_A_SPACE + space.appended + i;
      const { documentId, generation, index, passage, start, end, page, pageEnd, dense, sparse } = point;
      insertPoint.run(number, space.id, documentId, generation, index, passage, start, end, page, pageEnd);
      insertVector.run(number, toInt8(dense));
      insertSparse.run(number, toBytes(sparse));
    });
    grow.run(points.length, points.length, space.id);
  }

  private remove(space: Space, numbers: readonly number[]): void {
    if (numbers.length === 0) return;
    const { sparseOf, deletePoint, deleteVector, deleteSparse, grow } = this.statements;
    const touched = (sequence: number) => sequence < (space.inverted + 1) * SEGMENT;
    const texts = numbers.map((number) => [number - space.id * POINTS_A_SPACE, fromBytes(sparseOf.get(number)!)] as const);
    this.segments.remove(
      space.id,
      texts.filter(([sequence]) => touched(sequence)),
    );
    for (const number of numbers) {
      deletePoint.run(number);
      deleteVector.run(number);
      deleteSparse.run(number);
    }
    grow.run(-numbers.length, 0, space.id);
  }

  private textsFrom(space: Space, from: number, to: number): [sequence: number, sparse: SparseVector][] {
    const first = space.id * POINTS_A_SPACE;
    return this.statements.numbersBetween.all(first + from, first + to).map((number) => [number - first, this.textOf(number)]);
  }

  /** A number is never given twice and its text never changes, so what was read once need not be read again. */
  private textOf(number: number): SparseVector {
    let text = this.remembered.get(number);
    if (text) return text;
    text = fromBytes(this.statements.sparseOf.get(number)!);
    if (this.remembered.size >= REMEMBERED_TEXTS) this.remembered.clear();
    this.remembered.set(number, text);
    return text;
  }

  private sparse(space: Space, { indices, values }: SparseVector, { limit, documentIds }: StoreQuery) {
    const matches = Array.from(indices, (): Matches => ({ sequences: [], values: [] }));
    const scan = scanner(indices, matches);
    indices.forEach((term, i) => this.segments.find(space.id, space.inverted, term, matches[i]!));
    for (const [sequence, text] of this.textsFrom(space, space.inverted * SEGMENT, space.appended)) scan(sequence, text);
    const scores = new Float64Array(space.appended);
    matches.forEach((found, i) => {
      const factor = values[i]! * inverseDocumentFrequency(found.sequences.length, space.points);
      found.sequences.forEach((sequence, j) => (scores[sequence]! += factor * found.values[j]!));
    });
    if (documentIds) this.clearOthers(space, documentIds, scores);
    const frequencies = Uint32Array.from(matches, ({ sequences }) => sequences.length);
    return { frequencies, ranked: best(scores, limit).map((sequence): [number, number] => [sequence, scores[sequence]!]) };
  }

  private clearOthers(space: Space, documentIds: readonly DocumentId[], scores: Float64Array): void {
    const kept = new Uint8Array(scores.length);
    for (const number of this.statements.numbersIn.all(JSON.stringify(documentIds), space.id)) kept[number - space.id * POINTS_A_SPACE] = 1;
    for (let i = 0; i < scores.length; i++) if (!kept[i]) scores[i] = 0;
  }

  private dense(space: Space, vector: Float32Array, { limit, documentIds }: StoreQuery): [number, number][] {
    const { nearest, nearestIn } = this.statements;
    const first = space.id * POINTS_A_SPACE;
    const query = toInt8(vector);
    const rows = documentIds
      ? nearestIn.all(query, JSON.stringify(documentIds), space.id, limit)
      : nearest.all(query, first, first + POINTS_A_SPACE, limit);
    return rows.filter(([, distance]) => distance < 1).map(([number, distance]) => [number - first, 1 - distance]);
  }

  private hits(space: Space, kind: PointKind, ranked: readonly [sequence: number, score: number][]): Hit[] {
    const hits = ranked.map(([sequence, score]): Hit => {
      const [documentId, generation, index, passage, start, end, page, pageEnd] = this.statements.hit.get(
        space.id * POINTS_A_SPACE + sequence,
      )!;
      return { documentId, generation, kind, index, passage, start, end, page, pageEnd, score };
    });
    return hits.toSorted(
      (a, b) =>
        b.score - a.score ||
        (a.documentId < b.documentId ? -1 : 1) * Number(a.documentId !== b.documentId) ||
        a.generation - b.generation ||
        a.index - b.index,
    );
  }
}

function prepare(database: Database) {
  return {
    createSpace: database.prepare<[string, string]>('INSERT INTO spaces (tenant, kind) VALUES (?, ?) ON CONFLICT DO NOTHING'),
    space: database.prepare<[string, string], Space>(
      'SELECT id, points, appended, inverted, pieces FROM spaces WHERE tenant = ? AND kind = ?',
    ),
    grow: database.prepare<[number, number, number]>('UPDATE spaces SET points = points + ?, appended = appended + ? WHERE id = ?'),
    insertPoint: database.prepare('INSERT INTO points VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)'),
    insertVector: database.prepare<[number, Int8Array]>('INSERT INTO vectors VALUES (?, ?)'),
    insertSparse: database.prepare<[number, Uint8Array]>('INSERT INTO sparse VALUES (?, ?)'),
    progress: database.prepare<[number, number, number]>('UPDATE spaces SET inverted = ?, pieces = ? WHERE id = ?'),
    deletePoint: database.prepare<[number]>('DELETE FROM points WHERE number = ?'),
    deleteVector: database.prepare<[number]>('DELETE FROM vectors WHERE number = ?'),
    deleteSparse: database.prepare<[number]>('DELETE FROM sparse WHERE number = ?'),
    sparseOf: database.prepare<[number], Buffer>('SELECT vector FROM sparse WHERE number = ?').pluck(),
    numbersBetween: database.prepare<[number, number], number>('SELECT number FROM sparse WHERE number >= ? AND number < ?').pluck(),
    numberOf: database
      .prepare<[number, string, number, number], number>(
        'SELECT number FROM points WHERE space = ? AND document = ? AND generation = ? AND position = ?',
      )
      .pluck(),
    numbersOf: database
      .prepare<[number, string, number | null, number], number>(
        'SELECT number FROM points WHERE space = ? AND document = ? AND generation IS NOT ? LIMIT ?',
      )
      .pluck(),
    numbersIn: database
      .prepare<[string, number], number>(
        'SELECT p.number FROM json_each(?) d CROSS JOIN points p WHERE p.document = d.value AND p.space = ?',
      )
      .pluck(),
    hit: database
      .prepare<[number], HitRow>(
        'SELECT document, generation, position, passage, start, "end", page, page_end FROM points WHERE number = ?',
      )
      .raw(),
    nearest: database
      .prepare<[Int8Array, number, number, number], [number, number]>(
        `SELECT number, vec_distance_cosine(vec_int8(dense), vec_int8(?)) AS distance FROM vectors
         WHERE number >= ? AND number < ? ORDER BY distance, number LIMIT ?`,
      )
      .raw(),
    nearestIn: database
      .prepare<[Int8Array, string, number, number], [number, number]>(
        `SELECT v.number, vec_distance_cosine(vec_int8(v.dense), vec_int8(?)) AS distance
         FROM json_each(?) d CROSS JOIN points p CROSS JOIN vectors v
         WHERE p.space = ? AND p.document = d.value AND v.number = p.number ORDER BY distance, v.number LIMIT ?`,
      )
      .raw(),
    count: database
      .prepare<[string, string, string, number], number>(
        `SELECT count(*) FROM spaces s JOIN points p ON p.space = s.id
         WHERE s.tenant = ? AND s.kind = ? AND p.document = ? AND p.generation = ?`,
      )
      .pluck(),
    documents: database.prepare<[], StoredDocument>(
      `SELECT s.tenant, p.document AS documentId, p.generation, sum(s.kind = 'chunk') AS chunk, sum(s.kind = 'passage') AS passage
       FROM points p JOIN spaces s ON s.id = p.space GROUP BY s.tenant, p.document, p.generation`,
    ),
  };
}

/** Lucene's BM25 form, never negative; Qdrant's `idf` modifier is the same. */
function inverseDocumentFrequency(frequency: number, points: number): number {
  return Math.log(1 + (points - frequency + 0.5) / (frequency + 0.5));
}
