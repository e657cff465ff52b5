import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddingProvider } from '@lectern/embedding';
import { type Database, openDatabase } from '@lectern/platform';
import { type TermWeights } from '../../libs/retrieval/src/text/sparse-encoder';
import { type Library } from '../library';
import { Index } from './index-of-library';
import { inBatches } from './cached-vectors';
import { writeRows } from './rows-of-library';

/** What the rows of one collection share, so that nothing is embedded or indexed twice. */
export class Workspace {
  readonly directory = mkdtempSync(join(tmpdir(), 'lectern-eval-'));
  private readonly indexes = new Map<string, Promise<Index>>();

  private opened?: Promise<Database>;

  constructor(readonly library: Library) {}

  /** With the rows of its documents and chunks. */
  database(): Promise<Database> {
    return (this.opened ??= this.filled());
  }

  /** The product's own store, filled with points of one encoder and one provider. */
  index(terms: TermWeights, provider: EmbeddingProvider): Promise<Index> {
    const key = JSON.stringify([terms, provider.signature]);
    const index =
      this.indexes.get(key) ?? Index.of(this.library, { terms, provider, file: join(this.directory, `${this.indexes.size}.db`) });
    this.indexes.set(key, index);
    return index;
  }

  /** Of the passages, in their order. */
  vectors(provider: EmbeddingProvider): Promise<Float32Array[]> {
    return inBatches(
      provider,
      this.library.passages.map(({ text }) => text),
    );
  }

  async close(): Promise<void> {
    await (await this.opened)?.$disconnect();
    for (const index of this.indexes.values()) await (await index).close();
    rmSync(this.directory, { recursive: true });
  }

  private async filled(): Promise<Database> {
    const database = await openDatabase(`file:${join(this.directory, 'lectern.db')}`);
    await writeRows(database, this.library);
    return database;
  }
}
