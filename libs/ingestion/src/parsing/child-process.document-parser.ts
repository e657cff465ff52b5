import { fork, type ChildProcess } from 'node:child_process';
import { on } from 'node:events';
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

  async *parse(file: DocumentFile, signal: AbortSignal): AsyncGenerator<ParsedPage> {
    signal.throwIfAborted();
    const child = this.start();
    const limits = new ChildLimits(child, this.options, signal);
    try {
      const replies = on(child, 'message', { close: ['disconnect'] });
      child.send({ path: file.path, format: file.format } satisfies DocumentFile, ignoreLostChild);
      for await (const [reply] of replies as AsyncIterable<[ParseReply]>) {
        if (reply.kind === 'done') return;
        if (reply.kind === 'failed') throw new AppError(reply.code, reply.message, { cause: reply.detail });
        limits.pauseClock();
        yield reply.page;
        limits.resumeClock();
        child.send('taken', ignoreLostChild);
      }
      throw limits.breach ?? tooComplex('more memory than there is');
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
