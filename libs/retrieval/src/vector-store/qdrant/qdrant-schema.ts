import { type EmbeddingSignature } from '@lectern/embedding';
import { type Schemas } from '@qdrant/js-client-rest';

/** Names of the two vectors of a point. */
export const DENSE = 'dense';
export const SPARSE = 'terms';

/** Raised when points of the older schema cannot be read or written by the newer code. */
export const SCHEMA_VERSION = 1;

/**
 * The collection of one signature. What is not said here is Qdrant's default; a tenant below `full_scan_threshold` (2,500 vectors
 * of 1,024 dimensions) is searched exactly.
 */
export function collectionOf({ dimension }: EmbeddingSignature, metadata: Record<string, unknown>): Schemas['CreateCollection'] {
  return {
    vectors: {
      [DENSE]: {
        size: dimension,
        distance: 'Cosine',
        memory: 'cached',
        // no graph over all tenants, since no search is: one for each tenant that is large enough
        hnsw_config: { m: 0, payload_m: 16, ef_construct: 128 },
        quantization_config: { scalar: { type: 'int8', quantile: 0.99, memory: 'pinned' } },
      },
    },
    sparse_vectors: { [SPARSE]: { modifier: 'idf', index: { memory: 'pinned' } } },
    payload: { memory: 'cold' },
    metadata,
    // a filter that names a field without an index is a mistake. Exact search stays allowed: exact counts need it
    strict_mode_config: {
      enabled: true,
      unindexed_filtering_retrieve: false,
      unindexed_filtering_update: false,
      upsert_max_batchsize: 256,
      max_payload_index_count: 16,
    },
  };
}

/** Payload fields that filters name. Only the tenant's gets links in the graphs: each field with links costs memory. */
export const PAYLOAD_INDEXES: Readonly<Record<string, Schemas['PayloadSchemaParams']>> = {
  tenant_id: { type: 'keyword', is_tenant: true },
  document_id: { type: 'keyword', enable_hnsw: false },
  generation: { type: 'integer', lookup: true, range: false, enable_hnsw: false },
  kind: { type: 'keyword', enable_hnsw: false },
  owner: { type: 'keyword', enable_hnsw: false },
};
