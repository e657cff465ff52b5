import { Database, type TenantId } from '@lectern/platform';
import { Injectable } from '@nestjs/common';
import { type Passage, type PassageReference } from './passage';

/** What the database says of a passage. */
export type LoadedPassage = PassageReference &
  Pick<Passage, 'start' | 'end' | 'page' | 'pageEnd' | 'heading' | 'text'> & { readonly firstChunk: number };

type PassageRow = Omit<LoadedPassage, 'text' | 'documentId'> & { n: number };

interface SegmentRow {
  n: number;
  start: number;
  text: string;
}

/** Reads passages back from Chunk rows (where they lie) and TextSegment rows (what stands there): two queries, however many. */
@Injectable()
export class PassageTexts {
  constructor(private readonly database: Database) {}

  /** In the order asked for; undefined for a passage that is not there any more. */
  async load(tenant: TenantId, references: readonly PassageReference[]): Promise<(LoadedPassage | undefined)[]> {
    if (references.length === 0) return [];
    const rows = new Map((await this.rows(tenant, references)).map((row) => [row.n, row]));
    const texts = await this.texts(references, rows);
    return references.map(({ documentId }, n) => {
      const row = rows.get(n);
      const text = texts.get(n);
      return row && text?.length === row.end - row.start ? { ...row, documentId, text } : undefined;
    });
  }

  /** A passage reaches from its first chunk to its last; its heading is the first chunk's. */
  private async rows(tenant: TenantId, references: readonly PassageReference[]): Promise<PassageRow[]> {
    const wanted = JSON.stringify(references.map((reference, n) => ({ ...reference, n })));
    const rows = await this.database.$queryRaw<PassageRow[]>`
      SELECT p.*, f.heading
      FROM (
        SELECT w.value->>'n' AS n, c.documentId, c.generation, c.passage, min(c."index") AS firstChunk, min(c.start) AS start,
               max(c."end") AS "end", min(c.page) AS page, max(coalesce(c.pageEnd, c.page)) AS pageEnd
        FROM json_each(${wanted}) w
        JOIN Chunk c ON c.documentId = w.value->>'documentId' AND c.generation = w.value->>'generation' AND c.passage = w.value->>'passage'
        WHERE c.tenantId = ${tenant}
        GROUP BY w.key
      ) p
      JOIN Chunk f ON f.documentId = p.documentId AND f.generation = p.generation AND f."index" = p.firstChunk`;
    return rows.map(withNumbers);
  }

  private async texts(references: readonly PassageReference[], rows: ReadonlyMap<number, PassageRow>): Promise<Map<number, string>> {
    const wanted = JSON.stringify(
      references.flatMap(({ documentId, generation }, n) => {
        const row = rows.get(n);
        return row ? { n, documentId, generation, start: row.start, end: row.end } : [];
      }),
    );
    // segments follow each other without gaps, so the first one is the last that starts at or before the span
    const segments = await this.database.$queryRaw<SegmentRow[]>`
      SELECT w.value->>'n' AS n, s.start, s.text
      FROM json_each(${wanted}) w
      JOIN TextSegment s ON s.documentId = w.value->>'documentId' AND s.generation = w.value->>'generation'
      WHERE s.start < w.value->>'end' AND s.start >= (
        SELECT max(f.start) FROM TextSegment f
        WHERE f.documentId = s.documentId AND f.generation = s.generation AND f.start <= w.value->>'start')
      ORDER BY w.key, s."index"`;
    const joined = new Map<number, { start: number; text: string }>();
    for (const { n, start, text } of segments.map(withNumbers)) {
      const before = joined.get(n);
      if (before) before.text += text;
      else joined.set(n, { start, text });
    }
    return new Map(
      Array.from(joined, ([n, { start, text }]) => {
        const row = rows.get(n)!;
        return [n, text.slice(row.start - start, row.end - start)];
      }),
    );
  }
}

/** Prisma gives computed integers of raw queries as bigint. */
function withNumbers<Row extends object>(row: Row): Row {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, typeof value === 'bigint' ? Number(value) : value])) as Row;
}
