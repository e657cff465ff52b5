import { type Database, type Statement } from 'better-sqlite3';
import { toInt8 } from './int8';
import { pointsOfSpace } from './layout';
import { type Space } from './spaces';
import { type StoreQuery } from './vector-store';

type Nearest = [number: number, distance: number];

/** The dense leg: the cosine of every vector of the space, in one sweep over its range. */
export class DenseSearch {
  private readonly nearest: Statement<[Int8Array, number, number, number], Nearest>;
  private readonly nearestIn: Statement<[Int8Array, string, number, number], Nearest>;

  constructor(database: Database) {
    this.nearest = database
      .prepare<[Int8Array, number, number, number], Nearest>(
        `SELECT number, vec_distance_cosine(vec_int8(dense), vec_int8(?)) AS distance FROM vectors
         WHERE number >= ? AND number < ? ORDER BY distance, number LIMIT ?`,
      )
      .raw();
    this.nearestIn = database
      .prepare<[Int8Array, string, number, number], Nearest>(
        `SELECT v.number, vec_distance_cosine(vec_int8(v.dense), vec_int8(?)) AS distance
         FROM json_each(?) d CROSS JOIN points p CROSS JOIN vectors v
         WHERE p.space = ? AND p.document = d.value AND v.number = p.number ORDER BY distance, v.number LIMIT ?`,
      )
      .raw();
  }

  /** Best first. */
  search(space: Space, vector: Float32Array, { limit, documentIds }: StoreQuery): [number: number, score: number][] {
    const query = toInt8(vector);
    const { from, to } = pointsOfSpace(space.id);
    const rows = documentIds
      ? this.nearestIn.all(query, JSON.stringify(documentIds), space.id, limit)
      : this.nearest.all(query, from, to, limit);
    return rows.filter(([, distance]) => distance < 1).map(([number, distance]) => [number, 1 - distance]);
  }
}
