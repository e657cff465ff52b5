import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type EmbeddingProvider } from '@lectern/embedding';
import { NotAvailable, type System } from '../search/system';
import { type Workspace } from '../search/workspace';
import { languageOf } from './language';

const VERSION = '0.39.0';
const LANGUAGES = new Set(
  'arabic danish dutch english finnish french german greek hungarian italian norwegian portuguese romanian russian spanish swedish tamil turkish'.split(
    ' ',
  ),
);
const never = new AbortController().signal;

/** What of its interface is used here; the package is 190 MB, so that it is no dependency of ours. */
interface LanceDb {
  connect(directory: string): Promise<{ createTable(name: string, rows: object[]): Promise<Table> }>;
  Index: { fts(options?: object): unknown };
  rerankers: { RRFReranker: { create(): Promise<unknown> } };
}
interface Table {
  createIndex(column: string, options: { config: unknown }): Promise<void>;
  query(): Query;
  close(): void;
}
interface Query {
  nearestToText(query: string): Query;
  nearestTo(vector: readonly number[]): Query;
  rerank(reranker: unknown): Query;
  select(columns: string[]): Query;
  limit(rows: number): Query;
  toArray(): Promise<{ id: number }[]>;
}

/** Its full-text index and, with a provider, its hybrid search with RRF, which is its default; both as its documentation has them. */
export function lancedb(
  from: string,
  { label, provider, toldLanguage }: { label?: string; provider?: EmbeddingProvider; toldLanguage: boolean },
): System {
  return {
    name: `LanceDB ${label ? `hybrid x ${label}` : 'full text'}, ${toldLanguage ? 'told the language' : 'defaults'}`,
    open: (workspace) => open(workspace, load(from), provider, toldLanguage),
  };
}

export function lanceDbVersion(from: string): string | undefined {
  const manifest = join(from, 'node_modules/@lancedb/lancedb/package.json');
  return existsSync(manifest) ? (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version : undefined;
}

function load(from: string): LanceDb {
  try {
    return createRequire(join(from, 'package.json'))('@lancedb/lancedb') as LanceDb;
  } catch {
    throw new NotAvailable(`not installed (npm install --no-save @lancedb/lancedb@${VERSION}, or --lancedb FOLDER that has it)`);
  }
}

async function open(
  workspace: Workspace,
  { connect, Index, rerankers }: LanceDb,
  provider: EmbeddingProvider | undefined,
  toldLanguage: boolean,
) {
  const { passages, collection } = workspace.library;
  const vectors = provider && (await workspace.vectors(provider));
  const database = await connect(join(workspace.directory, 'lancedb'));
  const name = `${provider?.signature.provider ?? 'text'}_${toldLanguage}`;
  const rows = passages.map(({ text }, id) => ({ id, text, ...(vectors && { vector: Array.from(vectors[id]!) }) }));
  const table = await database.createTable(name, rows);
  await table.createIndex('text', { config: Index.fts(toldLanguage ? analysisOf(languageOf(collection).name) : {}) });
  const reranker = await rerankers.RRFReranker.create();
  return {
    async rank(query: string, limit: number) {
      const byText = table.query().nearestToText(query);
      const ranked = provider ? byText.nearestTo(Array.from(await provider.embedQuery(query, never))).rerank(reranker) : byText;
      const found = await ranked.select(['id']).limit(limit).toArray();
      return found.map(({ id }) => passages[id]!);
    },
    async close() {
      table.close();
    },
  };
}

/** It ends the process for a language that it does not know. */
function analysisOf(language: string): object {
  return LANGUAGES.has(language) ? { language: language[0]!.toUpperCase() + language.slice(1) } : { stem: false, removeStopWords: false };
}
