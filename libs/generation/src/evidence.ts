import { Injectable } from '@nestjs/common';
import { AppConfig, AppError, Database, type TenantId } from '@lectern/platform';
import { RetrievalService, type Passage } from '@lectern/retrieval';
import { onTopic } from './on-topic';
import type { QuestionRequest } from './question-request';

/** Of a search, and of a sample. */
const MOST_PASSAGES = 100;
const LARGEST_SAMPLE = 400;

/** Gives as much as there is use for: for who reads in order, and stops where there is enough. */
export const WIDEST_ROUND = 2;

/** With so many passages there are wrong options of most kinds. */
const CROWD = 24;

export interface Evidence {
  readonly passages: readonly Passage[];
  readonly degraded: readonly string[];
}

/** Finds the passages that a set is made from: those on its topic, or a sample of the whole library. */
@Injectable()
export class EvidenceFinder {
  constructor(
    private readonly retrieval: RetrievalService,
    private readonly database: Database,
    private readonly config: AppConfig,
  ) {}

  /**
   * @param round 0 first, up to `WIDEST_ROUND`; each further one looks wider, and gives what the ones before it gave too
   * @returns the best first; of a sample, such that any beginning of it is spread over the library
   * @throws what retrieval throws
   */
  async find(tenant: TenantId, request: QuestionRequest, round: number, seed: number, signal: AbortSignal): Promise<Evidence> {
    const { topic, count, filename, documentIds } = request;
    const scope = { ...(filename !== undefined && { filename }), ...(documentIds && { documentIds }) };
    const wanted = Math.max(12, Math.ceil(1.5 * count)) * 2 ** round;
    if (topic === null) {
      const limit = Math.min(LARGEST_SAMPLE, wanted * 2 ** round);
      return { passages: await this.retrieval.sample(tenant, { limit, seed, ...scope }, signal), degraded: [] };
    }
    const limit = Math.min(MOST_PASSAGES, wanted);
    // the budget is that of a prompt
    const tokens = round < WIDEST_ROUND && { tokens: this.config.retrieval.contextTokens };
    const { passages, degraded } = await this.retrieval.retrieve(tenant, { text: topic, limit, ...tokens, ...scope }, signal);
    return { passages: onTopic(passages, count), degraded };
  }

  /**
   * What else their documents say, where the passages on a topic are few: no questions come from it, but a text's own words are the
   * best wrong options. Spread over the documents; nothing where there is a crowd already.
   */
  async background(tenant: TenantId, passages: readonly Passage[], seed: number, signal: AbortSignal): Promise<readonly Passage[]> {
    const limit = CROWD - passages.length;
    if (limit <= 0) return [];
    const documentIds = [...new Set(passages.map(({ documentId }) => documentId))];
    const known = new Set(passages.map(({ documentId, start }) => `${documentId}:${start}`));
    const others = await this.retrieval.sample(tenant, { limit, seed, documentIds }, signal);
    return others.filter(({ documentId, start }) => !known.has(`${documentId}:${start}`));
  }

  /** Why there is nothing to ask about. */
  async nothing(tenant: TenantId, { topic, filename, documentIds }: QuestionRequest): Promise<AppError> {
    const ready = await this.database.document.count({
      where: {
        tenantId: tenant,
        status: 'ready',
        ...(filename !== undefined && { filename }),
        ...(documentIds && { id: { in: [...documentIds] } }),
      },
    });
    if (ready === 0) return new AppError('NO_MATERIAL', 'There is no document to ask about yet. Upload one, or wait until one is ready.');
    if (topic !== null)
      return new AppError(
        'NO_MATERIAL',
        'Your documents hold nothing about this topic. Ask about another one, or upload a document that covers it.',
      );
    return new AppError('NO_MATERIAL', 'Your documents hold no sentence that a question could be made from.');
  }
}
