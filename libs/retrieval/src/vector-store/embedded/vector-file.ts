import { type Database } from 'better-sqlite3';
import { type DocumentId, type TenantId } from '@lectern/platform';
import { POINT_KINDS, type PointKind } from '../../text/sparse-encoder';
import { type DocumentEntry } from './documents';
import { OtherSignatureError } from './file-errors';
import { FileSearch } from './file-search';
import { pointsOfSpace, spaceOf } from './layout';
import { type FileOptions, inodeOf, openFile, ownerOf } from './open-file';
import { type PackedAnswer } from './packed-answer';
import { type Space } from './spaces';
import { tablesOf, type Tables } from './tables';
import { type Point, type PointCounts, type StoreQuery } from '../vector-store';

/** Free pages (of 16 kB) that are not worth giving back, and how many one transaction gives back. */
const FREE_PAGES_KEPT = 2048;
const PAGES_A_TRANSACTION = 500;

/** The embedded store's file, as one process's thread sees it: synchronous, every method one transaction. */
export class VectorFile {
  readonly inode: number;
  readonly notice: string | undefined;
  private readonly database: Database;
  private readonly tables: Tables;
  private readonly fileSearch: FileSearch;

  constructor(private readonly options: FileOptions) {
    const { database, inode, notice } = openFile(options);
    this.database = database;
    this.inode = inode;
    this.notice = notice;
    this.tables = tablesOf(database);
    this.fileSearch = new FileSearch(this.tables);
  }

  /** Whether another file, or none, lies at its path by now. */
  get isReplaced(): boolean {
    return inodeOf(this.options.file) !== this.inode;
  }

  ping(): void {
    this.reading(() => this.tables.spaces.byId(0));
  }

  upsert(tenant: TenantId, points: readonly Point[]): void {
    this.writing(() => {
      const distinct = new Map(points.map((point) => [point.id, point]));
      for (const [kind, ofKind] of Map.groupBy(distinct.values(), (point) => point.kind))
        this.append(this.tables.spaces.open(tenant, kind), ofKind);
    });
  }

  /** Removes up to `limit` points, so that no lock is held for long; fewer gone than that means that none is left. */
  deleteSlice(tenant: TenantId, documentId: DocumentId, keepGeneration: number | null, limit: number): PointCounts {
    return this.writing(() => {
      const gone = { chunk: 0, passage: 0 };
      for (const kind of POINT_KINDS) {
        const space = this.tables.spaces.find(tenant, kind);
        for (const document of this.tables.documents.ids(space, documentId, keepGeneration)) {
          const numbers = this.tables.points.numbersOf(document, limit - gone.passage - gone.chunk);
          this.remove(space, numbers);
          gone[kind] += numbers.length;
        }
      }
      return gone;
    });
  }

  /** The tenant's segments that deletes have left half empty. */
  sparseSegments(tenant: TenantId): number[] {
    return this.reading(() => this.spacesOf(tenant).flatMap((space) => this.tables.segments.sparse(space)));
  }

  compact(segment: number): void {
    this.writing(() => {
      const space = this.tables.spaces.byId(spaceOf(segment));
      this.tables.spaces.grow(space, 0, this.tables.segments.compact(space, segment));
    });
  }

  /** The tenant's segments with points that searches have to scan. */
  staleSegments(tenant: TenantId): number[] {
    return this.reading(() => this.spacesOf(tenant).flatMap((space) => this.tables.segments.stale(space)));
  }

  invert(segment: number): void {
    this.writing(() => this.tables.segments.invert(this.tables.spaces.byId(spaceOf(segment)), segment));
  }

  /** The tenant's groups of segments that are worth merging. */
  unmergedGroups(tenant: TenantId): number[] {
    return this.reading(() => this.spacesOf(tenant).flatMap((space) => this.tables.segments.unmerged(space)));
  }

  /** Goes on with merging a group, and tells whether that was the last of it. */
  merge(group: number): boolean {
    return this.writing(() => this.tables.segments.merge(group));
  }

  /** Gives free room back to the disk, where it is more than new points will soon need, and tells whether that was the last of it. */
  shrink(): boolean {
    return this.writing(() => {
      const free = this.database.pragma('freelist_count', { simple: true }) as number;
      const pages = this.database.pragma('page_count', { simple: true }) as number;
      if (free < Math.max(FREE_PAGES_KEPT, pages / 4)) return true;
      this.database.pragma(`incremental_vacuum(${PAGES_A_TRANSACTION})`);
      return false;
    });
  }

  search(tenant: TenantId, query: StoreQuery): PackedAnswer {
    return this.reading(() => this.fileSearch.search(tenant, query));
  }

  count(tenant: TenantId, documentId: DocumentId, generation: number): PointCounts {
    const of = (kind: PointKind) => this.tables.documents.count(this.tables.spaces.find(tenant, kind), documentId, generation);
    return this.reading(() => ({ chunk: of('chunk'), passage: of('passage') }));
  }

  /** A page of all documents. */
  documentsAfter(id: number, limit: number): DocumentEntry[] {
    return this.reading(() => this.tables.documents.after(id, limit));
  }

  close(): void {
    this.database.close();
  }

  /** Points are written behind all others, those that they replace are removed. */
  private append(space: Space, points: readonly Point[]): void {
    const documents = points.map(({ documentId, generation }) => this.tables.documents.add(space, documentId, generation));
    const replaced = points.flatMap(({ index }, i) => this.tables.points.numberOf(documents[i]!, index) ?? []);
    this.remove(space, replaced);
    const first = pointsOfSpace(space.id).from + space.appended;
    points.forEach((point, i) => this.tables.points.write(first + i, documents[i]!, point));
    this.tables.vectors.append(
      first,
      points.map(({ dense }) => dense),
    );
    this.tables.segments.added(points.map((_, i) => first + i));
    this.tables.spaces.grow(space, points.length, points.length);
  }

  private remove(space: Space, numbers: readonly number[]): void {
    for (const number of numbers) {
      const document = this.tables.points.documentOf(number);
      this.tables.points.remove(number);
      this.tables.documents.subtract(document);
    }
    this.tables.vectors.remove(numbers);
    this.tables.segments.removed(numbers);
    this.tables.spaces.grow(space, -numbers.length, 0);
  }

  private spacesOf(tenant: TenantId): Space[] {
    return POINT_KINDS.map((kind) => this.tables.spaces.find(tenant, kind));
  }

  private reading<T>(read: () => T): T {
    return this.database.transaction(() => this.owned(read))();
  }

  /** With the write lock from the start: a transaction that asks for it halfway may be refused for what others wrote meanwhile. */
  private writing<T>(write: () => T): T {
    return this.database.transaction(() => this.owned(write)).immediate();
  }

  /** @throws OtherSignatureError where a later process has made the file one of other vectors */
  private owned<T>(work: () => T): T {
    const { signature } = ownerOf(this.database);
    if (signature !== this.options.signature) throw new OtherSignatureError(signature, this.options.signature);
    return work();
  }
}
