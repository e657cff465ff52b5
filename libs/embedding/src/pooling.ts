import { toUnit } from './unit-vector';

export type Pooling = 'mean' | 'cls';

/**
 * One unit vector of a text from those of its tokens: their mean, or that of the first one, [CLS] (Reimers and Gurevych 2019, "Sentence-BERT", section 3).
 * @param states the tokens' vectors one after the other, without padding
 */
export function pool(states: Float32Array, dimension: number, pooling: Pooling): Float32Array {
  if (pooling === 'cls') return toUnit(states.slice(0, dimension));
  const sum = new Float32Array(dimension);
  for (let i = 0; i < states.length; i++) sum[i % dimension]! += states[i]!;
  return toUnit(sum);
}
