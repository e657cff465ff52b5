import { type DocumentId, type TenantId } from '@lectern/platform';
import { type PointKind, type SparseVector } from '../text/sparse-encoder';
import { type Hit, type HitList, type Point, type PointCounts, type StoreAnswer, type StoreQuery } from './vector-store';

const KINDS: readonly PointKind[] = ['chunk', 'passage'];

/** What a VectorStore is to answer, computed from all points in the plainest way; lists are not cut off at the limit. */
export class ReferenceStore {
  private readonly tenants = new Map<TenantId, Map<string, Point>>();

  upsert(tenant: TenantId, points: readonly Point[]): void {
    const held = this.tenants.get(tenant) ?? new Map<string, Point>();
    for (const point of points) held.set(point.id, point);
    this.tenants.set(tenant, held);
  }

  deleteDocument(tenant: TenantId, documentId: DocumentId, keepGeneration: number | undefined): PointCounts {
    const gone = this.points(tenant).filter((point) => point.documentId === documentId && point.generation !== keepGeneration);
    for (const { id } of gone) this.tenants.get(tenant)!.delete(id);
    return countOf(gone);
  }

  count(tenant: TenantId, documentId: DocumentId, generation: number): PointCounts {
    return countOf(this.points(tenant).filter((point) => point.documentId === documentId && point.generation === generation));
  }

  search(tenant: TenantId, { sparse, dense, documentIds, frequenciesOf }: StoreQuery): StoreAnswer {
    const lists = KINDS.flatMap((kind): HitList[] => {
      const all = this.points(tenant).filter((point) => point.kind === kind);
      const found = all.filter(({ documentId }) => documentIds?.includes(documentId) ?? true);
      const list = (leg: HitList['leg'], scoreOf: (point: Point) => number): HitList => ({ leg, kind, hits: ranked(found, scoreOf) });
      return [
        ...(sparse ? [list('sparse', (point) => product(sparse, point.sparse, all))] : []),
        ...(dense ? [list('dense', (point) => dense.reduce((sum, value, i) => sum + value * point.dense[i]!, 0))] : []),
      ];
    });
    const passages = this.points(tenant).filter(({ kind }) => kind === 'passage');
    return {
      lists,
      passages: passages.length,
      frequencies: (frequenciesOf ?? new Uint32Array(0)).map((term) => frequency(term, passages)),
    };
  }

  private points(tenant: TenantId): Point[] {
    return [...(this.tenants.get(tenant)?.values() ?? [])];
  }
}

function countOf(points: readonly Point[]): PointCounts {
  const of = (kind: PointKind) => points.filter((point) => point.kind === kind).length;
  return { chunk: of('chunk'), passage: of('passage') };
}

function frequency(term: number, points: readonly Point[]): number {
  return points.filter(({ sparse }) => sparse.indices.includes(term)).length;
}

function product(query: SparseVector, text: SparseVector, all: readonly Point[]): number {
  let sum = 0;
  query.indices.forEach((term, i) => {
    const at = text.indices.indexOf(term);
    if (at < 0) return;
    const holding = frequency(term, all);
    sum += query.values[i]! * text.values[at]! * Math.log(1 + (all.length - holding + 0.5) / (holding + 0.5));
  });
  return sum;
}

function ranked(points: readonly Point[], scoreOf: (point: Point) => number): Hit[] {
  return points
    .map(({ id: _id, dense, sparse, ...source }): Hit => ({ ...source, score: scoreOf({ id: _id, dense, sparse, ...source }) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score);
}
