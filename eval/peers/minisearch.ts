import MiniSearch, { type Options } from 'minisearch';
import { type System } from '../search/system';
import { type Workspace } from '../search/workspace';
import { languageOf } from './language';

/** As its guide says: one text field, nothing set; terms are joined by OR and scored by BM25+. */
export const minisearch: System = { name: 'MiniSearch, defaults', open: (workspace) => open(workspace, {}) };

/** With the stop words and the stemmer of the collection's language in `processTerm`, which its documentation is there for. */
export const minisearchStemmed: System = {
  name: 'MiniSearch, told the language',
  async open(workspace) {
    const { stem, stopWords } = languageOf(workspace.library.collection);
    const stops = new Set(stopWords);
    return open(workspace, { processTerm: (term) => (stops.has(term.toLowerCase()) ? null : stem(term.toLowerCase())) });
  },
};

async function open({ library: { passages } }: Workspace, options: Partial<Options>) {
  const index = new MiniSearch<{ id: number; text: string }>({ ...options, fields: ['text'] });
  index.addAll(passages.map(({ text }, id) => ({ id, text })));
  return {
    async rank(query: string, limit: number) {
      const found = index.search(query).slice(0, limit);
      return found.map(({ id }) => passages[id as number]!);
    },
  };
}
