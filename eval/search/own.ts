import { type EmbeddingProvider } from '@lectern/embedding';
import { type DocumentId } from '@lectern/platform';
import { type Reranker } from '../../libs/retrieval/src/rerank/reranker';
import { type Fusion, distributionBasedScoreFusion } from '../../libs/retrieval/src/search/fusion';
import { legWeights } from '../../libs/retrieval/src/search/legs';
import { type LegWeights, rankPassages } from '../../libs/retrieval/src/search/rank-passages';
import { TERM_WEIGHTS, type TermWeights } from '../../libs/retrieval/src/text/sparse-encoder';
import { type HitList } from '../../libs/retrieval/src/vector-store/vector-store';
import { type Part } from '../library';
import { candidatesFor } from './index-of-library';
import { type Ranking, type System } from './system';
import { type Workspace } from './workspace';

/** One way to run the product's stages; what is left out is as a request has it, or off. */
export interface Configuration {
  readonly provider: EmbeddingProvider;
  readonly terms?: TermWeights;
  readonly legs?: LegWeights;
  readonly fuse?: Fusion;
  /** Hits a list. */
  readonly candidates?: (limit: number) => number;
  /** Searches with vectors even where the model cannot read the query. */
  readonly readsAll?: boolean;
  /** Other queries beside the query, and how much they count together. */
  readonly variants?: { readonly of: (query: string) => string[]; readonly weight: number };
  readonly reranker?: Reranker;
  /** What a passage gets of its neighbours' scores. */
  readonly neighbourWeight?: number;
}

const never = new AbortController().signal;

/** A row that is the product itself, in some configuration. */
export function own(name: string, configuration: Configuration, against?: string): System {
  return { name, ...(against && { against }), open: (workspace) => open(workspace, configuration) };
}

async function open(workspace: Workspace, configuration: Configuration): Promise<Ranking> {
  const { provider, legs = legWeights(provider.signature), fuse = distributionBasedScoreFusion, variants, reranker } = configuration;
  const index = await workspace.index(configuration.terms ?? TERM_WEIGHTS, provider);
  const passages = new Map(workspace.library.passages.map((passage) => [keyOf(passage.document, passage.passage), passage]));

  const listsOf = async (query: string, length: number) => {
    const wanted = (['sparse', 'dense'] as const)
      .filter((leg) => legs[leg].passage + legs[leg].chunk > 0)
      .filter((leg) => leg === 'sparse' || configuration.readsAll || provider.reads(query));
    const lists = (await Promise.all(wanted.map((leg) => index.ask(query, leg)))).flat();
    return lists.filter(({ leg, kind }) => legs[leg][kind] > 0).map((list) => beginning(list, length));
  };

  return {
    async rank(query, limit) {
      const length = (configuration.candidates ?? candidatesFor)(limit);
      const queries = [{ weight: 1, lists: await listsOf(query, length) }];
      const others = variants?.of(query) ?? [];
      for (const other of others) queries.push({ weight: variants!.weight / others.length, lists: await listsOf(other, length) });
      const ranked = rankPassages(queries, legs, fuse, configuration.neighbourWeight).map(({ documentId, passage, score }) => ({
        ...passages.get(keyOf(documentId, passage))!,
        score,
      }));
      return (reranker ? await reranked(reranker, query, ranked.slice(0, reranker.depth(limit))) : ranked).slice(0, limit);
    },
  };
}

async function reranked(reranker: Reranker, query: string, candidates: readonly (Part & { readonly score: number })[]): Promise<Part[]> {
  return (await reranker.rerank(query, candidates, never)).map(({ at }) => candidates[at]!);
}

function beginning({ hits, ...list }: HitList, length: number): HitList {
  return { ...list, hits: hits.slice(0, length) };
}

function keyOf(document: DocumentId, passage: number): string {
  return `${document}/${passage}`;
}
