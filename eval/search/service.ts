import { type EmbeddingProvider } from '@lectern/embedding';
import { createLogger, parseConfig } from '@lectern/platform';
import { RetrievalService } from '@lectern/retrieval';
import { LexicalReranker } from '../../libs/retrieval/src/rerank/lexical.reranker';
import { CandidateSearch } from '../../libs/retrieval/src/search/candidate-search';
import { Expansion } from '../../libs/retrieval/src/search/expansion';
import { HybridSearch } from '../../libs/retrieval/src/search/hybrid-search';
import { KeywordSearch } from '../../libs/retrieval/src/search/keyword-search';
import { Library } from '../../libs/retrieval/src/search/library';
import { PassageTexts } from '../../libs/retrieval/src/search/passage-texts';
import { NoQueryVariants } from '../../libs/retrieval/src/query-variants/none.query-variants';
import { RuleQueryVariants } from '../../libs/retrieval/src/query-variants/rules.query-variants';
import { Reranking } from '../../libs/retrieval/src/search/reranking';
import { type RetrievalCache } from '../../libs/retrieval/src/search/retrieval-cache';
import { TERM_WEIGHTS } from '../../libs/retrieval/src/text/sparse-encoder';
import { tenant } from './index-of-library';
import { type Ranking, type System } from './system';
import { type Workspace } from './workspace';

const never = new AbortController().signal;
/** Answers are measured, never remembered. */
const withoutCache = { through: (_tenant, _query, make) => make() } as Pick<RetrievalCache, 'through'> as RetrievalCache;

/** A row that is the whole service that a request asks, database and all, with the settings given. */
export function service(name: string, provider: EmbeddingProvider, settings: Record<string, string>, against: string): System {
  return { name, against, open: (workspace) => open(workspace, provider, settings) };
}

async function open(workspace: Workspace, provider: EmbeddingProvider, settings: Record<string, string>): Promise<Ranking> {
  const { store } = await workspace.index(TERM_WEIGHTS, provider);
  const database = await workspace.database();
  const config = parseConfig(settings);
  const logger = createLogger('silent');
  const library = new Library(database);
  const texts = new PassageTexts(database, new Expansion(database, config));
  const hybrid = new HybridSearch(provider, store, new KeywordSearch(database, library), config, logger);
  const variants = config.retrieval.multiQuery === 'off' ? new NoQueryVariants() : new RuleQueryVariants();
  const candidates = new CandidateSearch(hybrid, texts, variants, provider, config);
  const retrieval = new RetrievalService(candidates, library, texts, new Reranking(new LexicalReranker(), config, logger), withoutCache);
  return {
    async rank(text, limit) {
      const { passages, degraded } = await retrieval.retrieve(tenant, { text, limit }, never);
      if (degraded.length > 0) throw new Error(`a degraded answer is no measure: ${degraded.join(', ')}`);
      return passages.map(({ documentId, start, end }) => ({ document: documentId, start, end }));
    },
  };
}
