/**
 * Retrieval quality of the default configuration, through the same encoder, provider, store and fusion that a request uses:
 * `npm run eval`. Exits with 1 where a figure is below its floor. The collections lie outside of the repository
 * (`../shared/corpus`, or the folder named as the first argument); those that are absent are skipped, and said so.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { LexicalEmbeddingProvider } from '@lectern/embedding';
import { type DocumentId, overlap, type Span, type TenantId } from '@lectern/platform';
import { encodeQuery } from '@lectern/retrieval';
import { legWeights } from '../libs/retrieval/src/search/legs';
import { rankPassages } from '../libs/retrieval/src/search/rank-passages';
import { EmbeddedVectorStore } from '../libs/retrieval/src/vector-store/embedded.vector-store';
import { abstractCollection, type Collection, paragraphCollection, type ParagraphCollection } from './collections';
import { index } from './library';
import { graded, hits } from './measures';

const CORPUS = resolve(process.argv[2] ?? '../shared/corpus');
/** Questions of a collection at most: half a 95 % interval of hit@1 is then .02. */
const SAMPLE = 1500;
const FLOORS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  squad: { 'hit@1': 0.78, 'hit@5': 0.92 },
  xquad_de: { 'hit@1': 0.9 },
  xquad_es: { 'hit@1': 0.9 },
  xquad_hi: { 'hit@1': 0.9 },
  cisi: { 'nDCG@10': 0.38 },
};

const tenant = 'eval' as TenantId;
const never = new AbortController().signal;
const provider = new LexicalEmbeddingProvider({ dimension: 1024 });
const weights = legWeights(provider.signature);

/** The passages of an answer, best first, as the documents and spans they are. */
type Search = (query: string, limit: number) => Promise<{ document: string; span: Span }[]>;

async function library(collection: Collection, measure: (search: Search) => Promise<Record<string, number>>) {
  const directory = mkdtempSync(join(tmpdir(), 'lectern-eval-'));
  const store = new EmbeddedVectorStore({ file: join(directory, 'vectors.db') });
  const passages = new Map<string, Span[]>();
  try {
    for (const { name, text } of collection.documents)
      passages.set(name, await index(store, provider, tenant, name as DocumentId, text, never));
    return await measure(async (query, limit) => {
      const answer = await store.search(tenant, { sparse: encodeQuery(query), limit: Math.max(200, 4 * limit) }, never);
      return rankPassages(answer.lists, weights)
        .slice(0, limit)
        .map(({ documentId, passage }) => ({ document: documentId, span: passages.get(documentId)![passage]! }));
    });
  } finally {
    await store.close();
    rmSync(directory, { recursive: true });
  }
}

/** A passage counts for the paragraph that it overlaps most, so long passages win nothing. */
async function paragraphs({ queries, paragraphs }: ParagraphCollection, search: Search) {
  const unitOf = (document: string, span: Span) =>
    paragraphs.get(document)!.reduce((best, paragraph) => (overlap(paragraph, span) > overlap(best, span) ? paragraph : best)).unit;
  const step = Math.ceil(queries.length / SAMPLE);
  const ranks: number[] = [];
  for (const { text, relevant } of queries.filter((_, i) => i % step === 0)) {
    const units = new Set((await search(text, 10)).map(({ document, span }) => unitOf(document, span)));
    ranks.push([...units].findIndex((unit) => relevant.has(unit)) + 1);
  }
  return hits(ranks);
}

async function abstracts({ queries }: Collection, search: Search) {
  let ndcg = 0;
  let recall = 0;
  for (const { text, relevant } of queries) {
    const ranking = new Set((await search(text, 100)).map(({ document }) => document));
    const scores = graded([...ranking], relevant);
    ndcg += scores.ndcg / queries.length;
    recall += scores.recall / queries.length;
  }
  return { 'nDCG@10': ndcg, 'recall@100': recall };
}

function report(name: string, figures: Record<string, number>): void {
  console.log(
    name.padEnd(10),
    Object.entries(figures)
      .map(([measure, value]) => `${measure} ${value.toFixed(4)}`)
      .join('  '),
  );
  for (const [measure, floor] of Object.entries(FLOORS[name] ?? {})) {
    if (figures[measure]! >= floor) continue;
    console.log(`  ${measure} is below its floor, ${floor}`);
    process.exitCode = 1;
  }
}

async function main() {
  for (const name of Object.keys(FLOORS)) {
    const collection = name === 'cisi' ? abstractCollection(CORPUS, name) : paragraphCollection(CORPUS, name);
    if (!collection) console.log(name.padEnd(10), `skipped: ${join(CORPUS, name)} is not there`);
    else
      report(
        name,
        await library(collection, (search) =>
          'paragraphs' in collection ? paragraphs(collection as ParagraphCollection, search) : abstracts(collection, search),
        ),
      );
  }
}

void main();
