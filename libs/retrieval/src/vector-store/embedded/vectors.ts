import { type Database } from 'better-sqlite3';
import { DamagedFileError } from './file-errors';
import { toInt8, type Int8Vector } from './int8';
import { packOf, packsOf, pointsOfPack, pointsOfSegment, SEGMENT, segmentOf, VECTORS_A_PACK, type Range } from './layout';
import { RecentBlobs } from './recent-blobs';
import { codeBytes, writeSigns } from './sign-code';
import { products } from './simd-kernels';
import { givenOf, type Space } from './spaces';
import { VectorPack } from './vector-pack';

/** Signs and vectors that are kept in memory: of some 250,000 and 125,000 vectors of 1,024 dimensions. */
const RECENT_CODES_BYTES = 32 * 2 ** 20;
const RECENT_PACKS_BYTES = 128 * 2 ** 20;
const POSITIONS = Array.from({ length: VECTORS_A_PACK }, (_, position) => position);

/** The dense vectors in packs of neighbours, and of each full segment the signs of its vectors in one piece. */
export class Vectors {
  private readonly statements: ReturnType<typeof prepare>;
  private readonly recentCodes = new RecentBlobs<Uint8Array>(RECENT_CODES_BYTES);
  private readonly recentPacks = new RecentBlobs<VectorPack | null>(RECENT_PACKS_BYTES);

  constructor(database: Database) {
    this.statements = prepare(database);
  }

  /** Writes the vectors of neighbouring points. */
  append(first: number, vectors: readonly Float32Array[]): void {
    this.write(first, vectors.map(toInt8));
  }

  /** Clears their room, so that nothing of them is left, and frees it where a pack has none other. */
  remove(numbers: readonly number[]): void {
    for (const [number, own] of Map.groupBy(numbers, packOf)) {
      const pack = this.read(number);
      for (const point of own) pack.clear(point % VECTORS_A_PACK);
      if (pack.isEmpty) this.statements.remove.run(number);
      else this.statements.write.run(number, pack.bytes);
    }
  }

  /** Moves vectors to new, neighbouring points. */
  move(numbers: readonly number[], first: number): void {
    const packs = new Map(Array.from(new Set(numbers.map(packOf)), (number) => [number, this.read(number)]));
    this.write(
      first,
      numbers.map((number) => packs.get(packOf(number))!.at(number % VECTORS_A_PACK)),
    );
    this.remove(numbers);
  }

  /** Tells the cosine of each of some points' vectors and another vector, and perhaps of points among them that are gone. */
  cosines(space: Space, points: readonly number[], { values, norm }: Int8Vector, tell: (number: number, cosine: number) => void): void {
    for (const [segment, ofSegment] of Map.groupBy(points, segmentOf)) {
      const asked = Map.groupBy(ofSegment, packOf);
      const packs = this.packs(segment, givenOf(space, segment), asked.keys());
      for (const [number, ofPack] of asked) {
        const pack = packs.get(number);
        if (!pack) continue;
        const positions = ofPack.map((point) => point % VECTORS_A_PACK);
        products(values, pack.values, positions).forEach((product, i) => {
          const own = pack.normAt(positions[i]!);
          if (own > 0) tell(ofPack[i]!, product / (own * norm));
        });
      }
    }
  }

  /** The signs of a full segment's vectors, `size` bytes each: those of no point are 0. */
  codes(segment: number, size: number): Uint8Array {
    const known = this.recentCodes.of(segment, 0).get(0);
    if (known) return known;
    const codes = this.statements.readCodes.get(segment) ?? new Uint8Array(0);
    if (codes.length !== SEGMENT * size) throw new DamagedFileError('The signs of a segment are not as many as its points.');
    this.recentCodes.add(segment, 0, codes, codes.length);
    return codes;
  }

  writeCodes(segment: number): void {
    const range = pointsOfSegment(segment);
    const packs = this.readIn(range).map(([number, bytes]) => [number, new VectorPack(bytes)] as const);
    const size = codeBytes(packs[0]?.[1].size ?? 0);
    const codes = new Uint8Array(SEGMENT * size);
    for (const [number, pack] of packs)
      for (const position of POSITIONS)
        writeSigns(pack.at(position).values, codes.subarray((pointsOfPack(number).from + position - range.from) * size));
    this.statements.writeCodes.run(segment, codes);
  }

  dropCodes(segment: number): void {
    this.statements.dropCodes.run(segment);
  }

  private write(first: number, vectors: readonly Int8Vector[]): void {
    const at = vectors.map((_, i) => first + i);
    for (const [number, own] of Map.groupBy(at, packOf)) {
      const found = this.statements.read.get(number);
      const pack = found ? new VectorPack(found) : VectorPack.empty(vectors[0]!.values.length);
      for (const point of own) pack.set(point % VECTORS_A_PACK, vectors[point - first]!);
      this.statements.write.run(number, pack.bytes);
    }
  }

  private read(number: number): VectorPack {
    const bytes = this.statements.read.get(number);
    if (!bytes) throw new DamagedFileError('The vector of a point is missing.');
    return new VectorPack(bytes);
  }

  /** Some packs of a segment, `given` of whose places were ever given to points; null where a pack has no vectors. */
  private packs(segment: number, given: number, numbers: Iterable<number>): ReadonlyMap<number, VectorPack | null> {
    const known = this.recentPacks.of(segment, given);
    const missing = [...numbers].filter((number) => !known.has(number));
    if (missing.length === 0) return known;
    const found = new Map(this.statements.readSome.all(JSON.stringify(missing)));
    for (const number of missing) {
      const bytes = found.get(number);
      this.recentPacks.add(segment, number, bytes ? new VectorPack(bytes) : null, bytes?.length ?? 0);
    }
    return known;
  }

  private readIn(points: Range): [number: number, bytes: Buffer][] {
    const { from, to } = packsOf(points);
    return this.statements.readIn.all(from, to);
  }
}

function prepare(database: Database) {
  return {
    write: database.prepare<[number, Uint8Array]>('INSERT OR REPLACE INTO vectors VALUES (?, ?)'),
    remove: database.prepare<[number]>('DELETE FROM vectors WHERE pack = ?'),
    read: database.prepare<[number], Buffer>('SELECT block FROM vectors WHERE pack = ?').pluck(),
    readIn: database.prepare<[number, number], [number, Buffer]>('SELECT pack, block FROM vectors WHERE pack >= ? AND pack < ?').raw(),
    readSome: database
      .prepare<[string], [number, Buffer]>('SELECT pack, block FROM json_each(?) j CROSS JOIN vectors WHERE pack = j.value')
      .raw(),
    readCodes: database.prepare<[number], Buffer>('SELECT block FROM codes WHERE segment = ?').pluck(),
    writeCodes: database.prepare<[number, Uint8Array]>('INSERT OR REPLACE INTO codes VALUES (?, ?)'),
    dropCodes: database.prepare<[number]>('DELETE FROM codes WHERE segment = ?'),
  };
}
