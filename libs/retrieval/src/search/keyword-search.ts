import { words } from '@lectern/embedding';
import { Database, type DocumentId, type TenantId } from '@lectern/platform';
import { Injectable } from '@nestjs/common';
import { analyse, contentOf } from '../text/analyser';
import { inverseDocumentFrequency } from '../text/inverse-document-frequency';
import { encodePassage, encodeQuery, type SparseVector } from '../text/sparse-encoder';
import { type Hit, type StoreAnswer } from '../vector-store/vector-store';
import { coverageTerms } from './coverage';
import { type HybridQuery } from './hybrid-search';
import { Library, type ReadyDocument } from './library';

/** Looked for at most: the longest, which tell most. */
const MOST_ROOTS = 8;
/** Chunks that one query of the database looks at, some 5 ms of it. */
const CHUNKS_A_QUERY = 2_000;
/** Each is a condition of the query. */
const DOCUMENTS_A_QUERY = 200;
/** Chunks that are judged, however many hold a word. */
const MOST_MATCHES = 2_000;

/**
 * Search without an index, for when the vector store is away: rows that hold the beginning of a word of the query are read from the database and scored as the
 * store would score its chunks. It reads the whole library, so it is slower, and it stops at its bounds.
 */
@Injectable()
export class KeywordSearch {
  constructor(
    private readonly database: Database,
    private readonly library: Library,
  ) {}

  async search(tenant: TenantId, { text, limit, documentIds }: HybridQuery, signal: AbortSignal): Promise<StoreAnswer> {
    const sparse = encodeQuery(text);
    const roots = rootsOf(text);
    const documents = await this.library.allReady(tenant, documentIds);
    const matches: Awaited<ReturnType<KeywordSearch['matching']>> = [];
    if (roots.length > 0)
      for (const some of slices(documents)) {
        signal.throwIfAborted();
        matches.push(...(await this.matching(tenant, some, roots, MOST_MATCHES - matches.length)));
        if (matches.length >= MOST_MATCHES) break;
      }
    const total = Math.max(
      matches.length,
      documents.reduce((sum, { chunks }) => sum + chunks, 0),
    );
    const { frequencies, scores } = scored(
      sparse,
      matches.map(({ text }) => encodePassage(text, 'chunk')),
      total,
    );
    const hits = matches
      .map(({ text: _, documentId, ...row }, i): Hit => ({
        ...row,
        documentId: documentId as DocumentId,
        kind: 'chunk',
        score: scores[i]!,
      }))
      .filter(({ score }) => score > 0)
      .toSorted((a, b) => b.score - a.score)
      .slice(0, limit);
    return {
      lists: [{ leg: 'sparse', kind: 'chunk', hits }],
      passages: total,
      frequencies: coverageTerms(text).map((term) => frequencies.get(term) ?? 0),
    };
  }

  private matching(tenant: TenantId, documents: readonly ReadyDocument[], roots: readonly string[], limit: number) {
    return this.database.chunk.findMany({
      where: {
        tenantId: tenant,
        AND: [
          { OR: documents.map(({ id, generation }) => ({ documentId: id, generation })) },
          { OR: roots.flatMap(casesOf).map((root) => ({ text: { contains: root } })) },
        ],
      },
      select: {
        documentId: true,
        generation: true,
        index: true,
        passage: true,
        start: true,
        end: true,
        page: true,
        pageEnd: true,
        text: true,
      },
      take: limit,
    });
  }
}

/** The beginnings of the query's words, long enough to tell them apart and short enough to find other forms of them; pairs of characters in scripts without spaces. */
function rootsOf(query: string): string[] {
  const content = contentOf(analyse(query));
  const pairs = content.filter(({ script }) => script === 'unspaced').map(({ stem }) => stem);
  const spaced = words(query).filter((word) => contentOf(analyse(word)).some((token) => token.content && token.script !== 'unspaced'));
  const roots = spaced.map((word) => [...word].slice(0, Math.max(4, [...word].length - 3)).join(''));
  return [...new Set([...roots, ...pairs])].toSorted((a, b) => b.length - a.length).slice(0, MOST_ROOTS);
}

/** No database compares all of Unicode without case in the same way. */
function casesOf(root: string): string[] {
  return [...new Set([root, root.charAt(0).toUpperCase() + root.slice(1), root.toUpperCase()])];
}

function* slices(documents: readonly ReadyDocument[]): Generator<ReadyDocument[]> {
  let slice: ReadyDocument[] = [];
  let chunks = 0;
  for (const document of documents) {
    slice.push(document);
    chunks += document.chunks;
    if (chunks < CHUNKS_A_QUERY && slice.length < DOCUMENTS_A_QUERY) continue;
    yield slice;
    slice = [];
    chunks = 0;
  }
  if (slice.length > 0) yield slice;
}

/** Sums of IDF x value; how many chunks hold a term is known, since all that hold one are among the matches (up to the bounds). */
function scored({ indices, values }: SparseVector, texts: readonly SparseVector[], total: number) {
  const frequencies = new Map(Array.from(indices, (term) => [term, 0]));
  for (const text of texts) for (const term of text.indices) if (frequencies.has(term)) frequencies.set(term, frequencies.get(term)! + 1);
  const factors = new Map(Array.from(indices, (term, i) => [term, values[i]! * inverseDocumentFrequency(frequencies.get(term)!, total)]));
  const scores = texts.map((text) => text.indices.reduce((sum, term, i) => sum + (factors.get(term) ?? 0) * text.values[i]!, 0));
  return { frequencies, scores };
}
