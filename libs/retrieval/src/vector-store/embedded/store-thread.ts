import { Worker } from 'node:worker_threads';
import { AppError } from '@lectern/platform';
import { type FileOptions } from './open-file';
import { type ThreadAnswer, type ThreadCall, type ThreadMessage } from './thread-messages';

interface Waiting {
  readonly call: ThreadCall;
  readonly resolve: (answer: ThreadAnswer) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * A worker thread that answers one call at a time. Calls wait here rather than in the thread's mailbox, so that one that
 * nobody waits for any more is never run. A dead thread rejects what waits, and the next call starts another.
 */
export class StoreThread {
  private worker: Worker | undefined;
  private running: Waiting | undefined;
  private readonly queue: Waiting[] = [];

  constructor(
    private readonly script: string,
    private readonly data: FileOptions,
    private readonly notify: (notice: string) => void,
  ) {}

  call(call: ThreadCall, signal: AbortSignal): Promise<ThreadAnswer> {
    const { promise, resolve, reject } = Promise.withResolvers<ThreadAnswer>();
    if (signal.aborted) reject(signal.reason);
    else {
      const waiting: Waiting = { call, resolve, reject };
      const abort = () => {
        const at = this.queue.indexOf(waiting);
        if (at >= 0) this.queue.splice(at, 1);
        reject(signal.reason);
      };
      signal.addEventListener('abort', abort, { once: true });
      this.queue.push(waiting);
      this.next();
      return promise.finally(() => signal.removeEventListener('abort', abort));
    }
    return promise;
  }

  async end(): Promise<void> {
    const worker = this.worker;
    this.fail(worker, new Error('closed'));
    await worker?.terminate();
  }

  private next(): void {
    if (this.running || this.queue.length === 0) return;
    this.running = this.queue.shift()!;
    this.worker ??= this.start();
    this.worker.ref(); // a process may end while the thread idles, not while it works
    this.worker.postMessage(this.running.call);
  }

  private start(): Worker {
    const worker = new Worker(this.script, { workerData: this.data });
    worker.on('message', (answer: ThreadMessage) => {
      if (answer.outcome === 'notice') return this.notify(answer.message);
      const { running } = this;
      this.running = undefined;
      worker.unref();
      running?.resolve(answer);
      this.next();
    });
    worker.on('error', (error) => this.fail(worker, error));
    worker.on('exit', (code) => this.fail(worker, new Error(`The thread ended with ${code}.`)));
    return worker;
  }

  private fail(worker: Worker | undefined, cause: unknown): void {
    if (this.worker !== worker) return;
    this.worker = undefined;
    const waiting = [this.running, ...this.queue.splice(0)];
    this.running = undefined;
    for (const one of waiting)
      one?.reject(new AppError('VECTOR_STORE_UNAVAILABLE', 'The search index is not available. Try again.', { cause }));
  }
}
