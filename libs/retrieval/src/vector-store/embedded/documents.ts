import { type Database, type Statement } from 'better-sqlite3';
import { type DocumentId, type TenantId } from '@lectern/platform';
import { type PointKind } from '../../text/sparse-encoder';
import { DamagedFileError } from './file-errors';
import { type Space } from './spaces';

/** A document's points of one kind and generation. */
export interface DocumentEntry {
  readonly id: number;
  readonly tenant: TenantId;
  readonly kind: PointKind;
  readonly documentId: DocumentId;
  readonly generation: number;
  readonly points: number;
}

/** Which documents have points, and how many: so that counting them never means visiting them. */
export class Documents {
  private readonly increment: Statement<[number, string, number], number>;
  private readonly decrement: Statement<[number]>;
  private readonly deleteEmpty: Statement<[number]>;
  private readonly select: Statement<[number, string, number], number>;
  private readonly selectById: Statement<[number], Pick<DocumentEntry, 'documentId' | 'generation'>>;
  private readonly selectIds: Statement<[number, string, number | null], number>;
  private readonly page: Statement<[number, number], DocumentEntry>;

  constructor(database: Database) {
    this.increment = database
      .prepare<[number, string, number], number>(
        `INSERT INTO documents (space, document, generation, points) VALUES (?, ?, ?, 1)
         ON CONFLICT DO UPDATE SET points = points + 1 RETURNING id`,
      )
      .pluck();
    this.decrement = database.prepare('UPDATE documents SET points = points - 1 WHERE id = ?');
    this.deleteEmpty = database.prepare('DELETE FROM documents WHERE id = ? AND points = 0');
    this.select = database
      .prepare<[number, string, number], number>('SELECT points FROM documents WHERE space = ? AND document = ? AND generation = ?')
      .pluck();
    this.selectById = database.prepare('SELECT document AS documentId, generation FROM documents WHERE id = ?');
    this.selectIds = database
      .prepare<[number, string, number | null], number>('SELECT id FROM documents WHERE space = ? AND document = ? AND generation IS NOT ?')
      .pluck();
    this.page = database.prepare(
      `SELECT d.id, s.tenant, s.kind, d.document AS documentId, d.generation, d.points
       FROM documents d JOIN spaces s ON s.id = d.space WHERE d.id > ? ORDER BY d.id LIMIT ?`,
    );
  }

  /**
   * To be told of every point written, in the same transaction.
   * @returns the document's id
   */
  add(space: Space, document: DocumentId, generation: number): number {
    return this.increment.get(space.id, document, generation)!;
  }

  /** To be told of every point removed, in the same transaction; a document without points is none. */
  subtract(id: number): void {
    this.decrement.run(id);
    this.deleteEmpty.run(id);
  }

  /** Of all generations but one. */
  ids(space: Space, document: DocumentId, keepGeneration: number | null): number[] {
    return this.selectIds.all(space.id, document, keepGeneration);
  }

  /** @throws DamagedFileError where there is no such document */
  byId(id: number): Pick<DocumentEntry, 'documentId' | 'generation'> {
    const document = this.selectById.get(id);
    if (!document) throw new DamagedFileError('The document of a point is missing.');
    return document;
  }

  count(space: Space, document: DocumentId, generation: number): number {
    return this.select.get(space.id, document, generation) ?? 0;
  }

  /** In the order of their ids, which only grow. */
  after(id: number, limit: number): DocumentEntry[] {
    return this.page.all(id, limit);
  }
}
