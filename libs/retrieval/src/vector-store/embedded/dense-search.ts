import { best } from './best';
import { toInt8 } from './int8';
import { pointsOfSegment, pointsOfSpace, type Range, SEGMENT, segmentOf } from './layout';
import { type Places } from './places';
import { codeBytes, sharedSigns, SignProduct, writeSigns } from './sign-code';
import { type Space } from './spaces';
import { type Vectors } from './vectors';

/** Up to this many points are all compared exactly: some 3 ms. */
const MOST_EXACT = 1600;
/**
 * Points that the signs, and then their products, leave over for each hit that is asked for. Of 9,138 chunks with vectors of
 * all-MiniLM-L6-v2, lists of 200 then hold 99.1 % of the best 200 and all of the best 10.
 */
const BY_SIGNS = 16;
const BY_PRODUCT = 4;

/** The dense leg: the cosine of every vector, or, of many, of those whose signs say that they may be among the best. */
export class DenseSearch {
  constructor(private readonly vectors: Vectors) {}

  /**
   * A cosine a place, 0 where there is none worth having.
   * @param among the only points that count
   */
  search(space: Space, places: Places, vector: Float32Array, limit: number, among: readonly number[] | undefined): Float64Array {
    const scores = new Float64Array(places.size);
    const query = toInt8(vector);
    const score = (points: readonly number[] | Range) =>
      this.vectors.cosines(points, query, (number, cosine) => (scores[places.of(number)] = cosine));
    if (among && among.length <= MOST_EXACT) score(among);
    else if (space.points <= MOST_EXACT) score(pointsOfSpace(space.id));
    else {
      score(this.candidates(places, vector, limit, among));
      for (const { number, inverted } of places.segments) if (inverted < SEGMENT) score(pointsOfSegment(number));
    }
    if (among) {
      const kept = places.only(among);
      for (let place = 0; place < scores.length; place++) scores[place]! *= kept[place]!;
    }
    return scores;
  }

  /** The points of full segments that are the most like the query by their signs. */
  private candidates(places: Places, vector: Float32Array, limit: number, among: readonly number[] | undefined): number[] {
    const size = codeBytes(vector.length);
    const code = new Uint8Array(size);
    writeSigns(vector, code);
    const kept = among && places.only(among);
    const shared = new Uint16Array(places.size);
    const codesOf = new Map<number, Uint8Array>();
    for (const { number, inverted } of places.segments) {
      if (inverted < SEGMENT) continue;
      const codes = this.vectors.codes(number, size);
      codesOf.set(number, codes);
      sharedSigns(words(code), words(codes), shared.subarray(places.baseOf(number)));
    }
    for (let place = 0; place < shared.length; place++) if (kept ? !kept[place] : places.gone[place]) shared[place] = 0;
    const likely = most(shared, 8 * size, BY_SIGNS * limit).map((place) => places.numberAt(place));
    const product = new SignProduct(vector);
    // above 0, as `best` asks for: no product is below the negative sum of all values
    const products = Float64Array.from(
      likely,
      (number) => size * 8 + product.with(codesOf.get(segmentOf(number))!, (number % SEGMENT) * size),
    );
    return best(products, BY_PRODUCT * limit).map((i) => likely[i]!);
  }
}

/** The places of the `count` greatest numbers above 0, and of those that equal the last of them, by counting how often each occurs. */
function most(numbers: Uint16Array, greatest: number, count: number): number[] {
  const times = new Uint32Array(greatest + 1);
  for (let place = 0; place < numbers.length; place++) times[numbers[place]!]! += 1;
  let least = greatest;
  for (let found = times[least]!; found < count && least > 1; found += times[least]!) least--;
  const places: number[] = [];
  for (let place = 0; place < numbers.length; place++) if (numbers[place]! >= least) places.push(place);
  return places;
}

function words({ buffer, byteOffset, length }: Uint8Array): Int32Array {
  return new Int32Array(buffer, byteOffset, length / 4);
}
