import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { AppError } from '@lectern/platform';
import { END, type InferenceAnswer, type InferenceRequest } from './inference-messages';

interface InferencePoolOptions {
  script: string;
  workerData: unknown;
  /** Threads at most, each with the model in its memory; the default is one a core. */
  threads?: number;
  /** After this without work a thread is ended. */
  idleMs?: number;
}

interface Task {
  readonly request: InferenceRequest;
  readonly resolve: (vector: Float32Array) => void;
  readonly reject: (reason: unknown) => void;
}

interface Thread {
  readonly worker: Worker;
  task?: Task;
  idle?: NodeJS.Timeout;
}

/** More than these wait for memory, not for cores. */
const MOST_THREADS = 8;
const IDLE_MS = 5 * 60_000;
/** Longer than any text takes, and than a model takes to load. */
const LAST_WORK_MS = 10_000;

/**
 * Threads that run a model, one text at a time each, started when there is work for them. Texts wait here rather than in a thread, so that a query
 * overtakes the passages, and what nobody waits for any more is never run.
 */
export class InferencePool {
  private readonly threads = new Set<Thread>();
  private readonly queries: Task[] = [];
  private readonly passages: Task[] = [];
  private readonly size: number;
  private readonly idleMs: number;

  constructor(private readonly options: InferencePoolOptions) {
    this.size = options.threads ?? Math.min(MOST_THREADS, availableParallelism());
    this.idleMs = options.idleMs ?? IDLE_MS;
  }

  /** @throws AppError `EMBEDDING_UNAVAILABLE` where the model fails or its thread dies; the signal's reason */
  run(request: InferenceRequest, kind: 'query' | 'passage', signal: AbortSignal): Promise<Float32Array> {
    if (signal.aborted) return Promise.reject(signal.reason as Error);
    const { promise, resolve, reject } = Promise.withResolvers<Float32Array>();
    const queue = kind === 'query' ? this.queries : this.passages;
    const task: Task = { request, resolve, reject };
    const abort = () => {
      const at = queue.indexOf(task);
      if (at >= 0) queue.splice(at, 1);
      reject(signal.reason);
    };
    signal.addEventListener('abort', abort, { once: true });
    queue.push(task);
    this.next();
    return promise.finally(() => signal.removeEventListener('abort', abort));
  }

  async close(): Promise<void> {
    const closed = new Error('closed');
    for (const task of [...this.queries.splice(0), ...this.passages.splice(0)]) task.reject(unavailable(closed));
    const threads = [...this.threads];
    for (const thread of threads) this.remove(thread, closed);
    await Promise.all(threads.map(ended));
  }

  private next(): void {
    while (this.queries.length + this.passages.length > 0) {
      const free = [...this.threads].find(({ task }) => !task) ?? (this.threads.size < this.size ? this.start() : undefined);
      if (!free) return;
      clearTimeout(free.idle);
      free.task = (this.queries.shift() ?? this.passages.shift())!;
      free.worker.ref(); // a process may end while a thread idles, not while it works
      free.worker.postMessage(free.task.request);
    }
  }

  private start(): Thread {
    const thread: Thread = { worker: new Worker(this.options.script, { workerData: this.options.workerData }) };
    this.threads.add(thread);
    thread.worker.on('message', (answer: InferenceAnswer) => {
      const { task } = thread;
      thread.task = undefined;
      thread.worker.unref();
      thread.idle = setTimeout(() => this.end(thread), this.idleMs).unref();
      if ('vector' in answer) task?.resolve(answer.vector);
      else task?.reject(unavailable(new Error(answer.error)));
      this.next();
    });
    thread.worker.on('error', (error) => this.remove(thread, error));
    thread.worker.on('exit', (code) => this.remove(thread, new Error(`The thread ended with ${code}.`)));
    return thread;
  }

  private end(thread: Thread): void {
    this.threads.delete(thread);
    void ended(thread);
  }

  private remove(thread: Thread, cause: Error): void {
    clearTimeout(thread.idle);
    if (!this.threads.delete(thread)) return;
    thread.task?.reject(unavailable(cause));
    this.next();
  }
}

async function ended({ worker }: Thread): Promise<void> {
  if (worker.threadId < 0) return;
  const timer = setTimeout(() => void worker.terminate(), LAST_WORK_MS);
  const exit = once(worker, 'exit');
  worker.postMessage(END);
  await exit.catch(() => {}); // it failed, and has ended
  clearTimeout(timer);
}

function unavailable(cause: Error): AppError {
  return new AppError('EMBEDDING_UNAVAILABLE', 'The embedding model is not available. Try again.', { cause });
}
