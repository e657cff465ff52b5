import { parentPort, workerData } from 'node:worker_threads';
import { type FileOptions } from './open-file';
import { SharedFile } from './shared-file';
import { type ThreadCall, type ThreadMessage } from './thread-messages';

// One call after the other, in a thread of its own, because better-sqlite3 is synchronous and must not hold the event loop.
const say = (message: ThreadMessage) => parentPort!.postMessage(message);
const file = new SharedFile(workerData as FileOptions, (message) => say({ outcome: 'notice', message }));

parentPort!.on('message', (call: ThreadCall) => say(file.call(call)));
