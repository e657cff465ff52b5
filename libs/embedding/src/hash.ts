/**
 * A uint32 of a text that is the same in every process and version: FNV-1a over its UTF-16 units (Fowler, Noll, Vo 1991),
 * ended by the finaliser of MurmurHash3 (Appleby 2011), since the low bits of FNV alone are not even.
 * @param seed keeps texts of different kinds apart
 */
export function hash32(text: string, seed = 0): number {
  let hash = mix32(0x811c9dc5 ^ seed); // a seed of few bits could be undone by the first letter: another word's hash with another seed
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return mix32(hash);
}

/** Spreads the bits of a uint32 (the finaliser of MurmurHash3). */
export function mix32(value: number): number {
  let mixed = value;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
