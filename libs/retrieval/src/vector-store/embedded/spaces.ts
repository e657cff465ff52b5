import { type Database, type Statement } from 'better-sqlite3';
import { type TenantId } from '@lectern/platform';
import { type PointKind } from '../../text/sparse-encoder';
import { pointsOfSegment, pointsOfSpace, SEGMENT } from './layout';

/** One tenant's points of one kind, with statistics of their own. */
export interface Space {
  readonly id: number;
  /** What it holds now. */
  readonly points: number;
  /** What was ever appended to it: the place of the next point. */
  readonly appended: number;
}

const NONE: Space = { id: 0, points: 0, appended: 0 };

export class Spaces {
  private readonly insert: Statement<[string, string]>;
  private readonly select: Statement<[string, string], Space>;
  private readonly selectById: Statement<[number], Space>;
  private readonly update: Statement<[number, number, number]>;

  constructor(database: Database) {
    this.insert = database.prepare('INSERT INTO spaces (tenant, kind) VALUES (?, ?) ON CONFLICT DO NOTHING');
    this.select = database.prepare('SELECT id, points, appended FROM spaces WHERE tenant = ? AND kind = ?');
    this.selectById = database.prepare('SELECT id, points, appended FROM spaces WHERE id = ?');
    this.update = database.prepare('UPDATE spaces SET points = points + ?, appended = appended + ? WHERE id = ?');
  }

  open(tenant: TenantId, kind: PointKind): Space {
    this.insert.run(tenant, kind);
    return this.find(tenant, kind);
  }

  /** An empty one where the tenant has none: no point has a number of space 0. */
  find(tenant: TenantId, kind: PointKind): Space {
    return this.select.get(tenant, kind) ?? NONE;
  }

  byId(id: number): Space {
    return this.selectById.get(id) ?? NONE;
  }

  grow(space: Space, points: number, appended: number): void {
    this.update.run(points, appended, space.id);
  }
}

/** The number of a space's next point. */
export const endOf = (space: Space): number => pointsOfSpace(space.id).from + space.appended;

/** How many places of one of a space's segments were ever given to points. */
export const givenOf = (space: Space, segment: number): number => Math.min(SEGMENT, endOf(space) - pointsOfSegment(segment).from);
