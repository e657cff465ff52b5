import { resolve } from 'node:path';
import { ConfigError } from '@lectern/platform';

/** Among the other packages, or where `npm start` puts it (`scripts/setup/onnx-runtime.mjs`). */
const PLACES = [__dirname, resolve('.runtime/onnxruntime')];

/**
 * The file of `onnxruntime-node`: 290 MB that only those install who choose it.
 * @throws ConfigError
 */
export function onnxRuntime(): string {
  try {
    return require.resolve('onnxruntime-node', { paths: PLACES });
  } catch {
    throw new ConfigError([
      'EMBEDDING_PROVIDER is onnx, and the package onnxruntime-node is not installed: `npm start` and the other commands bring it where EMBEDDING_PROVIDER=onnx is set; elsewhere `npm install --no-save --ignore-scripts onnxruntime-node` does',
    ]);
  }
}
