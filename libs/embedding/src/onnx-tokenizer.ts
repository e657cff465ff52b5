import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Tokenizer } from '@huggingface/tokenizers';
import { FILES, TOKENIZER_CONFIG } from './onnx-files';

/** The tokenizer of a model's folder. */
export class OnnxTokenizer {
  private readonly tokenizer: Tokenizer;
  /** How many special tokens end every text, [SEP] for most models: a text that is cut keeps them. */
  private readonly ending: number;
  /** What an unknown character becomes; undefined where none is unknown. */
  private readonly unknown: number | undefined;
  /** Pieces in the vocabulary. */
  readonly size: number;

  constructor(
    directory: string,
    private readonly maxTokens: number,
  ) {
    // loaded where it is chosen, as the runtime
    const { Tokenizer } = require('@huggingface/tokenizers') as typeof import('@huggingface/tokenizers');
    const read = (file: string) => JSON.parse(readFileSync(join(directory, file), 'utf8')) as object;
    this.tokenizer = new Tokenizer(read(FILES.tokenizer), existsSync(join(directory, TOKENIZER_CONFIG)) ? read(TOKENIZER_CONFIG) : {});
    this.size = this.tokenizer.get_vocab().size;
    this.unknown = this.tokenizer.token_to_id('[UNK]') ?? this.tokenizer.token_to_id('<unk>');
    this.ending = commonEnding(this.tokenizer.encode('').ids, this.tokenizer.encode('a').ids);
  }

  /** Token ids with the special ones, at most as many as the model takes. */
  encode(text: string): number[] {
    // a lone surrogate is no character of any vocabulary
    const { ids } = this.tokenizer.encode(text.toWellFormed());
    if (ids.length <= this.maxTokens) return ids;
    return [...ids.slice(0, this.maxTokens - this.ending), ...ids.slice(ids.length - this.ending)];
  }

  /** Whether a word is one piece of the vocabulary. */
  knows(word: string): boolean {
    const { ids } = this.tokenizer.encode(word, { add_special_tokens: false });
    return ids.length === 1 && ids[0] !== this.unknown;
  }

  /** Letters of every `step`-th piece of the vocabulary. */
  *pieces(step: number): Generator<string> {
    for (let id = 0; id < this.size; id += step) yield this.tokenizer.decode([id]).replace(/[^\p{L}\p{M}]/gu, '');
  }
}

function commonEnding(a: readonly number[], b: readonly number[]): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a.at(-1 - length) === b.at(-1 - length)) length++;
  return length;
}
