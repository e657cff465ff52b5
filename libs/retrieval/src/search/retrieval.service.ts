import { EmbeddingProvider } from '@lectern/embedding';
import { AppError, overlap, type TenantId } from '@lectern/platform';
import { Injectable } from '@nestjs/common';
import { encodeQuery } from '../text/sparse-encoder';
import { pointId } from '../vector-store/point-id';
import { VectorStore, type StoreQuery } from '../vector-store/vector-store';
import { coverageOf, coverageTerms } from './coverage';
import { legWeights } from './legs';
import { Library, type ReadyDocument } from './library';
import { type LibraryScope, type Passage } from './passage';
import { PassageTexts } from './passage-texts';
import { rankPassages, type RankedPassage } from './rank-passages';
import { seededRandom, spread } from './spread';

/** Lists this deep, for fusion by score loses a point or two with 20, and a passage has some four chunks. */
const FEWEST_CANDIDATES = 200;

/** A found passage of a document that is ready at that generation. */
type Citable = RankedPassage & { readonly filename: string };

export interface RetrievalAnswer {
  readonly passages: Passage[];
  /** What had to be left out of it (`X-Degraded`). */
  readonly degraded: string[];
}

/** Finds the passages of a tenant's library that a query asks for. */
@Injectable()
export class RetrievalService {
  constructor(
    private readonly provider: EmbeddingProvider,
    private readonly store: VectorStore,
    private readonly library: Library,
    private readonly texts: PassageTexts,
  ) {}

  /**
   * The best passages, best first: distinct, not overlapping, of documents that are ready now.
   * @param query `limit` 1 to 100
   * @throws AppError `VALIDATION_FAILED` (a blank query), `NOT_FOUND` (a document that the tenant does not have), `VECTOR_STORE_UNAVAILABLE`
   */
  async retrieve(tenant: TenantId, query: { text: string; limit: number } & LibraryScope, signal: AbortSignal): Promise<RetrievalAnswer> {
    if (query.text.trim() === '') throw new AppError('VALIDATION_FAILED', 'query is empty: say what to look for.');
    const scope = await this.library.ready(tenant, query);
    if (scope?.length === 0) return { passages: [], degraded: [] };
    const weights = legWeights(this.provider.signature);
    const sparse = encodeQuery(query.text);
    const dense = weights.dense.passage > 0 ? await this.provider.embedQuery(query.text, signal) : undefined;
    const frequenciesOf = coverageTerms(query.text, sparse);
    const storeQuery = { sparse, dense, limit: Math.max(FEWEST_CANDIDATES, 4 * query.limit), frequenciesOf };

    let found = await this.search(tenant, storeQuery, scope, signal);
    if (scope === null && found.citable.length < query.limit && found.dropped) {
      // documents on their way in or out crowd the lists: ask for the ready ones alone
      const ready = await this.library.allReady(tenant);
      if (ready.length === 0) return { passages: [], degraded: [] };
      found = await this.search(tenant, storeQuery, ready, signal);
    }
    signal.throwIfAborted();
    const coverage = coverageOf(query.text, frequenciesOf, found.answer);
    return { passages: await this.read(tenant, found.citable, query.limit, coverage), degraded: [] };
  }

  /**
   * Passages from the breadth of a library, without a query: evenly over its ready documents and over the length of each.
   * The same seed and library give the same answer.
   */
  async sample(tenant: TenantId, request: { limit: number; seed: number } & LibraryScope, signal: AbortSignal): Promise<Passage[]> {
    const documents = (await this.library.ready(tenant, request)) ?? (await this.library.allReady(tenant));
    const lengths = await this.library.passageCounts(documents);
    signal.throwIfAborted();
    const places = spread(lengths, request.limit, seededRandom(request.seed));
    const chosen = places.map(({ item, place }): Citable => {
      const { id, generation, filename } = documents[item]!;
      return { documentId: id, generation, passage: place, filename, score: 0, bestChunk: null };
    });
    return this.read(tenant, chosen, request.limit, () => 1);
  }

  private async search(tenant: TenantId, query: StoreQuery, scope: readonly ReadyDocument[] | null, signal: AbortSignal) {
    const answer = await this.store.search(tenant, { ...query, ...(scope && { documentIds: scope.map(({ id }) => id) }) }, signal);
    const ranked = rankPassages(answer.lists, legWeights(this.provider.signature));
    const ready = scope ?? (await this.library.allReady(tenant, [...new Set(ranked.map(({ documentId }) => documentId))]));
    const byId = new Map(ready.map((document) => [document.id, document]));
    const citable = ranked.flatMap((passage): Citable[] => {
      const document = byId.get(passage.documentId);
      return document?.generation === passage.generation ? [{ ...passage, filename: document.filename }] : [];
    });
    return { answer, citable, dropped: citable.length < ranked.length };
  }

  private async read(
    tenant: TenantId,
    citable: readonly Citable[],
    limit: number,
    coverageOf: (text: string) => number,
  ): Promise<Passage[]> {
    const wanted = citable.slice(0, limit);
    const loaded = await this.texts.load(tenant, wanted);
    const passages: Passage[] = [];
    loaded.forEach((passage, i) => {
      if (!passage || passages.some((other) => other.documentId === passage.documentId && overlap(other, passage) > 0)) return;
      const { documentId, generation, start, end, page, pageEnd, heading, text, firstChunk } = passage;
      const { filename, score, bestChunk } = wanted[i]!;
      const chunkId = pointId(documentId, generation, 'chunk', bestChunk ?? firstChunk);
      const rank = passages.length + 1;
      passages.push({ chunkId, documentId, filename, page, pageEnd, start, end, text, heading, score, rank, coverage: coverageOf(text) });
    });
    return passages;
  }
}
