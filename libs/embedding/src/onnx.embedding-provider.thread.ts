import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { InferenceSession, Tensor } from 'onnxruntime-common';
import { END, type InferenceAnswer, type InferenceRequest } from './inference-messages';
import { FILES } from './onnx-files';
import { type OnnxModel } from './onnx-model';
import { OnnxTokenizer } from './onnx-tokenizer';
import { pool } from './pooling';

// A thread of its own, because `run` of onnxruntime-node holds the event loop; one text at a time, because the vectors of a quantised model depend on what
// else is in the batch, and because it is faster on CPUs.

export interface OnnxThreadData {
  /** The file of `onnxruntime-node`. */
  readonly runtime: string;
  readonly directory: string;
  readonly model: OnnxModel;
}

interface Runtime {
  InferenceSession: typeof InferenceSession;
  Tensor: typeof Tensor;
}

const { runtime: runtimeFile, directory, model } = workerData as OnnxThreadData;
const port = parentPort!;
let loaded: ReturnType<typeof load> | undefined;

let working: Promise<unknown> = Promise.resolve();

port.on('message', (message: InferenceRequest | typeof END) => {
  if (message === END) return void working.then(end);
  working = embed(message.text).then(
    (vector) => port.postMessage({ vector } satisfies InferenceAnswer, [vector.buffer as ArrayBuffer]),
    (error: Error) => {
      loaded = undefined;
      port.postMessage({ error: error.message } satisfies InferenceAnswer);
    },
  );
});

/** With nothing left to do and nothing held, the thread ends by itself. */
async function end(): Promise<void> {
  await loaded?.then(({ session }) => session.release()).catch(() => {});
  port.close();
}

async function load() {
  const runtime = require(runtimeFile) as Runtime;
  const session = await runtime.InferenceSession.create(join(directory, FILES.weights), {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    logSeverityLevel: 3,
  });
  return { runtime, session, tokenizer: new OnnxTokenizer(directory, model.maxTokens) };
}

async function embed(text: string): Promise<Float32Array> {
  const { runtime, session, tokenizer } = await (loaded ??= load());
  const ids = tokenizer.encode(text);
  const tensor = (values: BigInt64Array) => new runtime.Tensor('int64', values, [1, ids.length]);
  const inputs: Record<string, () => Tensor> = {
    input_ids: () => tensor(BigInt64Array.from(ids, BigInt)),
    attention_mask: () => tensor(new BigInt64Array(ids.length).fill(1n)),
    token_type_ids: () => tensor(new BigInt64Array(ids.length)),
  };
  const outputs = await session.run(Object.fromEntries(session.inputNames.map((name) => [name, inputs[name]!()])));
  const states = outputs['last_hidden_state'] ?? outputs['token_embeddings'] ?? Object.values(outputs)[0]!;
  return pool(states.data as Float32Array, model.dimension, model.pooling);
}
