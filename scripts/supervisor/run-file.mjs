import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** `DATA_DIR/run/lectern.json`: which processes work on this data, as `{ supervisor, redis, api, worker }` of `{ pid, started }`. */
export class RunFile {
  constructor(dataDir) {
    this.path = join(dataDir, 'run/lectern.json');
    this.lock = join(dataDir, 'run/claim.lock');
  }

  read() {
    try {
      return JSON.parse(readFileSync(this.path, 'utf8'));
    } catch {
      return {}; // none, or one that a power cut left empty: nothing of it can still run
    }
  }

  /** Whole or not at all, so that nobody reads half of it. */
  note(part) {
    mkdirSync(dirname(this.path), { recursive: true });
    const next = `${this.path}.${process.pid}`;
    writeFileSync(next, `${JSON.stringify({ ...this.read(), ...part }, null, 2)}\n`);
    renameSync(next, this.path);
  }

  clear() {
    rmSync(this.path, { force: true });
  }
}
