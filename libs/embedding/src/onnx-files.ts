/** Of a model's folder, as the Hugging Face Hub names them. Apart from what reads them, for threads load nothing that they do not need. */
export const FILES = {
  weights: 'onnx/model_quantized.onnx',
  config: 'config.json',
  tokenizer: 'tokenizer.json',
} as const;

/** Beside it in most folders; a tokenizer does without. */
export const TOKENIZER_CONFIG = 'tokenizer_config.json';
