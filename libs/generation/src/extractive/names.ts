import { isVerbal } from './phrases';
import type { Token } from './tagger';

export type NameKind = 'person' | 'place' | 'organisation' | 'event' | 'people' | 'name';

export interface NameRun {
  readonly start: number;
  readonly end: number;
}

const LINK = new Set(['of', 'de', 'da', 'dos', 'van', 'von', 'der', 'la', 'le', 'du', 'del', 'di', 'and', 'for', '&', 'al', 'bin', 'the']);

/** Runs of capitalised words that make one name: `Edict of Nantes`, `General Edward Braddock`. */
export function nameRuns(tokens: readonly Token[], isName: (token: Token, index: number) => boolean): NameRun[] {
  const runs: NameRun[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (!isName(tokens[i] as Token, i)) continue;
    let end = i + 1;
    while (end < tokens.length) {
      if (isName(tokens[end] as Token, end) || (isRoman(tokens[end] as Token) && !isSpeaker(tokens, end))) end++;
      else {
        const linked = linkEnd(tokens, end);
        const next = tokens[linked];
        if (linked === 0 || !next || !isName(next, linked)) break;
        end = linked + 1;
      }
    }
    runs.push({ start: i, end });
    i = end;
  }
  return runs;
}

/** Where a name may go on after `of` or `of the`; 0 where it does not. */
function linkEnd(tokens: readonly Token[], at: number): number {
  const word = tokens[at];
  // "and", "for" and "the" join two names far more often than they stand inside one
  if (!word || !LINK.has(word.lower) || ['and', 'for'].includes(word.lower)) return 0;
  // "Frederick II the Great", but no "Dufferin the Viceroy"
  if (word.lower === 'the')
    return /^(?:Great|Elder|Younger|Terrible|Conqueror|Bold|Wise|Pious|Magnificent|Lionheart|First|Second|Third)$/.test(
      tokens[at + 1]?.text ?? '',
    )
      ? at + 1
      : 0;
  return tokens[at + 1]?.lower === 'the' && word.lower === 'of' ? at + 2 : at + 1;
}

/** `After Maryland I was to pass`: nobody is called so. */
const isSpeaker = (tokens: readonly Token[], at: number) =>
  tokens[at]!.text === 'I' && /^(?:ADP|SCONJ)$/.test(tokens[at - 2]?.pos ?? '') && isVerbal(tokens[at + 1]);

const isRoman = (token: Token) => /^[IVX]{1,5}$/.test(token.text);

const HEADS: readonly (readonly [NameKind, RegExp])[] = [
  [
    'event',
    /^(?:wars?|battle|treaty|revolution|crisis|act|edict|massacre|rebellion|revolt|siege|campaign|conference|congress|festival|games|olympics|bowl|cup|championship|election|famine|plague|reformation|renaissance|crusades?|uprising|convention|declaration|amendment|agreement|accord|accords|pact|constitution|bill|law|peace|era|age|period|depression|holocaust|epidemic|earthquake|conquest|expedition|mission|program|programme|project|operation|conspiracy|compromise|proclamation|charter)$/,
  ],
  [
    'organisation',
    /^(?:university|college|school|institute|institution|academy|company|corporation|committee|commission|council|party|army|navy|force|guard|government|parliament|senate|court|church|museum|library|hospital|bank|association|society|federation|foundation|agency|department|ministry|bureau|board|club|team|league|union|press|group|inc|co|ltd|corp|broadcasting|organization|organisation|orchestra|theatre|theater|observatory|laboratory|authority|service|services|house|center|centre|alliance|order|office|trust|studios?|records|times|journal|post|magazine|administration|regiment|legion|brigade|police|assembly|parlement|diet|sejm|corps|ministry|front|movement|family|airlines?|railways?|railroad)$/,
  ],
  [
    'place',
    /^(?:river|lake|mountains?|mount|island|islands|county|city|street|park|valley|bay|sea|ocean|coast|desert|forest|peninsula|gulf|strait|canal|bridge|road|avenue|square|province|state|states|kingdom|republic|empire|district|region|territory|basin|plain|plains|hills?|beach|port|harbor|harbour|airport|station|palace|castle|cathedral|abbey|tower|hall|stadium|garden|gardens|town|village|colony|fort|cape|point|falls|rainforest|glen|plateau|continent|america|europe|africa|asia|building|gallery|heights|woods|suburb|neighborhood|neighbourhood)$/,
  ],
];
const TITLES = /^(?:mr|mrs|ms|dr|prof|professor|president|king|queen|emperor|empress|prince|princess|general|colonel|captain|major|admiral|lieutenant|sergeant|sir|lord|lady|saint|pope|bishop|archbishop|cardinal|governor|senator|judge|justice|chancellor|minister|duke|duchess|earl|count|countess|baron|marquis|rabbi|father|sister|brother|sultan|shah|tsar|czar|chief|secretary|mayor|reverend|rev|gov|gen|col|capt|sen|st)\.?$/; // prettier-ignore

/** What the general lexicon knows of a word, by its lower-case form. */
export type Lexicon = (word: string) => readonly string[];

/** What a name names, from its head word, its title, or a lexicon of common names and places. */
export function nameKind(words: readonly string[], lexicon: Lexicon): NameKind {
  // "World War II" is a war
  const lower = words.filter((word, i) => i === 0 || !/^[IVX]+$/.test(word)).map((word) => word.toLowerCase().replace(/^the$/, ''));
  const of = lower.indexOf('of');
  const head = (of > 0 ? lower[of - 1] : lower.at(-1)) ?? '';
  const first = lower[0] ?? '';
  const whole = lexicon(lower.join(' '));
  // "Roman Catholic": nobody of that name
  if (/^(?:catholic|protestant|orthodox|lutheran|jewish|muslim|christian)s?$/.test(head)) return 'people';
  if (/(?:ism|ology|ics)$/.test(head) && whole.length === 0) return 'name';
  if (lower.length > 1 && TITLES.test(first) && !HEADS.some(([, heads]) => heads.test(head) && of < 0)) return 'person';
  for (const [kind, heads] of HEADS) if (heads.test(head)) return kind;
  if (
    /^(?:lake|mount|fort|cape|port|north|south|east|west|northern|southern|eastern|western|new|upper|lower)$/.test(first) &&
    lower.length > 1
  )
    return 'place';
  if (whole.some((tag) => ['City', 'Country', 'Region', 'Place'].includes(tag))) return 'place';
  if (whole.some((tag) => ['Organization', 'SportsTeam'].includes(tag))) return 'organisation';
  if (whole.includes('Demonym')) return 'people';
  const firstTags = lexicon(first);
  if (
    lower.length > 1 &&
    lower.length < 5 &&
    firstTags.some((tag) => ['MaleName', 'FemaleName', 'FirstName', 'Person'].includes(tag)) &&
    of < 0
  )
    return 'person';
  // `Lyndon B. Johnson`, but `Saturn V`
  if (lower.length > 2 && lower.length < 5 && /^\p{Lu}\.?$/u.test(words[1] ?? '')) return 'person';
  // `Peter of Abano`, `Richard`
  if (of === 1 && firstTags.some((tag) => ['MaleName', 'FemaleName'].includes(tag))) return 'person';
  if (whole.some((tag) => ['LastName', 'Person', 'MaleName', 'FemaleName', 'FirstName'].includes(tag))) return 'person';
  return 'name';
}

/** As a first name tells it. */
export function genderOf(words: readonly string[], lexicon: Lexicon): 'male' | 'female' | undefined {
  const tags = lexicon(words[0]?.toLowerCase() ?? '');
  return tags.includes('MaleName') ? 'male' : tags.includes('FemaleName') ? 'female' : undefined;
}

/** A word for a kind of thing, and no name by itself. */
export const isHeadWord = (word: string): boolean => HEADS.some(([, heads]) => heads.test(word));

/** Within its kind: names of one sort are mistaken for each other, and no city lies inside another. */
export function nameSort(words: readonly string[], lexicon: Lexicon): string {
  const lower = words.map((word) => word.toLowerCase());
  const tags = lexicon(lower.join(' '));
  const tag = ['Country', 'City', 'Region', 'Demonym'].find((one) => tags.includes(one));
  if (tag) return tag;
  const of = lower.indexOf('of');
  const head = (of > 0 ? lower[of - 1] : lower.at(-1)) ?? '';
  return SORTS.find(([, heads]) => heads.test(head))?.[0] ?? '';
}

const SORTS: readonly (readonly [string, RegExp])[] = [
  ['military', /^(?:army|navy|forces?|guard|regiment|legion|brigade|corps|police)$/],
  ['learned', /^(?:university|college|school|institute|institution|academy|library|museum|laboratory|observatory)$/],
  ['business', /^(?:company|corporation|bank|inc|co|ltd|corp|broadcasting|records|studios?|press|times|journal|post|magazine|airlines?|railways?|railroad)$/],
  ['council', /^(?:committee|commission|council|parliament|senate|court|assembly|parlement|diet|sejm|government|ministry|department|administration|bureau|board|agency|authority|office)$/],
  ['club', /^(?:party|league|union|alliance|association|society|federation|foundation|front|movement|club|team)$/],
  ['church', /^(?:church|cathedral|abbey|order)$/],
  ['water', /^(?:river|lake|bay|sea|ocean|gulf|strait|canal)$/],
  ['land', /^(?:mountains?|mount|islands?|valley|desert|forest|peninsula|plains?|hills?|plateau|continent|rainforest|glen|cape|point|falls|coast|beach|basin)$/],
  ['building', /^(?:bridge|airport|station|palace|castle|tower|hall|stadium|building|gallery|fort|hospital|theatre|theater)$/],
  ['street', /^(?:street|road|avenue|square|park|gardens?)$/],
  ['realm', /^(?:county|city|province|states?|kingdom|republic|empire|district|region|territory|colony|town|village|suburb|neighbou?rhood)$/],
  ['fight', /^(?:wars?|battle|siege|conquest|expedition|revolt|rebellion|uprising|revolution|campaign|invasion|massacre)$/],
  ['law', /^(?:treaty|act|edict|convention|charter|proclamation|declaration|amendment|compromise|agreement|pact|law|constitution)$/],
]; // prettier-ignore

let loading: Promise<Lexicon> | undefined;

/** The lexicon of `compromise`, read once on first use (0.04 s, 38 MB). */
export function loadLexicon(): Promise<Lexicon> {
  loading ??= import('compromise').then(({ default: nlp }) => {
    const { lexicon } = (nlp.model() as { one: { lexicon: Record<string, string | string[]> } }).one;
    return (word) => (Object.hasOwn(lexicon, word) ? [lexicon[word] as string | string[]].flat() : []);
  });
  return loading;
}
