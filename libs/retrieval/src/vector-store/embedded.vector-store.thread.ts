import { parentPort, workerData } from 'node:worker_threads';
import { type ThreadAnswer, type ThreadCall, type ThreadData } from './thread-messages';
import { VectorFile } from './vector-file';

// One call after the other, in a thread of its own, because better-sqlite3 is synchronous and must not hold the event loop.
const port = parentPort!;
let file: VectorFile | undefined;

port.on('message', (call: ThreadCall) => port.postMessage(answer(call)));

function answer({ method, args }: ThreadCall): ThreadAnswer {
  try {
    file ??= new VectorFile((workerData as ThreadData).file);
    return { outcome: 'done', value: Reflect.apply(file[method], file, args) };
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    return { outcome: code?.startsWith('SQLITE_BUSY') ? 'busy' : 'failed', message: `${code ?? ''} ${message}` };
  }
}
