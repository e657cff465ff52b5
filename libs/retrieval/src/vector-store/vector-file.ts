import { type Database } from 'better-sqlite3';
import { type DocumentId, type TenantId } from '@lectern/platform';
import { type PointKind } from '../text/sparse-encoder';
import { best } from './best';
import { DenseSearch } from './dense-search';
import { Documents, type DocumentEntry } from './documents';
import { OtherSignatureError } from './file-errors';
import { Groups } from './groups';
import { Hits } from './hits';
import { GROUP_BLOCK_BITS, pointsOfSpace, SEGMENT_BLOCK_BITS, spaceOf } from './layout';
import { type FileOptions, inodeOf, openFile, ownerOf } from './open-file';
import { type PackedAnswer, type PackedList } from './packed-answer';
import { Places } from './places';
import { Points } from './points';
import { Postings } from './postings';
import { Segments } from './segments';
import { Spaces, type Space } from './spaces';
import { SparseSearch } from './sparse-search';
import { type Point, type PointCounts, type StoreQuery } from './vector-store';
import { Vectors } from './vectors';

const KINDS: readonly PointKind[] = ['passage', 'chunk'];

/** Pages of free room that are not worth giving back, and how many one transaction gives back. */
const FREE_PAGES_KEPT = 2048;
const PAGES_A_TRANSACTION = 1000;

/** The embedded store's file, as one process's thread sees it: synchronous, every method one transaction. */
export class VectorFile {
  readonly inode: number;
  readonly notice: string | undefined;
  private readonly database: Database;
  private readonly spaces: Spaces;
  private readonly documents: Documents;
  private readonly points: Points;
  private readonly vectors: Vectors;
  private readonly segments: Segments;
  private readonly sparse: SparseSearch;
  private readonly dense: DenseSearch;

  constructor(private readonly options: FileOptions) {
    const { database, inode, notice } = openFile(options);
    this.database = database;
    this.inode = inode;
    this.notice = notice;
    const ofSegments = new Postings(database, { table: 'segment_postings', blockBits: SEGMENT_BLOCK_BITS });
    const ofGroups = new Postings(database, { table: 'group_postings', blockBits: GROUP_BLOCK_BITS });
    const groups = new Groups(database, ofSegments, ofGroups);
    this.spaces = new Spaces(database);
    this.documents = new Documents(database);
    this.points = new Points(database);
    this.vectors = new Vectors(database);
    this.segments = new Segments(database, this.points, this.vectors, ofSegments, groups);
    this.sparse = new SparseSearch(this.points, groups, ofSegments, ofGroups);
    this.dense = new DenseSearch(this.vectors);
  }

  /** Whether another file, or none, lies at its path by now. */
  get isReplaced(): boolean {
    return inodeOf(this.options.file) !== this.inode;
  }

  ping(): void {
    this.reading(() => this.spaces.byId(0));
  }

  upsert(tenant: TenantId, points: readonly Point[]): void {
    this.writing(() => {
      const distinct = new Map(points.map((point) => [point.id, point]));
      for (const [kind, ofKind] of Map.groupBy(distinct.values(), (point) => point.kind))
        this.append(this.spaces.open(tenant, kind), ofKind);
    });
  }

  /** Removes up to `limit` points, so that no lock is held for long; fewer gone than that means that none is left. */
  deleteSlice(tenant: TenantId, documentId: DocumentId, keepGeneration: number | null, limit: number): PointCounts {
    return this.writing(() => {
      const gone = { chunk: 0, passage: 0 };
      for (const kind of KINDS) {
        const space = this.spaces.find(tenant, kind);
        for (const document of this.documents.ids(space, documentId, keepGeneration)) {
          const numbers = this.points.numbersOf(document, limit - gone.passage - gone.chunk);
          this.remove(space, numbers);
          gone[kind] += numbers.length;
        }
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

  /** The tenant's segments with points that searches have to scan. */
  staleSegments(tenant: TenantId): number[] {
    return this.reading(() => this.spacesOf(tenant).flatMap((space) => this.segments.stale(space)));
  }

  invert(segment: number): void {
    this.writing(() => this.segments.invert(this.spaces.byId(spaceOf(segment)), segment));
  }

  /** The tenant's groups of segments that are worth merging. */
  unmergedGroups(tenant: TenantId): number[] {
    return this.reading(() => this.spacesOf(tenant).flatMap((space) => this.segments.unmerged(space)));
  }

  /** Goes on with merging a group, and tells whether that was the last of it. */
  merge(group: number): boolean {
    return this.writing(() => this.segments.merge(group));
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

  search(tenant: TenantId, { sparse, dense, limit, documentIds, frequenciesOf }: StoreQuery): PackedAnswer {
    return this.reading(() => {
      const hits = new Hits(this.points, this.documents);
      const lists: PackedList[] = [];
      let frequencies: Uint32Array = new Uint32Array(0);
      for (const kind of KINDS) {
        const space = this.spaces.find(tenant, kind);
        const places = new Places(this.segments.of(space));
        const among = documentIds && this.points.numbersOfDocuments(space, documentIds);
        const ranked = (scores: Float64Array) => best(scores, limit).map((place) => [places.numberAt(place), scores[place]!] as const);
        if (sparse) {
          const found = this.sparse.search(space, places, sparse);
          keepOnly(places, among, found.scores);
          lists.push(hits.list('sparse', kind, ranked(found.scores)));
          if (kind === 'passage' && frequenciesOf)
            frequencies = frequenciesOf.map((term) => found.frequencies[sparse.indices.indexOf(term)] ?? 0);
        }
        if (dense) lists.push(hits.list('dense', kind, ranked(this.dense.search(space, places, dense, limit, among))));
      }
      return { lists, ...hits.packed(), passages: this.spaces.find(tenant, 'passage').points, frequencies };
    });
  }

  count(tenant: TenantId, documentId: DocumentId, generation: number): PointCounts {
    const of = (kind: PointKind) => this.documents.count(this.spaces.find(tenant, kind), documentId, generation);
    return this.reading(() => ({ chunk: of('chunk'), passage: of('passage') }));
  }

  /** A page of all documents. */
  documentsAfter(id: number, limit: number): DocumentEntry[] {
    return this.reading(() => this.documents.after(id, limit));
  }

  close(): void {
    this.database.close();
  }

  /** Points are written behind all others, those that they replace are removed. */
  private append(space: Space, points: readonly Point[]): void {
    const documents = points.map(({ documentId, generation }) => this.documents.add(space, documentId, generation));
    const replaced = points.flatMap(({ index }, i) => this.points.numberOf(documents[i]!, index) ?? []);
    this.remove(space, replaced);
    const first = pointsOfSpace(space.id).from + space.appended;
    points.forEach((point, i) => {
      this.points.write(first + i, documents[i]!, point);
      this.vectors.write(first + i, point.dense);
    });
    this.segments.added(points.map((_, i) => first + i));
    this.spaces.grow(space, points.length, points.length);
  }

  private remove(space: Space, numbers: readonly number[]): void {
    for (const number of numbers) {
      const [document] = this.points.row(number);
      this.points.remove(number);
      this.vectors.remove(number);
      this.documents.subtract(document);
    }
    this.segments.removed(numbers);
    this.spaces.grow(space, -numbers.length, 0);
  }

  private spacesOf(tenant: TenantId): Space[] {
    return KINDS.map((kind) => this.spaces.find(tenant, kind));
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

function keepOnly(places: Places, among: readonly number[] | undefined, scores: Float64Array): void {
  const kept = among && places.only(among);
  for (let place = 0; place < scores.length; place++) if (kept ? !kept[place] : places.gone[place]) scores[place] = 0;
}
