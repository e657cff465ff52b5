import { type TenantId } from '@lectern/platform';
import { type Schemas } from '@qdrant/js-client-rest';
import { POINT_KINDS, type PointKind } from '../../text/sparse-encoder';
import { HIT_FIELDS, hitOf, is, within, type ScoredPoint } from './qdrant-points';
import { DENSE, SPARSE } from './qdrant-schema';
import { type Hit, type HitList, type StoreQuery } from '../vector-store';

type Query = Schemas['QueryRequest'];

/** A kind that no point has. */
const NO_KIND = 'none';

/** The queries that give a search its lists, each with the name of its list. */
export function listQueries(
  tenant: TenantId,
  { sparse, dense, limit, documentIds }: StoreQuery,
): { list: Omit<HitList, 'hits'>; query: Query | undefined }[] {
  const queries = [];
  for (const kind of POINT_KINDS) {
    const population = within(tenant, is('kind', kind));
    const filter = documentIds ? { must: [...population.must, { key: 'document_id', match: { any: [...documentIds] } }] } : population;
    const common = { filter, limit, with_payload: [...HIT_FIELDS] };
    if (sparse) {
      const query = { ...common, query: sparseOf(sparse.indices, sparse.values), using: SPARSE, params: { idf: { corpus: population } } };
      // a query of no terms finds nothing, and Qdrant would refuse it
      queries.push({ list: { leg: 'sparse', kind } as const, query: sparse.indices.length > 0 ? query : undefined });
    }
    if (dense) {
      // candidates by their quantised vectors, twice as many as asked for, then ranked by the vectors themselves
      const params = { quantization: { rescore: true, oversampling: 2 } };
      queries.push({ list: { leg: 'dense', kind } as const, query: { ...common, query: Array.from(dense), using: DENSE, params } });
    }
  }
  return queries;
}

/** Hits in the order that the port promises; Qdrant leaves open that of equal scores. */
export function hitsOf(tenant: TenantId, kind: PointKind, points: readonly ScoredPoint[]): Hit[] {
  return points
    .filter(({ score }) => score > 0)
    .map((point) => hitOf(tenant, kind, point))
    .toSorted((a, b) => b.score - a.score || compare(a.documentId, b.documentId) || a.generation - b.generation || a.index - b.index);
}

/**
 * Two queries a term, from which `frequencyOf` tells how many passages hold it. Both find the passage that holds it best; they
 * score it with the IDF among the tenant's passages, and among no points at all, where every term's is ln 2.
 */
export function frequencyQueries(tenant: TenantId, terms: Uint32Array): Query[] {
  const passages = within(tenant, is('kind', 'passage'));
  const nothing = within(tenant, is('kind', NO_KIND));
  return Array.from(terms).flatMap((term) =>
    [passages, nothing].map((corpus) => {
      return { query: sparseOf([term], [1]), using: SPARSE, filter: passages, limit: 1, params: { idf: { corpus } } };
    }),
  );
}

/** Qdrant's IDF is ln(1 + (N - n + 0.5) / (n + 0.5)) = ln((N + 1) / (n + 0.5)), solved for n. */
export function frequencyOf(passages: number, best: ScoredPoint | undefined, bestOfNothing: ScoredPoint | undefined): number {
  if (!best || !bestOfNothing) return 0;
  const idf = (Math.LN2 * best.score) / bestOfNothing.score;
  return Math.min(passages, Math.round((passages + 1) / Math.exp(idf) - 0.5));
}

function sparseOf(indices: Iterable<number>, values: Iterable<number>): Schemas['SparseVector'] {
  return { indices: Array.from(indices), values: Array.from(values) };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
