import { type EmbeddingProvider } from '@lectern/embedding';
import { create, insert, search, type DefaultTokenizerConfig } from '@orama/orama';
import { type System } from '../search/system';
import { type Workspace } from '../search/workspace';
import { languageOf } from './language';

const never = new AbortController().signal;

/** As its documentation begins: full text, nothing set (the English tokenizer, no stemming, no stop words, terms joined by OR). */
export const orama: System = { name: 'Orama, defaults', open: (workspace) => open(workspace, {}) };

/** With the tokenizer, stemmer and stop words that it has for the collection's language. */
export const oramaStemmed: System = { name: 'Orama, told the language', open: async (workspace) => open(workspace, analysisOf(workspace)) };

/** Its hybrid search: min-max scores, half and half. Its default leaves out vectors of a cosine under .8, which is nearly all. */
export function oramaHybrid(label: string, provider: EmbeddingProvider, similarity?: number): System {
  return {
    name: `Orama hybrid x ${label}, ${similarity === undefined ? 'defaults' : `told the language, similarity ${similarity}`}`,
    open: async (workspace) => open(workspace, similarity === undefined ? {} : analysisOf(workspace), { provider, similarity }),
  };
}

function analysisOf({ library }: Workspace): DefaultTokenizerConfig {
  const { name, stem, stopWords } = languageOf(library.collection);
  return { language: name as DefaultTokenizerConfig['language'], stemmer: stem, stopWords: [...stopWords] };
}

async function open(
  workspace: Workspace,
  tokenizer: DefaultTokenizerConfig,
  hybrid?: { readonly provider: EmbeddingProvider; readonly similarity: number | undefined },
) {
  const { passages } = workspace.library;
  const vectors = hybrid && (await workspace.vectors(hybrid.provider));
  const dimension = hybrid?.provider.signature.dimension ?? 1;
  const database = create({ schema: { text: 'string', vector: `vector[${dimension}]` } as const, components: { tokenizer } });
  for (const [i, { text }] of passages.entries())
    await insert(database, { id: String(i), text, vector: vectors ? Array.from(vectors[i]!) : [0] });
  return {
    async rank(query: string, limit: number) {
      const found = await (hybrid
        ? search(database, {
            mode: 'hybrid',
            term: query,
            limit,
            vector: { value: Array.from(await hybrid.provider.embedQuery(query, never)), property: 'vector' },
            ...(hybrid.similarity !== undefined && { similarity: hybrid.similarity }),
          })
        : search(database, { term: query, limit }));
      return found.hits.map(({ id }) => passages[Number(id)]!);
    },
  };
}
