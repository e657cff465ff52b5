import type { Database } from '@lectern/platform';

/** A text that becomes one point: a chunk, which finds, or the parent passage of some chunks, which is judged. */
export interface IndexUnit {
  kind: 'chunk' | 'passage';
  index: number;
  passage: number;
  start: number;
  end: number;
  page: number | null;
  pageEnd: number | null;
  text: string;
}

interface Range {
  documentId: string;
  generation: number;
  firstChunk: number;
  lastChunk: number;
}

/** The chunks of a batch and their passages, read back from the rows: an index is rebuilt without the file. */
export async function unitsOf(database: Database, { documentId, generation, firstChunk, lastChunk }: Range): Promise<IndexUnit[]> {
  const chunks = await database.chunk.findMany({
    where: { documentId, generation, index: { gte: firstChunk, lte: lastChunk } },
    orderBy: { index: 'asc' },
  });
  if (chunks.length === 0) return [];
  const span = { start: chunks[0]!.start, end: chunks.at(-1)!.end };
  const segments = await database.textSegment.findMany({
    where: { documentId, generation, start: { lt: span.end }, end: { gt: span.start } },
    orderBy: { index: 'asc' },
  });
  const base = segments[0]?.start ?? 0;
  const text = segments.map((segment) => segment.text).join('');

  const units: IndexUnit[] = chunks.map((chunk) => ({ ...chunk, kind: 'chunk' }));
  for (const [passage, members] of Map.groupBy(chunks, (chunk) => chunk.passage)) {
    const first = members[0]!;
    const { end, pageEnd } = members.at(-1)!;
    units.push({
      kind: 'passage',
      index: passage,
      passage,
      start: first.start,
      end,
      page: first.page,
      pageEnd,
      text: text.slice(first.start - base, end - base),
    });
  }
  return units;
}
