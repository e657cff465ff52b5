import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { docxOf, pdfOf, wordParagraph } from '../../../../test/support/sample-documents';
import { ChildProcessDocumentParser } from './child-process.document-parser';
import type { DocumentFormat } from './document-format';
import { WATCHDOG_LIMITS } from './watchdog-limits';

/** The compiled child: `npm run build` makes it. */
const COMPILED = resolve(__dirname, '../../../../dist/libs/ingestion/src/parsing');

describe('ChildProcessDocumentParser', () => {
  // a process takes 0.1 s to start, and many times that where other work waits for the same cores
  jest.setTimeout(30_000);

  const folder = mkdtempSync(join(tmpdir(), 'lectern-parser-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const file = (name: string, content: Buffer | string) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const childOf = (source: string) => file(`child-${source.length}.js`, source);
  const { signal: never } = new AbortController();

  async function parse(
    path: string,
    format: DocumentFormat,
    options: { childPath?: string; timeoutMs?: number; memoryMb?: number } = {},
    signal = never,
  ) {
    const parser = new ChildProcessDocumentParser({
      timeoutMs: 20_000,
      memoryMb: 512,
      childPath: join(COMPILED, 'parser.child.js'),
      ...options,
    });
    const texts: string[] = [];
    for await (const page of parser.parse({ path, format }, signal)) texts.push(page.text);
    return texts;
  }

  it('gives its watchdog several times the memory that a thread takes', async () => {
    const watchdog = new Worker(join(COMPILED, 'parser.watchdog.js'), { workerData: process.ppid, resourceLimits: WATCHDOG_LIMITS });
    try {
      await once(watchdog, 'online');
      const { used_heap_size: bytes } = await watchdog.getHeapStatistics();
      expect(WATCHDOG_LIMITS.maxOldGenerationSizeMb).toBeGreaterThan((4 * bytes) / 1024 / 1024);
    } finally {
      await watchdog.terminate();
    }
  });

  it('reads every format in a process of its own', async () => {
    expect(await parse(file('a.pdf', pdfOf([['One'], ['Two']])), 'pdf')).toEqual(['One', 'Two']);
    expect(await parse(file('a.docx', docxOf(wordParagraph('Word'))), 'docx')).toEqual(['Word\n\n']);
    expect(await parse(file('a.txt', 'Plain\r\ntext'), 'txt')).toEqual(['Plain\ntext']);
  });

  it('tells why a document cannot be read', async () => {
    await expect(parse(file('b.pdf', '%PDF-1.7'), 'pdf')).rejects.toMatchObject({ code: 'DOCUMENT_CORRUPT' });
    await expect(parse(file('b.txt', ' \n '), 'txt')).rejects.toMatchObject({ code: 'DOCUMENT_EMPTY' });
    await expect(parse(file('b.docx', docxOf('<w:p>'.repeat(50_000) + '</w:p>'.repeat(50_000))), 'docx')).rejects.toMatchObject({
      code: 'TOO_COMPLEX',
    });
    await expect(parse(file('c.txt', 'x'.repeat(16_000_001)), 'txt')).rejects.toMatchObject({ code: 'TOO_LARGE' });
    await expect(parse(join(folder, 'gone.txt'), 'txt')).rejects.toMatchObject({ code: 'BLOB_STORE_UNAVAILABLE' });
  });

  it('starts another child, once, where one ends before it has begun', async () => {
    const broken = childOf('process.exit(1);');
    const children = [broken, join(COMPILED, 'parser.child.js')];
    const parser = new ChildProcessDocumentParser({
      timeoutMs: 20_000,
      memoryMb: 512,
      get childPath() {
        return children.shift() ?? broken;
      },
    });
    const texts: string[] = [];
    for await (const page of parser.parse({ path: file('d.txt', 'Plain'), format: 'txt' }, never)) texts.push(page.text);
    expect(texts).toEqual(['Plain']);
    await expect(parse(file('d.txt', 'Plain'), 'txt', { childPath: broken })).rejects.toMatchObject({ code: 'TOO_COMPLEX' });
  });

  it.each([
    ['spins', 'process.on("message", () => { for (;;); })', { timeoutMs: 400 }],
    ['grows outside its heap', 'const all = []; setInterval(() => all.push(Buffer.alloc(20 << 20, 1)), 1)', { memoryMb: 128 }],
    ['exhausts its heap', 'const all = []; for (;;) all.push(Array(1000).fill({}))', { memoryMb: 128 }],
    ['aborts', 'process.on("message", () => process.abort())', {}],
  ])('ends a child that %s, as TOO_COMPLEX', async (_what, source, options) => {
    await expect(parse(folder, 'pdf', { childPath: childOf(source), ...options })).rejects.toMatchObject({ code: 'TOO_COMPLEX' });
  });

  it('stops at once when its signal is aborted', async () => {
    const began = performance.now();
    const spinning = childOf('process.on("message", () => { for (;;) ; })');
    await expect(parse(folder, 'pdf', { childPath: spinning }, AbortSignal.timeout(300))).rejects.toMatchObject({ name: 'TimeoutError' });
    expect(performance.now() - began).toBeLessThan(2000);
  });

  it('lets the child run ahead of a slow consumer by a few pages only, and does not count its time', async () => {
    const sending =
      'process.on("message", () => { if (!globalThis.n) globalThis.n = 0; process.send({ kind: "page", page: { page: ++n, text: "", headings: [] } }); })';
    const parser = new ChildProcessDocumentParser({ timeoutMs: 1500, memoryMb: 512, childPath: childOf(sending) });
    const seen: (number | null)[] = [];
    for await (const { page } of parser.parse({ path: folder, format: 'pdf' }, never)) {
      await delay(600);
      seen.push(page);
      if (seen.length === 3) break;
    }
    expect(seen).toEqual([1, 2, 3]);
  });

  it('forbids the child to write files and to start processes', async () => {
    const curious = `const tried = []; const attempt = (act) => { try { act(); tried.push('done'); } catch (error) { tried.push(error.code); } };
      process.on('message', () => { attempt(() => require('fs').writeFileSync(${JSON.stringify(join(folder, 'canary'))}, ''));
      attempt(() => require('child_process').spawn('true')); tried.push(Object.keys(process.env).filter((name) => !/^NODE_|^__/.test(name)).length);
      process.send({ kind: 'page', page: { page: 1, text: tried.join(), headings: [] } }); process.send({ kind: 'done' }); })`;
    expect(await parse(folder, 'pdf', { childPath: childOf(curious) })).toEqual(['ERR_ACCESS_DENIED,ERR_ACCESS_DENIED,0']);
  });

  it('leaves no child behind when its parent is killed, even one that spins', async () => {
    const watchdog = JSON.stringify(join(COMPILED, 'parser.watchdog.js'));
    const spinning = childOf(`new (require('worker_threads').Worker)(${watchdog}, { workerData: process.ppid });
      setTimeout(() => { process.send('spinning', () => { for (;;); }); }, 200)`);
    const parent = fork(childOf(`require('child_process').fork(${JSON.stringify(spinning)}).on('message', (said) => process.send(said))`), {
      stdio: ['ignore', 'pipe', 'ignore', 'ipc'],
    });
    await once(parent, 'message');
    const ended = once(parent.stdout!.resume(), 'end');
    parent.kill('SIGKILL');
    // the pipe ends when the last process that inherited it is gone
    expect(await ended).toEqual([]);
  });
});
