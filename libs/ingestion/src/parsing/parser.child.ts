import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { DocumentFormat } from './document-format';
import type { ParsedPage } from './document-parser';
import { ParseFailure } from './parse-failure';
import { PAGES_AHEAD, type ParseReply, type ParseRequest } from './parser-messages';
import { readDocx } from './read-docx';
import { readPdf } from './read-pdf';
import { readText } from './read-text';

// The process that parses one document and ends: whatever a hostile file does to it, nothing else is harmed.

const READERS: Record<DocumentFormat, (path: string) => AsyncIterable<ParsedPage>> = { pdf: readPdf, docx: readDocx, txt: readText };

// a busy loop never sees that its parent is gone: the thread does
new Worker(join(__dirname, 'parser.watchdog.js'), {
  workerData: Number(process.argv[2]),
  resourceLimits: { maxOldGenerationSizeMb: 8 },
}).unref();
process.once('disconnect', () => process.exit());
process.once('message', (request: ParseRequest) => void run(request));

async function run(request: ParseRequest): Promise<void> {
  const ahead = { pages: 0 };
  process.on('message', () => ahead.pages--);
  let characters = 0;
  try {
    for await (const page of READERS[request.format](request.path)) {
      characters += page.text.length;
      if (characters > request.maxCharacters)
        throw new ParseFailure('TOO_LARGE', `The document holds more than ${request.maxCharacters} characters. Split it.`);
      while (ahead.pages >= PAGES_AHEAD) await once(process, 'message');
      await send({ kind: 'page', page });
      ahead.pages++;
    }
    await send({ kind: 'done' });
  } catch (error) {
    await send(asReply(error));
  }
  process.disconnect();
}

function asReply(error: unknown): ParseReply {
  const detail = String(error instanceof Error ? (error.cause ?? error.stack) : error);
  if (error instanceof ParseFailure) return { kind: 'failed', code: error.code, message: error.message, detail };
  if (error instanceof Error && 'syscall' in error)
    return { kind: 'failed', code: 'BLOB_STORE_UNAVAILABLE', message: 'The stored file cannot be read.', detail };
  return { kind: 'failed', code: 'TOO_COMPLEX', message: 'The document is too deeply nested or too large to be read.', detail };
}

async function send(reply: ParseReply): Promise<void> {
  await new Promise<void>((resolve) => process.send?.(reply, () => resolve()));
}
