import { fork, type ChildProcess } from 'node:child_process';
import { on, once } from 'node:events';
import { join } from 'node:path';
import { AppError } from '@lectern/platform';
import { ChildLimits, tooComplex } from './child-limits';
import { DocumentParser, type DocumentFile, type ParsedPage } from './document-parser';
import type { ParseReply } from './parser-messages';

export interface ChildProcessParserOptions {
  readonly timeoutMs: number;
  /** Resident memory of the process that parses one document. */
  readonly memoryMb: number;
  /** The compiled `parser.child`; by default the one beside this file. */
  readonly childPath?: string;
}

const WASM_PAGES_PER_MB = 16;

/** Parses each document in a process of its own that may read files and nothing else, and that is killed at its limits. */
export class ChildProcessDocumentParser extends DocumentParser {
  constructor(private readonly options: ChildProcessParserOptions) {
    super();
  }

  /** A process that ends before it has answered anything has not begun: on a machine without threads or memory to spare another one may. */
  async *parse(file: DocumentFile, signal: AbortSignal): AsyncGenerator<ParsedPage> {
    if (yield* this.parseOnce(file, signal)) return;
    if (!(yield* this.parseOnce(file, signal))) throw tooComplex('more memory than there is');
  }

  /** @returns whether the process has begun; it has not where it ended by itself, with nothing said */
  private async *parseOnce(file: DocumentFile, signal: AbortSignal): AsyncGenerator<ParsedPage, boolean> {
    signal.throwIfAborted();
    const child = this.start();
    const limits = new ChildLimits(child, this.options, signal);
    // of one that could not be started its replies tell
    const exited = once(child, 'exit').catch(() => [null]);
    let answered = false;
    try {
      const replies = on(child, 'message', { close: ['disconnect'] });
      child.send({ path: file.path, format: file.format } satisfies DocumentFile, ignoreLostChild);
      for await (const [reply] of replies as AsyncIterable<[ParseReply]>) {
        answered = true;
        if (reply.kind === 'done') return true;
        if (reply.kind === 'failed') throw new AppError(reply.code, reply.message, { cause: reply.detail });
        limits.pauseClock();
        yield reply.page;
        limits.resumeClock();
        child.send('taken', ignoreLostChild);
      }
      // what has closed its channel and stays is ended by the clock
      const [code] = (await exited) as [number | null];
      if (limits.breach) throw limits.breach;
      if (!answered && code !== null) return false;
      throw tooComplex('more memory than there is');
    } finally {
      limits.stop();
      child.kill('SIGKILL');
    }
  }

  private start(): ChildProcess {
    const { memoryMb, childPath = join(__dirname, 'parser.child.js') } = this.options;
    const child = fork(childPath, [String(process.pid)], {
      execArgv: [
        // the thread is the watchdog's; no writing, no other process, no addon is allowed
        '--permission',
        '--allow-fs-read=*',
        '--allow-worker',
        `--max-old-space-size=${Math.floor(memoryMb * 0.6)}`,
        `--wasm-max-mem-pages=${Math.floor(memoryMb / 2) * WASM_PAGES_PER_MB}`,
      ],
      env: {},
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    child.on('error', ignoreLostChild);
    return child;
  }
}

/** A child that cannot be reached has ended: the end of its replies tells it. One that cannot be started fails them. */
function ignoreLostChild(): void {}
