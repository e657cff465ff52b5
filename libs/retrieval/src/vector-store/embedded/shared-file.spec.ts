import {
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
  closeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { type DocumentId, type TenantId } from '@lectern/platform';
import { pointOf } from '../../../../../test/support/points';
import { encodeQuery } from '../../text/sparse-encoder';
import { SharedFile } from './shared-file';
import { type ThreadAnswer, type ThreadCall } from './thread-messages';
import { type Point } from '../vector-store';

const tenant = 'tenant' as TenantId;
const documentId = '00000000-0000-7000-8000-000000000001' as DocumentId;
const DIMENSION = 256;

function points(count: number): Point[] {
  return Array.from({ length: count }, (_, index) => {
    const dense = Float32Array.from({ length: DIMENSION }, (_, i) => Math.sin(index * i + 1));
    return pointOf(`Sentence ${index} tells of magma and of word${index}.`, { documentId, index, dense });
  });
}

describe('SharedFile', () => {
  let directory: string;
  let file: string;
  let notices: string[];
  const opened: SharedFile[] = [];
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'lectern-vectors-'));
    file = join(directory, 'vectors.db');
    notices = [];
  });
  afterEach(() => {
    for (const one of opened.splice(0)) one.close();
    rmSync(directory, { recursive: true });
  });

  /** As one process has it that began to use the signature at `sinceMs`. */
  function open(signature = 'ours', sinceMs = 0): SharedFile {
    opened.push(new SharedFile({ file, signature, sinceMs }, (notice) => notices.push(notice)));
    return opened.at(-1)!;
  }

  /** As the store does it: a call that met a file in the middle of a change is made again. */
  function call(shared: SharedFile, method: ThreadCall['method'], ...args: unknown[]): ThreadAnswer {
    for (let attempt = 0; attempt < 5; attempt++) {
      const answer = shared.call({ method, args });
      if (answer.outcome !== 'busy') return answer;
    }
    throw new Error('The file does not come to rest.');
  }
  const write = (shared: SharedFile, count: number) => {
    const answer = call(shared, 'upsert', tenant, points(count));
    const stale = call(shared, 'staleSegments', tenant) as { value: number[] };
    for (const segment of stale.value) call(shared, 'invert', segment);
    return answer;
  };
  const found = (shared: SharedFile) => {
    const answer = call(shared, 'search', tenant, {
      sparse: encodeQuery('magma'),
      dense: new Float32Array(DIMENSION).fill(1),
      limit: 1000,
    });
    return answer.outcome === 'done' ? (answer.value as { lists: { hits: Uint32Array }[] }).lists[2]!.hits.length : answer;
  };
  /** All that was written is in the file itself. */
  const checkpoint = () => {
    const database = new SqliteDatabase(file);
    database.pragma('wal_checkpoint(TRUNCATE)');
    database.close();
  };
  const overwrite = (from: number, length: number) => {
    const descriptor = openSync(file, 'r+');
    writeSync(
      descriptor,
      Uint8Array.from({ length }, (_, i) => (i * 31 + 7) % 256),
      0,
      length,
      from,
    );
    closeSync(descriptor);
  };

  const damages: [name: string, damage: () => void][] = [
    ['garbage at its head', () => overwrite(0, 200)],
    ['garbage in its first page', () => overwrite(100, 2000)],
    ['garbage in its middle', () => overwrite(4096, statSync(file).size - 8192)],
    ['half of it missing', () => truncateSync(file, Math.floor(statSync(file).size / 8192) * 4096)],
    ['all but a few bytes missing', () => truncateSync(file, 50)],
    ['everything missing', () => truncateSync(file, 0)],
    ['text in its place', () => writeFileSync(file, 'Dear diary, '.repeat(1000))],
  ];

  it.each(damages)('notices %s when it opens the file, and begins anew', (_, damage) => {
    write(open(), 700);
    opened.pop()!.close();
    checkpoint();
    damage();
    const shared = open();
    expect(found(shared)).toBe(0);
    expect(write(shared, 20)).toMatchObject({ outcome: 'done' });
    expect(found(shared)).toBe(20);
    expect(statSync(file).size > 0 && new SqliteDatabase(file).pragma('quick_check', { simple: true })).toBe('ok');
  });

  it.each(damages)('notices %s while two have the file open, and both go on with a new one', (_, damage) => {
    const [one, other] = [open(), open()];
    write(one, 700);
    expect(found(other)).toBe(700);
    checkpoint();
    damage();
    // what is in memory may still be served; whoever has to read the file notices
    opened.push(new SharedFile({ file, signature: 'ours', sinceMs: 0 }, () => {}));
    const third = opened.at(-1)!;
    expect([0, 700]).toContain(found(third));
    if (found(third) === 700) return; // the damage did no harm: it hit what is free or derived twice
    expect(write(one, 20)).toMatchObject({ outcome: 'done' });
    expect([found(one), found(other), found(third)]).toEqual([20, 20, 20]);
    for (const shared of opened.splice(0)) shared.close();
    const database = new SqliteDatabase(file);
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    database.close();
    expect(found(open())).toBe(20);
  });

  it('says what happened, and sets the damaged file aside', () => {
    write(open(), 10);
    opened.pop()!.close();
    overwrite(0, 50);
    found(open());
    expect(notices).toEqual([expect.stringContaining('damaged')]);
    expect(existsSync(`${file}.set-aside`)).toBe(true);
  });

  it('does not touch the database of another program', () => {
    const database = new SqliteDatabase(file);
    database.exec("CREATE TABLE invoices (total); INSERT INTO invoices VALUES ('their data')");
    database.close();
    const before = readFileSync(file);
    expect(found(open())).toBe(0);
    expect(readFileSync(`${file}.set-aside`).equals(before)).toBe(true);
  });

  it('goes on where the file was deleted while it was open', () => {
    const shared = open();
    write(shared, 20);
    for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
    expect(found(shared)).toBe(0);
    write(shared, 5);
    expect(found(open())).toBe(5);
  });

  it('empties a file of another signature for a later process, and refuses the earlier one from then on', () => {
    const earlier = open('old model', Date.now() - 1000);
    write(earlier, 20);
    const later = open('new model', Date.now() + 1000);
    expect(found(later)).toBe(0);
    write(later, 5);
    for (const method of ['upsert', 'search', 'count', 'documentsAfter', 'ping'] as const)
      expect(call(earlier, method, tenant, [])).toMatchObject({ outcome: 'mismatch' });
    expect(call(open('old model', Date.now() - 1000), 'ping')).toMatchObject({
      outcome: 'mismatch',
      message: expect.stringContaining('new model'),
    });
    expect(found(later)).toBe(5);
    expect(notices).toEqual([expect.stringContaining('another embedding model')]);
  });
});
