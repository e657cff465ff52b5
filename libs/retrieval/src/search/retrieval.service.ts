import { setImmediate } from 'node:timers/promises';
import { AppError, overlap, seededRandom, Turnstile, type TenantId } from '@lectern/platform';
import { Injectable } from '@nestjs/common';
import { pointId } from '../vector-store/point-id';
import { CandidateSearch } from './candidate-search';
import { cleanQuery } from './clean-query';
import { withinTokens } from './context-budget';
import { coverageOf } from './coverage';
import { type Degradation } from './degradation';
import { Library, type ReadyDocument } from './library';
import { type LibraryScope, type Passage } from './passage';
import { PassageTexts, type LoadedPassage } from './passage-texts';
import { type RankedPassage } from './rank-passages';
import { Reranking } from './reranking';
import { type RetrievalAnswer, type RetrievalQuery } from './retrieval-answer';
import { RetrievalCache } from './retrieval-cache';
import { spread } from './spread';

/** A ranked passage of a document that is ready at that generation. */
type Citable = RankedPassage & { readonly filename: string };
type Judged = Citable & { readonly loaded: LoadedPassage };

/** To read and to compare passages is mostly work of this thread. */
const JUDGED_AT_ONCE = 8;

/** Finds the passages of a tenant's library that a query asks for: search and fuse, read, rerank, fit. */
@Injectable()
export class RetrievalService {
  private readonly turnstile = new Turnstile(JUDGED_AT_ONCE);

  constructor(
    private readonly candidates: CandidateSearch,
    private readonly library: Library,
    private readonly texts: PassageTexts,
    private readonly reranking: Reranking,
    private readonly cache: RetrievalCache,
  ) {}

  /**
   * The best passages, best first: distinct, not overlapping, of documents that are ready now.
   * @throws AppError `VALIDATION_FAILED` (a blank query), `NOT_FOUND` (a document that the tenant does not have)
   */
  async retrieve(tenant: TenantId, query: RetrievalQuery, signal: AbortSignal): Promise<RetrievalAnswer> {
    if (query.text.trim() === '') throw new AppError('VALIDATION_FAILED', 'query is empty: say what to look for.');
    const cleaned = { ...query, text: cleanQuery(query.text) };
    return this.cache.through(tenant, cleaned, () => this.find(tenant, cleaned, signal));
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
    return passagesOf(await this.read(tenant, chosen), () => 1);
  }

  private async find(tenant: TenantId, query: RetrievalQuery, signal: AbortSignal): Promise<RetrievalAnswer> {
    const scope = await this.library.ready(tenant, query);
    if (scope?.length === 0) return { passages: [], degraded: [] };
    const degraded = new Set<Degradation>();
    const { citable, coverage } = await this.search(tenant, query, scope, degraded, signal);
    const { read, order } = await this.turnstile.run(signal, () => this.judge(tenant, query, citable, degraded, signal));
    const best = order.slice(0, query.limit).map(({ at, score }) => ({ ...read[at]!, score }));
    return { passages: withinTokens(passagesOf(best, coverage), query.tokens ?? Infinity), degraded: [...degraded] };
  }

  private async judge(
    tenant: TenantId,
    query: RetrievalQuery,
    citable: readonly Citable[],
    degraded: Set<Degradation>,
    signal: AbortSignal,
  ) {
    // rows of SQLite are there at once: without a turn of the loop a hundred searches would be judged in one
    await setImmediate();
    const read = await this.read(tenant, citable.slice(0, this.reranking.depth(query.limit)));
    signal.throwIfAborted();
    return { read, order: await this.reranking.rerank(query.text, read.map(textAndScore), degraded, signal) };
  }

  private async search(
    tenant: TenantId,
    query: RetrievalQuery,
    scope: readonly ReadyDocument[] | null,
    degraded: Set<Degradation>,
    signal: AbortSignal,
  ): Promise<{ citable: Citable[]; coverage: (text: string) => number }> {
    const { text, limit } = query;
    const documentIds = scope?.map(({ id }) => id);
    const { ranked, answer } = await this.candidates.find(tenant, { text, limit, ...(documentIds && { documentIds }) }, degraded, signal);
    const ready = scope ?? (await this.library.allReady(tenant, [...new Set(ranked.map(({ documentId }) => documentId))]));
    const citable = citableOf(ranked, ready);
    if (scope === null && citable.length < limit && citable.length < ranked.length) {
      // documents on their way in or out crowd the lists: ask for the ready ones alone
      const all = await this.library.allReady(tenant);
      if (all.length > 0) return this.search(tenant, query, all, degraded, signal);
    }
    return { citable, coverage: coverageOf(text, answer) };
  }

  /** With their texts, those left out that are not there any more or that another one has taken in. */
  private async read(tenant: TenantId, citable: readonly Citable[]): Promise<Judged[]> {
    const loaded = await this.texts.load(tenant, citable);
    return citable.flatMap((passage, i) => (loaded[i] ? [{ ...passage, loaded: loaded[i] }] : []));
  }
}

function citableOf(ranked: readonly RankedPassage[], ready: readonly ReadyDocument[]): Citable[] {
  const byId = new Map(ready.map((document) => [document.id, document]));
  return ranked.flatMap((passage): Citable[] => {
    const document = byId.get(passage.documentId);
    return document?.generation === passage.generation ? [{ ...passage, filename: document.filename }] : [];
  });
}

const textAndScore = ({ loaded: { text }, score }: Judged) => ({ text, score });

function passagesOf(judged: readonly Judged[], coverageOf: (text: string) => number): Passage[] {
  const passages: Passage[] = [];
  for (const { documentId, generation, filename, score, bestChunk, loaded } of judged) {
    const { start, end, page, pageEnd, heading, text, firstChunk } = loaded;
    if (passages.some((other) => other.documentId === documentId && overlap(other, loaded) > 0)) continue;
    const chunkId = pointId(documentId, generation, 'chunk', bestChunk ?? firstChunk);
    const rank = passages.length + 1;
    passages.push({ chunkId, documentId, filename, page, pageEnd, start, end, text, heading, score, rank, coverage: coverageOf(text) });
  }
  return passages;
}
