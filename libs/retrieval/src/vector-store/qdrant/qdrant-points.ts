import { type DocumentId, type TenantId } from '@lectern/platform';
import { type Schemas } from '@qdrant/js-client-rest';
import { v5 } from 'uuid';
import { type PointKind } from '../../text/sparse-encoder';
import { assertTenant } from '../assert-call';
import { DENSE, SPARSE } from './qdrant-schema';
import { type Hit, type Point } from '../vector-store';

type Filter = Schemas['Filter'] & { must: Schemas['FieldCondition'][] };
export type ScoredPoint = Schemas['ScoredPoint'];

interface Payload {
  tenant_id: TenantId;
  document_id: DocumentId;
  generation: number;
  kind: PointKind;
  /** `ownerOf`: what points are counted by. */
  owner: string;
  index: number;
  passage: number;
  start: number;
  end: number;
  page: number | null;
  page_end: number | null;
}

/** What a hit is made of. */
export const HIT_FIELDS = [
  'tenant_id',
  'document_id',
  'generation',
  'index',
  'passage',
  'start',
  'end',
  'page',
  'page_end',
] as const satisfies (keyof Payload)[];

/** At most this many points and numbers in one request: some 4 MB of JSON. */
const POINTS_A_REQUEST = 256;
const NUMBERS_A_REQUEST = 200_000;

/**
 * The choke point of tenancy: every filter over points is made here, and none without a tenant, which an empty filter, read by
 * Qdrant as "everything", would be.
 */
export function within(tenant: TenantId, ...conditions: Schemas['FieldCondition'][]): Filter {
  assertTenant(tenant);
  return { must: [is('tenant_id', tenant), ...conditions] };
}

export function is(key: keyof Payload, value: string | number): Schemas['FieldCondition'] {
  return { key, match: { value } };
}

/** Its id is the tenant's own: a point never replaces another tenant's, whatever ids their documents have. */
export function structOf(tenant: TenantId, { id, dense, sparse, ...source }: Point): Schemas['PointStruct'] {
  const payload: Payload = {
    tenant_id: tenant,
    document_id: source.documentId,
    generation: source.generation,
    kind: source.kind,
    owner: ownerOf(tenant, source.documentId, source.generation),
    index: source.index,
    passage: source.passage,
    start: source.start,
    end: source.end,
    page: source.page,
    page_end: source.pageEnd,
  };
  const vector = { [DENSE]: Array.from(dense), [SPARSE]: { indices: Array.from(sparse.indices), values: Array.from(sparse.values) } };
  return { id: v5(tenant, id), vector, payload: { ...payload } };
}

/** @throws where the server gave what the filter forbids */
export function hitOf(tenant: TenantId, kind: PointKind, { score, payload }: ScoredPoint): Hit {
  const { tenant_id, document_id, generation, index, passage, start, end, page, page_end } = payload as unknown as Payload;
  if (tenant_id !== tenant) throw new Error('A search gave a point of another tenant.');
  return { documentId: document_id, generation, kind, index, passage, start, end, page, pageEnd: page_end, score };
}

/** Tenant, document and generation as one value, so that one question counts the points of all; the tenant last, since it may hold anything. */
function ownerOf(tenant: TenantId, documentId: DocumentId, generation: number): string {
  return `${documentId}/${generation}/${tenant}`;
}

export function ownerFrom(owner: string): { tenant: TenantId; documentId: DocumentId; generation: number } {
  const [documentId, generation, ...tenant] = owner.split('/');
  return { tenant: tenant.join('/') as TenantId, documentId: documentId as DocumentId, generation: Number(generation) };
}

export function* requestsOf(points: readonly Point[]): Generator<Point[]> {
  let request: Point[] = [];
  let numbers = 0;
  for (const point of points) {
    const size = point.dense.length + 2 * point.sparse.indices.length;
    if (request.length === POINTS_A_REQUEST || (request.length > 0 && numbers + size > NUMBERS_A_REQUEST)) {
      yield request;
      request = [];
      numbers = 0;
    }
    request.push(point);
    numbers += size;
  }
  if (request.length > 0) yield request;
}
