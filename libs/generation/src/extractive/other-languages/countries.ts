/** Every country's name in the language, from the Unicode locale data; of a language that declines them also their stems. */
export function countriesOf(code: string): ReadonlySet<string> {
  const names = new Intl.DisplayNames(code, { type: 'region' });
  const found = new Set<string>();
  for (let a = 65; a < 91; a++)
    for (let b = 65; b < 91; b++) {
      const region = String.fromCharCode(a, b);
      const name = names.of(region);
      if (!name || name === region) continue;
      found.add(plain(name));
      if (name.length > 5) found.add(`${name.toLowerCase().slice(0, -1)}*`);
    }
  for (const continent of CONTINENTS) found.add(plain(names.of(continent)!));
  for (const name of ALSO[code] ?? []) found.add(plain(name));
  return found;
}

/** Where no capital shows a name, the words that are a country's; after another word of its name it is a part of one. */
export function countriesIn(
  text: string,
  countries: ReadonlySet<string>,
): readonly { readonly text: string; readonly start: number; readonly end: number }[] {
  return Array.from(text.matchAll(/(?<![\p{L}\p{M}-]|राज्य |यूनाइटेड |उत्तरी |दक्षिण )[\p{L}\p{M}]{3,}(?![\p{L}\p{M}-])/gu))
    .filter(([word]) => countries.has(plain(word)))
    .map(({ 0: word, index }) => ({ text: word, start: index, end: index + word.length }));
}

/** In small letters, and without the dots of Hindi that are as often left out: `फ़्रांस`. */
export const plain = (name: string) => name.toLowerCase().normalize('NFD').replace(/\u093c/gu, '').normalize('NFC'); // prettier-ignore

/** Europe, Asia, Africa, the Americas, Oceania. */
const CONTINENTS = ['150', '142', '002', '019', '009'];

/** Names of countries that the locale data lack. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  de: ['Großbritannien', 'England', 'Schottland'],
  es: ['Gran Bretaña', 'Inglaterra', 'Escocia'],
  fr: ['Grande-Bretagne', 'Angleterre', 'Écosse'],
  hi: ['ब्रिटेन', 'इंग्लैंड', 'अमेरिका', 'हॉलैंड'],
  it: ['Gran Bretagna', 'Inghilterra', 'Scozia'],
  nl: ['Groot-Brittannië', 'Engeland', 'Schotland'],
  pt: ['Grã-Bretanha', 'Inglaterra', 'Escócia'],
};

/** Well known ones that lie near each other. */
const REGIONS = [
  'DE FR IT ES PT BE AT PL HU SE NO DK GR FI IE RO BG RU',
  'CA MX BR AR CL PE CO CU VE BO EC UY PY',
  'CN JP IN VN TH ID PK IL SY JO IQ IR',
  'EG NG ZA KE ET DZ MA TN GH SN AO',
].map((region) => region.split(' '));

const cache = new Map<string, readonly (readonly string[])[]>();

/** The names of each region's countries, and last of the continents. */
function namedRegions(code: string): readonly (readonly string[])[] {
  const known = cache.get(code);
  if (known) return known;
  const names = new Intl.DisplayNames(code, { type: 'region' });
  const named = [...REGIONS, CONTINENTS].map((region) => region.map((one) => names.of(one)!));
  cache.set(code, named);
  return named;
}

/** Whether a name is a continent's: beside it countries would be its parts. */
export const isContinent = (name: string, code: string): boolean => cachedContinents(code).has(plain(name));

const continents = new Map<string, ReadonlySet<string>>();

function cachedContinents(code: string): ReadonlySet<string> {
  const known = continents.get(code) ?? new Set(namedRegions(code).at(-1)!.map(plain));
  continents.set(code, known);
  return known;
}

/** Other countries of a country's part of the world, by the names that take no article; Europe's where nothing else is known. */
export function countriesNear(name: string, code: string): string[] {
  const named = namedRegions(code);
  const region = named.find((some) => some.some((one) => plain(one) === plain(name))) ?? named[0]!;
  return region.filter((one) => plain(one) !== plain(name) && /^[\p{L}\p{M}]+$/u.test(one) && !WITH_ARTICLE.has(one));
}

const WITH_ARTICLE = new Set(['Iran', 'Irak']);
