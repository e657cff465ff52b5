/** What has to be known of a model to use it right, and what its service does not tell. */
export interface ServedModel {
  readonly dimension: number;
  /** With special tokens; the service cuts what is longer. */
  readonly maxTokens: number;
  readonly pooling: 'cls' | 'mean' | 'last';
  /** What stands before a query and before a passage; leaving it out costs quality. */
  readonly prompts: { readonly query: string; readonly passage: string };
  readonly scripts: 'latin' | 'all';
}

const none = { query: '', passage: '' };
const search = { query: 'Represent this sentence for searching relevant passages: ', passage: '' };
const e5 = { query: 'query: ', passage: 'passage: ' };
const instruct = (end: string) => ({
  query: `Instruct: Given a web search query, retrieve relevant passages that answer the query\nQuery:${end}`,
  passage: '',
});
const english = { maxTokens: 512, scripts: 'latin' } as const;
const multilingual = { maxTokens: 512, scripts: 'all' } as const;

/** As the models' cards on the Hugging Face Hub say. */
const MODELS: Readonly<Record<string, ServedModel>> = {
  'BAAI/bge-small-en-v1.5': { ...english, dimension: 384, pooling: 'cls', prompts: search },
  'BAAI/bge-base-en-v1.5': { ...english, dimension: 768, pooling: 'cls', prompts: search },
  'BAAI/bge-large-en-v1.5': { ...english, dimension: 1024, pooling: 'cls', prompts: search },
  'BAAI/bge-m3': { ...multilingual, maxTokens: 8192, dimension: 1024, pooling: 'cls', prompts: none },
  'intfloat/e5-base-v2': { ...english, dimension: 768, pooling: 'mean', prompts: e5 },
  'intfloat/e5-large-v2': { ...english, dimension: 1024, pooling: 'mean', prompts: e5 },
  'intfloat/multilingual-e5-small': { ...multilingual, dimension: 384, pooling: 'mean', prompts: e5 },
  'intfloat/multilingual-e5-base': { ...multilingual, dimension: 768, pooling: 'mean', prompts: e5 },
  'intfloat/multilingual-e5-large': { ...multilingual, dimension: 1024, pooling: 'mean', prompts: e5 },
  'intfloat/multilingual-e5-large-instruct': { ...multilingual, dimension: 1024, pooling: 'mean', prompts: instruct(' ') },
  'mixedbread-ai/mxbai-embed-large-v1': { ...english, dimension: 1024, pooling: 'cls', prompts: search },
  'sentence-transformers/all-MiniLM-L6-v2': { ...english, maxTokens: 256, dimension: 384, pooling: 'mean', prompts: none },
  'sentence-transformers/all-mpnet-base-v2': { ...english, maxTokens: 384, dimension: 768, pooling: 'mean', prompts: none },
  'Qwen/Qwen3-Embedding-0.6B': { ...multilingual, maxTokens: 32_768, dimension: 1024, pooling: 'last', prompts: instruct('') },
};

/** Of another model only what the operator says is known: it is taken for one that reads everything and wants no instruction. */
export function servedModel(name: string, dimension: number | undefined): (Omit<ServedModel, 'pooling'> & { pooling: string }) | undefined {
  const known = MODELS[name];
  if (known) return { ...known, dimension: dimension ?? known.dimension };
  return dimension === undefined ? undefined : { ...multilingual, dimension, pooling: '', prompts: none };
}
