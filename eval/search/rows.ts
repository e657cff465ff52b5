import { type EmbeddingProvider } from '@lectern/embedding';
import { LexicalReranker } from '../../libs/retrieval/src/rerank/lexical.reranker';
import { type Fusion, reciprocalRankFusion } from '../../libs/retrieval/src/search/fusion';
import { legWeights } from '../../libs/retrieval/src/search/legs';
import { clausesOf } from '../../libs/retrieval/src/query-variants/rules.query-variants';
import { TERM_WEIGHTS, type TermWeights } from '../../libs/retrieval/src/text/sparse-encoder';
import { type LegWeights } from '../../libs/retrieval/src/search/rank-passages';
import { bm25 } from '../peers/bm25';
import { lancedb } from '../peers/lancedb';
import { minisearch, minisearchStemmed } from '../peers/minisearch';
import { orama, oramaHybrid, oramaStemmed } from '../peers/orama';
import { own } from './own';
import { service } from './service';
import { type System } from './system';

export interface Group {
  readonly title: string;
  readonly rows: readonly System[];
}

const variants = { of: clausesOf, weight: 0.5 };

/** With the constant of the paper (Cormack, Clarke and Büttcher 2009). */
const rankFusion60: Fusion = (lists) => {
  const fused = new Map<string, number>();
  for (const { weight, scored } of lists) scored.forEach(({ key }, rank) => fused.set(key, (fused.get(key) ?? 0) + weight / (60 + rank)));
  return fused;
};

/** The row that is what a request gets. */
export const DEFAULT = 'default: the service as it is';
/** All kinds of term, passages and chunks, fused by score: what the rows of single stages are compared with. */
const FIRST = 'first search: words, fused by score';

const STEMS: TermWeights = { stem: 1, neighbours: 0, gram: 0, word: 0 };
const neither = { passage: 0, chunk: 0 };
const words = (kinds: LegWeights['sparse']): LegWeights => ({ sparse: kinds, dense: neither });

/** Every row of the table. Try an idea by adding one: `own(name, what is different, the row to compare it with)`. */
export function groups(
  lexical: EmbeddingProvider,
  models: readonly { label: string; provider: EmbeddingProvider }[],
  lance: string,
): Group[] {
  const provider = lexical;
  const terms = (name: string, more: Partial<TermWeights>, against: string) =>
    own(name, { provider, terms: { ...STEMS, ...more } }, against);
  const { neighbours, gram, word } = TERM_WEIGHTS;
  return [
    { title: 'Yardstick and default', rows: [bm25, service(DEFAULT, provider, {}, bm25.name)] },
    {
      title: 'Kinds of term',
      rows: [
        terms('stems alone', {}, bm25.name),
        terms('stems + pairs of neighbours', { neighbours }, 'stems alone'),
        terms('stems + 4-grams', { gram }, 'stems alone'),
        terms('stems + whole words', { word }, 'stems alone'),
      ],
    },
    {
      title: 'Units, candidates and fusion of words',
      rows: [
        own(FIRST, { provider }, bm25.name),
        own('passages alone', { provider, legs: words({ passage: 1, chunk: 0 }) }, FIRST),
        own('chunks alone', { provider, legs: words({ passage: 0, chunk: 1 }) }, FIRST),
        own('20 candidates a list', { provider, candidates: () => 20 }, FIRST),
        own('100 candidates a list', { provider, candidates: () => 100 }, FIRST),
        own('nothing from neighbours', { provider, neighbourWeight: 0 }, FIRST),
        own('rank fusion, k = 2', { provider, fuse: reciprocalRankFusion }, FIRST),
      ],
    },
    {
      title: 'Stages after the first search',
      rows: [
        own('+ multi-query by rules', { provider, variants }, FIRST),
        own('+ lexical reranker (diversity)', { provider, reranker: new LexicalReranker() }, FIRST),
        service('service without feedback', provider, { RETRIEVAL_FEEDBACK: 'off' }, DEFAULT),
        service('service, widened by neighbours', provider, { RETRIEVAL_EXPANSION: 'neighbours' }, DEFAULT),
      ],
    },
    ...[{ label: 'lexical vectors', provider: lexical }, ...models].map(({ label, provider: model }) =>
      meaning(label, model, model !== lexical),
    ),
    {
      title: 'Peers, on the same passages and vectors',
      rows: [
        minisearch,
        minisearchStemmed,
        orama,
        oramaStemmed,
        lancedb(lance, { toldLanguage: false }),
        lancedb(lance, { toldLanguage: true }),
        ...models.flatMap((model) => [
          oramaHybrid(model.label, model.provider),
          oramaHybrid(model.label, model.provider, 0),
          lancedb(lance, { ...model, toldLanguage: false }),
          lancedb(lance, { ...model, toldLanguage: true }),
        ]),
      ],
    },
  ];
}

function meaning(label: string, provider: EmbeddingProvider, isModel: boolean): Group {
  // as of a model, whatever these vectors are made by
  const legs = legWeights({ ...provider.signature, provider: 'model' });
  const { dense } = legs;
  const alone = `${label} alone`;
  const hybrid = `words x ${label}`;
  return {
    title: `Meaning: ${label}`,
    rows: [
      own(`${label} alone, passages`, { provider, legs: { sparse: neither, dense: { passage: 1, chunk: 0 } }, readsAll: true }, FIRST),
      own(alone, { provider, legs: { sparse: neither, dense }, readsAll: true }, FIRST),
      own(hybrid, { provider, legs }, FIRST),
      own(`${hybrid}, rank fusion, k = 2`, { provider, legs, fuse: reciprocalRankFusion }, hybrid),
      own(`${hybrid}, rank fusion, k = 60`, { provider, legs, fuse: rankFusion60 }, hybrid),
      ...(isModel ? ofModel(label, provider, hybrid, legs) : []),
    ],
  };
}

/** What is worth asking of a model that knows more than letters. */
function ofModel(label: string, provider: EmbeddingProvider, hybrid: string, legs: LegWeights): System[] {
  return [
    own(`${hybrid}, 20 candidates a list`, { provider, legs, candidates: () => 20 }, hybrid),
    own(`${hybrid}, 100 candidates a list`, { provider, legs, candidates: () => 100 }, hybrid),
    own(`${hybrid}, whatever the script`, { provider, legs, readsAll: true }, hybrid),
    own(`${hybrid} + multi-query by rules`, { provider, legs, variants }, hybrid),
    service(`service with ${label}`, provider, {}, hybrid),
  ];
}
