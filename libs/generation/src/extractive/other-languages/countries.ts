/** Every country's name in the language, from the Unicode locale data; of a language that declines them also their stems. */
export function countriesOf(code: string): ReadonlySet<string> {
  const names = new Intl.DisplayNames(code, { type: 'region' });
  const found = new Set<string>();
  for (let a = 65; a < 91; a++)
    for (let b = 65; b < 91; b++) {
      const region = String.fromCharCode(a, b);
      const name = names.of(region);
      if (!name || name === region) continue;
      found.add(name.toLowerCase());
      if (name.length > 5) found.add(`${name.toLowerCase().slice(0, -1)}*`);
    }
  return found;
}
