import type { ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { AppError } from '@lectern/platform';

const RSS_POLL_MS = 50;

interface Limits {
  readonly timeoutMs: number;
  readonly memoryMb: number;
}

/** Kills a parser's process that takes too long, grows too large or is no longer wanted, and remembers why. */
export class ChildLimits {
  /** Why the process was killed. */
  breach: unknown;
  private timeout: NodeJS.Timeout | undefined;
  private remainingMs: number;
  private since = 0;
  private readonly poll: NodeJS.Timeout;

  constructor(
    private readonly child: ChildProcess,
    private readonly limits: Limits,
    private readonly signal: AbortSignal,
  ) {
    this.remainingMs = limits.timeoutMs;
    this.resumeClock();
    this.poll = setInterval(() => void this.checkMemory(), RSS_POLL_MS);
    signal.addEventListener('abort', this.abort, { once: true });
  }

  /** The time limit is the parser's: it stands still while a page is being used. */
  pauseClock(): void {
    clearTimeout(this.timeout);
    this.remainingMs -= performance.now() - this.since;
  }

  resumeClock(): void {
    this.since = performance.now();
    this.timeout = setTimeout(() => this.kill(tooComplex(`more than ${this.limits.timeoutMs / 1000} s`)), this.remainingMs);
  }

  stop(): void {
    clearTimeout(this.timeout);
    clearInterval(this.poll);
    this.signal.removeEventListener('abort', this.abort);
  }

  private readonly abort = () => this.kill(this.signal.reason);

  private kill(reason: unknown): void {
    this.breach ??= reason;
    this.child.kill('SIGKILL');
  }

  /** WebAssembly and buffers lie outside V8's heap, so only the process as a whole can be measured; from /proc, where there is one. */
  private async checkMemory(): Promise<void> {
    const status = await readFile(`/proc/${this.child.pid}/status`, 'latin1').catch(() => '');
    const rssMb = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
    if (rssMb > this.limits.memoryMb) this.kill(tooComplex(`more than ${this.limits.memoryMb} MB of memory`));
  }
}

export function tooComplex(what: string): AppError {
  return new AppError('TOO_COMPLEX', `Reading the document takes ${what}, which is more than one document may use. Split it.`);
}
