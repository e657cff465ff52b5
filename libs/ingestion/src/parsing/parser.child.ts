import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { DocumentFormat } from './document-format';
import type { DocumentFile, ParsedPage } from './document-parser';
import { failureOf, MOST_CHARACTERS, tooLong } from './parse-failure';
import { PAGES_AHEAD, type ParseReply } from './parser-messages';
import { WATCHDOG_LIMITS } from './watchdog-limits';

// The process that parses one document and ends: whatever a hostile file does to it, nothing else is harmed.

type Reader = (path: string) => AsyncIterable<ParsedPage>;

/** Loaded on demand: the libraries of one format take as long to load as a short document of another to read. */
const READERS: Record<DocumentFormat, () => Reader> = {
  pdf: () => (require('./read-pdf') as typeof import('./read-pdf')).readPdf,
  docx: () => (require('./read-docx') as typeof import('./read-docx')).readDocx,
  txt: () => (require('./read-text') as typeof import('./read-text')).readText,
};

// a busy loop never sees that its parent is gone: the thread does
new Worker(join(__dirname, 'parser.watchdog.js'), {
  workerData: Number(process.argv[2]),
  resourceLimits: WATCHDOG_LIMITS,
}).unref();
process.once('disconnect', () => process.exit());
process.once('message', (request: DocumentFile) => void run(request));

async function run(request: DocumentFile): Promise<void> {
  const ahead = { pages: 0 };
  process.on('message', () => ahead.pages--);
  let characters = 0;
  try {
    for await (const page of READERS[request.format]()(request.path)) {
      characters += page.text.length;
      if (characters > MOST_CHARACTERS) throw tooLong();
      while (ahead.pages >= PAGES_AHEAD) await once(process, 'message');
      await send({ kind: 'page', page });
      ahead.pages++;
    }
    await send({ kind: 'done' });
  } catch (error) {
    await send({ kind: 'failed', ...failureOf(error) });
  }
  process.disconnect();
}

async function send(reply: ParseReply): Promise<void> {
  await new Promise<void>((resolve) => process.send?.(reply, () => resolve()));
}
