import { type Database } from 'better-sqlite3';
import { type DocumentId, type TenantId } from '@lectern/platform';
import { type PointKind } from '../text/sparse-encoder';
import { DenseSearch } from './dense-search';
import { spaceOf } from './layout';
import { openFile } from './open-file';
import { Points } from './points';
import { Postings } from './postings';
import { Segments } from './segments';
import { Spaces, type Space } from './spaces';
import { SparseSearch } from './sparse-search';
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

/** The embedded store's file, as one process's thread sees it: synchronous, every method one transaction. */
export class VectorFile {
  private readonly database: Database;
  private readonly spaces: Spaces;
  private readonly points: Points;
  private readonly segments: Segments;
  private readonly sparse: SparseSearch;
  private readonly dense: DenseSearch;

  constructor(file: string) {
    this.database = openFile(file);
    const postings = new Postings(this.database);
    this.spaces = new Spaces(this.database);
    this.points = new Points(this.database);
    this.segments = new Segments(this.database, this.points, postings);
    this.sparse = new SparseSearch(this.points, this.segments, postings);
    this.dense = new DenseSearch(this.database);
  }

  ping(): void {
    this.spaces.byId(0);
  }

  upsert(tenant: TenantId, points: readonly Point[]): void {
    this.writing(() => {
      for (const [kind, ofKind] of Map.groupBy(points, (point) => point.kind)) {
        const space = this.spaces.open(tenant, kind);
        const { numbers, appended } = this.points.write(space, ofKind);
        this.spaces.grow(space, appended, appended);
        this.segments.changed(numbers);
      }
    });
  }

  /** Removes up to `limit` points, so that no lock is held for long; fewer gone than that means that none is left. */
  deleteSlice(tenant: TenantId, documentId: DocumentId, keepGeneration: number | null, limit: number): PointCounts {
    return this.writing(() => {
      const gone = { chunk: 0, passage: 0 };
      for (const kind of KINDS) {
        const space = this.spaces.find(tenant, kind);
        const numbers = this.points.numbersOfDocument(space, documentId, keepGeneration, limit - gone.passage - gone.chunk);
        this.points.remove(numbers);
        this.spaces.grow(space, -numbers.length, 0);
        this.segments.changed(numbers);
        gone[kind] = numbers.length;
      }
      return gone;
    });
  }

  /** The tenant's segments that deletes have left half empty. */
  sparseSegments(tenant: TenantId): number[] {
    return this.reading(() => this.spacesOf(tenant).flatMap((space) => this.segments.sparse(space)));
  }

  compact(segment: number): void {
    this.writing(() => {
      const space = this.spaces.byId(spaceOf(segment));
      this.spaces.grow(space, 0, this.segments.compact(space, segment));
    });
  }

  /** The tenant's segments that searches have to scan. */
  staleSegments(tenant: TenantId): number[] {
    return this.reading(() => this.spacesOf(tenant).flatMap((space) => this.segments.stale(space)));
  }

  invert(segment: number): void {
    this.writing(() => this.segments.invert(segment));
  }

  search(tenant: TenantId, query: StoreQuery): StoreAnswer {
    return this.reading(() => {
      const lists: HitList[] = [];
      let frequencies: Uint32Array = new Uint32Array(0);
      for (const kind of KINDS) {
        const space = this.spaces.find(tenant, kind);
        if (query.sparse) {
          const found = this.sparse.search(space, query.sparse, query);
          lists.push({ leg: 'sparse', kind, hits: this.hits(kind, found.ranked) });
          if (kind === 'passage' && query.frequenciesOf)
            frequencies = query.frequenciesOf.map((term) => found.frequencies[query.sparse!.indices.indexOf(term)] ?? 0);
        }
        if (query.dense) lists.push({ leg: 'dense', kind, hits: this.hits(kind, this.dense.search(space, query.dense, query)) });
      }
      return { lists, passages: this.spaces.find(tenant, 'passage').points, frequencies };
    });
  }

  count(tenant: TenantId, documentId: DocumentId, generation: number): PointCounts {
    const of = (kind: PointKind) => this.points.count(this.spaces.find(tenant, kind), documentId, generation);
    return this.reading(() => ({ chunk: of('chunk'), passage: of('passage') }));
  }

  documents(): StoredDocument[] {
    return this.points.documents();
  }

  close(): void {
    this.database.close();
  }

  private spacesOf(tenant: TenantId): Space[] {
    return KINDS.map((kind) => this.spaces.find(tenant, kind));
  }

  private hits(kind: PointKind, ranked: readonly [number: number, score: number][]): Hit[] {
    return ranked
      .map(([number, score]) => this.points.hit(kind, number, score))
      .toSorted(
        (a, b) =>
          b.score - a.score ||
          (a.documentId < b.documentId ? -1 : 1) * Number(a.documentId !== b.documentId) ||
          a.generation - b.generation ||
          a.index - b.index,
      );
  }

  private reading<T>(read: () => T): T {
    return this.database.transaction(read)();
  }

  /** With the write lock from the start: a transaction that asks for it halfway may be refused for what others wrote meanwhile. */
  private writing<T>(write: () => T): T {
    return this.database.transaction(write).immediate();
  }
}
