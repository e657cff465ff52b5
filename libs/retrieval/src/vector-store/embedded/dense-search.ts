import { best } from './best';
import { type Ranked } from './hits';
import { toInt8, type Int8Vector } from './int8';
import { pointsOfSegment, SEGMENT, segmentOf } from './layout';
import { type Places } from './places';
import { type Segment } from './segments';
import { codeBytes, writeSigns } from './sign-code';
import { productsOfSigns, sharedBits } from './simd-kernels';
import { givenOf, type Space } from './spaces';
import { type Vectors } from './vectors';

/** Up to this many points are all compared exactly: some 1 ms. */
const MOST_EXACT = 1600;
/**
 * Points that the signs, and then their products, leave over for each hit that is asked for. Of 6,333 texts with vectors of
 * all-MiniLM-L6-v2 (384 dimensions), lists of 200 then hold 98.6 % of the best 200 and all of the best 50.
 */
const BY_SIGNS = 12;
const BY_PRODUCT = 2.5;
/** What a short list is chosen from all the same: its last places are as hard to tell from the next. */
const LEAST_LIMIT = 100;

/** The dense leg: the cosine of every vector, or, of many, of those whose signs say that they may be among the best. */
export class DenseSearch {
  constructor(private readonly vectors: Vectors) {}

  /**
   * The points whose cosines are the greatest, and above 0.
   * @param among the only points that count
   */
  search(space: Space, places: Places, vector: Float32Array, limit: number, among: readonly number[] | undefined): Ranked {
    const query = toInt8(vector);
    const kept = among && places.only(among);
    const numbers: number[] = [];
    const cosines: number[] = [];
    const compare = (points: readonly number[]) =>
      this.vectors.cosines(space, points, query, (number, cosine) => {
        const place = places.of(number);
        if (kept ? !kept[place] : places.gone[place]) return;
        numbers.push(number);
        cosines.push(cosine);
      });
    const compareSegment = ({ number }: Segment) => {
      const { from } = pointsOfSegment(number);
      compare(Array.from({ length: givenOf(space, number) }, (_, i) => from + i));
    };
    if (among && among.length <= MOST_EXACT) compare(among);
    else if (space.points <= MOST_EXACT) places.segments.forEach(compareSegment);
    else {
      compare(this.candidates(places, query, limit, kept));
      places.segments.filter(({ inverted }) => inverted < SEGMENT).forEach(compareSegment);
    }
    return best(Float64Array.from(cosines), limit).map((i) => [numbers[i]!, cosines[i]!]);
  }

  /** The points of full segments that are the most like the query by their signs. */
  private candidates(places: Places, query: Int8Vector, asked: number, kept: Uint8Array | undefined): number[] {
    const limit = Math.max(asked, LEAST_LIMIT);
    const size = codeBytes(query.values.length);
    const code = new Uint8Array(size);
    writeSigns(query.values, code);
    const shared = new Uint16Array(places.size);
    const codesOf = new Map<number, Uint8Array>();
    for (const { number, inverted } of places.segments) {
      if (inverted < SEGMENT) continue;
      const codes = this.vectors.codes(number, size);
      codesOf.set(number, codes);
      shared.set(sharedBits(code, codes), places.baseOf(number));
    }
    for (let place = 0; place < shared.length; place++) if (kept ? !kept[place] : places.gone[place]) shared[place] = 0;
    const likely = most(shared, 8 * size, BY_SIGNS * limit).map((place) => places.numberAt(place));
    const codes = new Uint8Array(likely.length * size);
    likely.forEach((number, i) => {
      const at = (number % SEGMENT) * size;
      codes.set(codesOf.get(segmentOf(number))!.subarray(at, at + size), i * size);
    });
    const products = productsOfSigns(query.values, codes, size);
    // above 0, as `best` asks for: no product is below the negative sum of the greatest values
    const scores = Float64Array.from(products, (product) => product + 128 * query.values.length);
    return best(scores, BY_PRODUCT * limit).map((i) => likely[i]!);
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
