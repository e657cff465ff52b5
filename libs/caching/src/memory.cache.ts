import { Cache } from './cache';
import type { CacheKey } from './cache-key';

interface MemoryCacheOptions {
  /** Of values as JSON, keys not counted; the least recently used go first. */
  maxBytes: number;
}

interface Entry {
  json: string;
  expiresAt: number;
}

/** In this process. Kept as JSON, so that nobody can change a value that others share. Time is monotonic. */
export class MemoryCache extends Cache {
  /** In order of last use: the first one is the next to go. */
  private readonly entries = new Map<CacheKey, Entry>();
  private bytes = 0;

  constructor(private readonly options: MemoryCacheOptions) {
    super();
  }

  async get<Value>(key: CacheKey): Promise<Value | undefined> {
    const entry = this.entries.get(key);
    if (!entry) return undefined;
    this.remove(key);
    if (entry.expiresAt <= performance.now()) return undefined;
    this.add(key, entry);
    return JSON.parse(entry.json) as Value;
  }

  async set(key: CacheKey, value: unknown, ttlMs: number): Promise<void> {
    const json = JSON.stringify(value);
    this.remove(key);
    if (sizeOf(json) > this.options.maxBytes) return;
    this.add(key, { json, expiresAt: performance.now() + ttlMs });
    for (const oldest of this.entries.keys()) {
      if (this.bytes <= this.options.maxBytes) break;
      this.remove(oldest);
    }
  }

  async delete(key: CacheKey): Promise<void> {
    this.remove(key);
  }

  private add(key: CacheKey, entry: Entry): void {
    this.entries.set(key, entry);
    this.bytes += sizeOf(entry.json);
  }

  private remove(key: CacheKey): void {
    const entry = this.entries.get(key);
    if (entry && this.entries.delete(key)) this.bytes -= sizeOf(entry.json);
  }
}

/** What V8 needs at most: two bytes a UTF-16 unit. */
function sizeOf(json: string): number {
  return json.length * 2;
}
