import { type EmbeddingProvider } from '@lectern/embedding';
import { type TenantId } from '@lectern/platform';
import { encodeQuery, pointId, type Point, type PointKind } from '@lectern/retrieval';
import { encodePassage, type TermWeights } from '../../libs/retrieval/src/text/sparse-encoder';
import { EmbeddedVectorStore } from '../../libs/retrieval/src/vector-store/embedded/embedded.vector-store';
import { type HitList, type StoreAnswer } from '../../libs/retrieval/src/vector-store/vector-store';
import { type Library, type Part } from '../library';
import { inBatches } from './cached-vectors';

export const GENERATION = 1;
/** A query, its variants, and both legs of each. */
const REMEMBERED = 16;

export const tenant = 'eval' as TenantId;
/** Hits a list that a request looks at for an answer of `limit` passages. */
export function candidatesFor(limit: number): number {
  return Math.max(200, 2 * limit);
}

const never = new AbortController().signal;

interface Options {
  readonly terms: TermWeights;
  readonly provider: EmbeddingProvider;
  readonly file: string;
}

/** A library in the product's store. It remembers what the store said to the last few queries, since many rows ask it the same. */
export class Index {
  private readonly answers = new Map<string, Promise<StoreAnswer>>();

  private constructor(
    readonly store: EmbeddedVectorStore,
    private readonly provider: EmbeddingProvider,
    /** Deeper than any row looks: rows take the beginnings of these lists. */
    private readonly depth: number,
  ) {}

  static async of(library: Library, { terms, provider, file }: Options): Promise<Index> {
    const store = new EmbeddedVectorStore({ file, signature: provider.signature });
    for (const kind of ['chunk', 'passage'] as const) {
      const parts = library[`${kind}s`];
      const vectors = await inBatches(
        provider,
        parts.map(({ text }) => text),
      );
      const points = parts.map((part, i) => pointOf(kind, part, vectors[i]!, terms));
      for (let from = 0; from < points.length; from += 500) await store.upsert(tenant, points.slice(from, from + 500), never);
    }
    return new Index(store, provider, candidatesFor(library.collection.depth));
  }

  /** The lists of one leg for a query. */
  async ask(query: string, leg: HitList['leg']): Promise<readonly HitList[]> {
    const key = `${leg}:${query}`;
    const answer = this.answers.get(key) ?? this.search(query, leg);
    if (this.answers.size >= REMEMBERED) this.answers.clear();
    this.answers.set(key, answer);
    return (await answer).lists;
  }

  close(): Promise<void> {
    return this.store.close();
  }

  private async search(query: string, leg: HitList['leg']): Promise<StoreAnswer> {
    const vector = leg === 'sparse' ? { sparse: encodeQuery(query) } : { dense: await this.provider.embedQuery(query, never) };
    return this.store.search(tenant, { ...vector, limit: this.depth }, never);
  }
}

function pointOf(kind: PointKind, { document, index, passage, start, end, text }: Part, dense: Float32Array, terms: TermWeights): Point {
  return {
    id: pointId(document, GENERATION, kind, index),
    documentId: document,
    generation: GENERATION,
    kind,
    index,
    passage,
    start,
    end,
    page: null,
    pageEnd: null,
    dense,
    sparse: encodePassage(text, kind, terms),
  };
}
