import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { AppError, Database, type TenantId } from '@lectern/platform';
import type { Question } from './question';
import type { QuestionMode } from './question-request';
import type { QuestionSet } from './question-set';

const REMEMBERED_MS = 24 * 3600 * 1000;
/** Sets of a day that are looked through: beyond it a learner will not notice. */
const REMEMBERED_SETS = 40;

/** Question sets in the database, each with links to the documents that it cites. */
@Injectable()
export class QuestionSetStore {
  constructor(private readonly database: Database) {}

  /**
   * Keeps a set, if every document that it cites is still ready when it is written.
   * @returns undefined where one is not: the set must be made again from what is left
   */
  async add(tenant: TenantId, set: Omit<QuestionSet, 'id' | 'created_at' | 'graded'>): Promise<QuestionSet | undefined> {
    const documents = [...new Set(set.questions.flatMap(({ sources }) => sources.map((source) => source.document_id)))];
    return this.database.$transaction(async (tx) => {
      const ready = await tx.document.count({ where: { id: { in: documents }, tenantId: tenant, status: 'ready' } });
      if (ready !== documents.length) return undefined;
      const row = await tx.questionSet.create({
        data: {
          id: uuidv7(),
          tenantId: tenant,
          mode: set.mode,
          topic: set.topic,
          requested: set.requested,
          delivered: set.delivered,
          shortfallReason: set.shortfall_reason,
          questions: JSON.stringify(set.questions),
          degraded: JSON.stringify(set.degraded),
        },
      });
      await tx.questionSetDocument.createMany({ data: documents.map((documentId) => ({ setId: row.id, documentId })) });
      return { ...set, id: row.id, created_at: row.createdAt.toISOString(), graded: false };
    });
  }

  /** @throws AppError `NOT_FOUND`, in the same words for another tenant's set and for none */
  async get(tenant: TenantId, id: string): Promise<QuestionSet> {
    const row = await this.database.questionSet.findFirst({ where: { id, tenantId: tenant } });
    if (!row) throw new AppError('NOT_FOUND', 'There is no such question set.');
    return {
      id: row.id,
      mode: row.mode as QuestionMode,
      topic: row.topic,
      requested: row.requested,
      delivered: row.delivered,
      shortfall_reason: row.shortfallReason,
      questions: JSON.parse(row.questions) as Question[],
      degraded: JSON.parse(row.degraded) as string[],
      created_at: row.createdAt.toISOString(),
      graded: row.gradedAt !== null,
    };
  }

  async markGraded(tenant: TenantId, id: string): Promise<void> {
    await this.database.questionSet.updateMany({ where: { id, tenantId: tenant }, data: { gradedAt: new Date() } });
  }

  /** What the tenant was asked about a topic within the last day, the longest ago first. */
  async askedLately(tenant: TenantId, topic: string | null): Promise<Question[]> {
    const rows = await this.database.questionSet.findMany({
      where: { tenantId: tenant, topic, createdAt: { gt: new Date(Date.now() - REMEMBERED_MS) } },
      orderBy: { createdAt: 'desc' },
      take: REMEMBERED_SETS,
      select: { questions: true },
    });
    return rows.toReversed().flatMap((row) => JSON.parse(row.questions) as Question[]);
  }
}
