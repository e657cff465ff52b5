import { Injectable } from '@nestjs/common';
import { Database } from '@lectern/platform';
import type { Question, QuestionSource } from './question';

/** Names the page of a quote where its passage runs over several. */
@Injectable()
export class PageFinder {
  constructor(private readonly database: Database) {}

  async withPages(questions: readonly Question[]): Promise<Question[]> {
    return Promise.all(
      questions.map(async (question) => ({
        ...question,
        sources: await Promise.all(question.sources.map((source) => this.locate(source))),
      })),
    );
  }

  private async locate(source: QuestionSource): Promise<QuestionSource> {
    if (source.page === source.page_end) return source;
    const [page, pageEnd] = await Promise.all([this.pageAt(source, source.start), this.pageAt(source, source.end - 1)]);
    return { ...source, page: page ?? source.page, page_end: pageEnd ?? source.page_end };
  }

  private async pageAt({ document_id: documentId }: QuestionSource, offset: number): Promise<number | null | undefined> {
    const segment = await this.database.textSegment.findFirst({
      where: { documentId, start: { lte: offset }, end: { gt: offset } },
      select: { page: true },
    });
    return segment?.page;
  }
}
