import { Database, type TenantId } from '@lectern/platform';
import { Injectable } from '@nestjs/common';
import { Expansion } from './expansion';
import { type Passage, type PassageReference } from './passage';
import { withNumbers } from './raw-rows';

/** What the database says of a passage. */
export type LoadedPassage = PassageReference &
  Pick<Passage, 'start' | 'end' | 'page' | 'pageEnd' | 'heading' | 'text'> & { readonly firstChunk: number; readonly lastChunk: number };

type PassageRow = Omit<LoadedPassage, 'text'> & { readonly n: number };

interface SegmentRow {
  n: number;
  start: number;
  text: string;
}

/** Reads passages back from Chunk rows (where they lie) and TextSegment rows (what stands there): two queries, however many; a third one where they are expanded. */
@Injectable()
export class PassageTexts {
  constructor(
    private readonly database: Database,
    private readonly expansion: Expansion,
  ) {}

  /**
   * @param references best first
   * @returns in the order asked for; undefined for a passage that is not there any more, or that an expanded one has taken in
   */
  async load(tenant: TenantId, references: readonly PassageReference[]): Promise<(LoadedPassage | undefined)[]> {
    if (references.length === 0) return [];
    const found = await this.rows(tenant, references);
    const rows = (await this.expansion.expand(found)).filter((row) => row !== undefined);
    const texts = await this.texts(rows);
    const loaded = new Map(rows.map((row) => [row.n, row]));
    return references.map((_, n) => {
      const row = loaded.get(n);
      const text = texts.get(n);
      return row && text?.length === row.end - row.start ? { ...row, text } : undefined;
    });
  }

  /** A passage reaches from its first chunk to its last; its heading is the first chunk's. */
  private async rows(tenant: TenantId, references: readonly PassageReference[]): Promise<PassageRow[]> {
    const wanted = JSON.stringify(references.map((reference, n) => ({ ...reference, n })));
    const rows = await this.database.$queryRaw<PassageRow[]>`
      SELECT p.*, f.heading
      FROM (
        SELECT w.value->>'n' AS n, c.documentId, c.generation, c.passage, min(c."index") AS firstChunk, max(c."index") AS lastChunk,
               min(c.start) AS start, max(c."end") AS "end", min(c.page) AS page, max(coalesce(c.pageEnd, c.page)) AS pageEnd
        FROM json_each(${wanted}) w
        JOIN Chunk c ON c.documentId = w.value->>'documentId' AND c.generation = w.value->>'generation' AND c.passage = w.value->>'passage'
        WHERE c.tenantId = ${tenant}
        GROUP BY w.key
      ) p
      JOIN Chunk f ON f.documentId = p.documentId AND f.generation = p.generation AND f."index" = p.firstChunk
      ORDER BY p.n`;
    return rows.map(withNumbers);
  }

  private async texts(rows: readonly PassageRow[]): Promise<Map<number, string>> {
    const wanted = JSON.stringify(rows.map(({ n, documentId, generation, start, end }) => ({ n, documentId, generation, start, end })));
    // segments follow each other without gaps, so the first one is the last that starts at or before the span
    const segments = await this.database.$queryRaw<SegmentRow[]>`
      SELECT w.value->>'n' AS n, s.start, s.text
      FROM json_each(${wanted}) w
      JOIN TextSegment s ON s.documentId = w.value->>'documentId' AND s.generation = w.value->>'generation'
      WHERE s.start < w.value->>'end' AND s.start >= (
        SELECT max(f.start) FROM TextSegment f
        WHERE f.documentId = s.documentId AND f.generation = s.generation AND f.start <= w.value->>'start')
      ORDER BY w.key, s."index"`;
    const segmentsOf = Map.groupBy(segments.map(withNumbers), ({ n }) => n);
    return new Map(
      rows.map(({ n, start, end }) => {
        const own = segmentsOf.get(n) ?? [];
        const base = own[0]?.start ?? 0;
        return [
          n,
          own
            .map(({ text }) => text)
            .join('')
            .slice(start - base, end - base),
        ];
      }),
    );
  }
}
