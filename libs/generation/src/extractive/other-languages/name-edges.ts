/** Part of a compound, a figure or a longer name. */
export function isJoined(text: string, start: number, end: number): boolean {
  return /[-–/_.&]$|\d $/u.test(text.slice(0, start)) || /^[-–/_&]|^['’](?!\p{L}{1,4}(?!\p{L}))|^ (?:\d|\p{Lu})/u.test(text.slice(end));
}

/** `Krakowie, Bolonii i Padwie`. */
export function isListed(text: string, start: number, end: number): boolean {
  const [before, after] = [text.slice(0, start), text.slice(end)];
  // `Donna Noble (Catherine Tate)`
  if (/^ \(\p{Lu}/u.test(after) || /\($/u.test(before)) return true;
  return /^(?:,| (?:y|e|et|und|and|i|и|та|й|ve|en|o|u|oder|sowie|ou|или|або|lub|oraz|ile|of)) \p{Lu}/u.test(after) || /\p{L}(?:,| (?:y|e|et|und|i|и|та|й|ve|en|sowie|oraz|ile))\s(?:\p{L}{1,3} )?$/u.test(before) && /\p{Lu}[\p{L}-]*(?:,| \p{L}{1,5})\s(?:\p{L}{1,3} )?$/u.test(before); // prettier-ignore
}

/** `NATO`, `ABC`: what it is short for is of many kinds, but each looks like the others. */
export const isAcronym = (name: string) => /^\p{Lu}{2,6}$/u.test(name);
