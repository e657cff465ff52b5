import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ConfigError } from '@lectern/platform';
import { z } from 'zod';
import { FILES, TOKENIZER_CONFIG } from './onnx-files';
import { type Pooling } from './pooling';

/** A sentence-embedding model in a folder, as the Hugging Face Hub and sentence-transformers lay it out. */
export interface OnnxModel {
  readonly name: string;
  /** Of the weights: another file is another model. */
  readonly revision: string;
  readonly dimension: number;
  readonly pooling: Pooling;
  /** With the special tokens; what is longer is cut. */
  readonly maxTokens: number;
  readonly prompts: { readonly query: string; readonly passage: string };
}

const config = z.object({
  hidden_size: z.number().int().positive(),
  max_position_embeddings: z.number().int().positive().default(512),
  _name_or_path: z.string().default(''),
});
const poolingConfig = z.object({ pooling_mode_cls_token: z.boolean().optional(), pooling_mode_mean_tokens: z.boolean().optional() });
const tokenizerConfig = z.object({ model_max_length: z.number().optional() });
const sentenceConfig = z.object({ max_seq_length: z.number().int().positive().optional() });
const promptsConfig = z.object({ prompts: z.record(z.string(), z.string()).default({}) });
const modules = z.array(z.object({ type: z.string() }));

/** @throws ConfigError saying what the folder lacks, or what in it is not supported */
export function readOnnxModel(directory: string): OnnxModel {
  for (const file of Object.values(FILES))
    if (!existsSync(join(directory, file))) throw wrong(directory, `there is no ${file} in it. It should be a folder with ${list(FILES)}`);
  const read = <Schema extends z.ZodType>(file: string, schema: Schema) => readJson(directory, file, schema);

  const { hidden_size, max_position_embeddings, _name_or_path } = read(FILES.config, config)!;
  const unsupported = (read('modules.json', modules) ?? []).find(({ type }) => !/\.(Transformer|Pooling|Normalize)$/.test(type));
  if (unsupported) throw wrong(directory, `its modules.json names ${unsupported.type}; Transformer, Pooling and Normalize are supported`);
  const { prompts } = read('config_sentence_transformers.json', promptsConfig) ?? { prompts: {} };
  return {
    name: basename(_name_or_path) || basename(directory),
    revision: createHash('sha256')
      .update(readFileSync(join(directory, FILES.weights)))
      .digest('hex')
      .slice(0, 12),
    dimension: hidden_size,
    pooling: poolingOf(directory, read('1_Pooling/config.json', poolingConfig)),
    maxTokens: Math.min(
      max_position_embeddings,
      read('sentence_bert_config.json', sentenceConfig)?.max_seq_length ?? Infinity,
      read(TOKENIZER_CONFIG, tokenizerConfig)?.model_max_length ?? Infinity,
    ),
    prompts: { query: prompts['query'] ?? '', passage: prompts['passage'] ?? prompts['document'] ?? '' },
  };
}

function poolingOf(directory: string, modes: z.output<typeof poolingConfig> | undefined): Pooling {
  if (!modes || modes.pooling_mode_mean_tokens) return 'mean';
  if (modes.pooling_mode_cls_token) return 'cls';
  throw wrong(directory, 'its 1_Pooling/config.json asks for neither the mean of the tokens nor [CLS]');
}

/** The file as its schema reads it; undefined where there is none. */
function readJson<Schema extends z.ZodType>(directory: string, file: string, schema: Schema): z.output<Schema> | undefined {
  if (!existsSync(join(directory, file))) return undefined;
  try {
    return schema.parse(JSON.parse(readFileSync(join(directory, file), 'utf8')));
  } catch (error) {
    throw wrong(directory, `its ${file} cannot be used: ${(error as Error).message}`);
  }
}

function wrong(directory: string, what: string): ConfigError {
  return new ConfigError([`ONNX_MODEL_DIR is ${directory}, and ${what}`]);
}

function list(files: Record<string, string>): string {
  return Object.values(files).join(', ');
}
