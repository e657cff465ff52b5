import { create, insertMultiple, search, type AnyOrama } from '@orama/orama';
import { DIMENSION } from '../library';
import { type System } from '../system';

/** Chunks in memory, an instance a tenant, which is its quickest; its hybrid search with vectors of any cosine. */
export async function orama(): Promise<System> {
  const instances = new Map<number, AnyOrama>();
  return {
    async add(documents) {
      for (const { tenant, chunks } of documents) {
        const instance = instances.get(tenant) ?? create({ schema: { text: 'string', vector: `vector[${DIMENSION}]` } as const });
        instances.set(tenant, instance);
        await insertMultiple(
          instance,
          chunks.map(({ text, vector }) => ({ text, vector: Array.from(vector) })),
          chunks.length,
        );
      }
    },
    async finish() {},
    async search({ tenant, text, vector }, limit) {
      const { hits } = await search(instances.get(tenant)!, {
        mode: 'hybrid',
        term: text,
        vector: { value: Array.from(vector), property: 'vector' },
        similarity: 0,
        limit,
      });
      return hits.length;
    },
    async close() {},
  };
}
