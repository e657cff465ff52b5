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
  private readonly timeout: NodeJS.Timeout;
  private readonly poll: NodeJS.Timeout;

  constructor(
    private readonly child: ChildProcess,
    limits: Limits,
    private readonly signal: AbortSignal,
  ) {
    this.timeout = setTimeout(() => this.kill(tooComplex(`more than ${limits.timeoutMs / 1000} s`)), limits.timeoutMs);
    this.poll = setInterval(() => void this.checkMemory(limits.memoryMb), RSS_POLL_MS);
    signal.addEventListener('abort', this.abort, { once: true });
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
  private async checkMemory(memoryMb: number): Promise<void> {
    const status = await readFile(`/proc/${this.child.pid}/status`, 'latin1').catch(() => '');
    const rssMb = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
    if (rssMb > memoryMb) this.kill(tooComplex(`more than ${memoryMb} MB of memory`));
  }
}

export function tooComplex(what: string): AppError {
  return new AppError('TOO_COMPLEX', `Reading the document takes ${what}, which is more than one document may use. Split it.`);
}
