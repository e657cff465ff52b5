import { frameBefore, type Fact, type FactKind } from './fact';
import { datesIn, isMonth } from './dates';
import { valueOf } from './figures';
import type { Language } from './language';

const FIGURE = /\p{Nd}{1,3}(?:([.,\s'’])\p{Nd}{3})(?:\1\p{Nd}{3})*(?:[.,]\p{Nd}+)?(?!\p{Nd})|\p{Nd}+(?:[.,]\p{Nd}+)?/gu;
const YEAR = /^(?:1\d|20)\d\d$/;

/** Years, dates, centuries, shares and quantities: what needs no knowledge of names. */
export function figuresIn(text: string, language: Language): Fact[] {
  const dates = datesIn(text, language).map(({ text: date, start }) => fact('date', date, start));
  const century = language.century;
  const centuries = century ? Array.from(text.matchAll(century), (match) => fact('century', match.groups!.n!, match.index + match[0].indexOf(match.groups!.n!))) : []; // prettier-ignore
  const decades = Array.from(text.matchAll(A_DECADE), ({ 0: decade, index }) => fact('decade', decade, index));
  const taken = [...dates, ...centuries, ...decades];
  const figures: Fact[] = [];
  for (const { 0: figure, index } of text.matchAll(FIGURE)) {
    if (taken.some(({ start, end }) => index < end && index + figure.length > start)) continue;
    const kind = kindOf(figure, text.slice(0, index), text.slice(index + figure.length), language);
    if (kind) figures.push(fact(kind, figure, index));
  }
  const dated = dates.length > 0 || DECADE.test(text) || figures.some(({ kind }) => kind === 'year');
  return [...taken, ...figures, ...numberWordsIn(text, language)].filter(({ kind, start, end }) => {
    // `25 millas (40 km)`: anybody can work it out
    if (kind === 'count' && /\p{Nd}[^()]*\([^()]*$/u.test(text.slice(0, start))) return false;
    if ((kind === 'count' || kind === 'percent') && /^\s?\S+(?: \S+){0,2} \([^)]*\p{Nd}/u.test(text.slice(end))) return false;
    // a year tells its century
    if ((kind !== 'decade' && isInside(text, start, end)) || (kind === 'century' && dated)) return false;
    return kind === 'year' || !isHalfOfRange(text.slice(0, start), text.slice(end));
  });
}

/** `1970er-Jahre`, `années 1970`, `1970-х`, `1970 के दशक`: the whole word that is one. */
const A_DECADE =
  /(?<!\p{N})(?:1[5-9]|20)\d0(?:ern?(?!\p{L})|-(?:х|ті|тих)(?!\p{L})|(?= के दशक))|(?<=(?:décadas? de(?: los)?|années|anni|años|anos|jaren) )(?:1[5-9]|20)\d0(?!\p{N})/gu;

/** `Mitte der sechziger Jahre`, `1920er`, `década de 1970`. */
const DECADE = /(?:\d0|zig)er(?!\p{L})|(?<!\p{L})(?:décadas?|décennie|années|anni|anos|jaren|latach) |\d0-[хи]/u;

/** `aus vier Phasen`: numbers from two on, before what they count, and no article before them, which would count what is known. */
function numberWordsIn(text: string, { numbers, articles, common }: Language): Fact[] {
  return Array.from(text.matchAll(/(?<![\p{L}\p{M}’'-])[\p{L}\p{M}]+(?![\p{L}\p{M}’'-])/gu)).flatMap((match) => {
    const [word] = match;
    const end = match.index + word.length;
    const next = /^ ([\p{L}\p{M}]+)/u.exec(text.slice(end))?.[1]?.toLowerCase();
    if (
      !numbers.includes(word) ||
      articles.has(frameBefore(text, match.index)) ||
      next === undefined ||
      common.has(next) ||
      FRACTION.test(next)
    )
      return [];
    return [fact('count', word, match.index)];
  });
}

/** `tres quintas partes`: with another number it might be no share at all. */
const FRACTION = /^(?:medi|terc|cuart|quint|sext|octav|décim|viertel|drittel|fünftel|achtel|zehntel)/u;

const fact = (kind: FactKind, text: string, start: number): Fact => ({
  kind,
  text,
  start,
  end: start + text.length,
  frame: '',
  listed: false,
});

function kindOf(figure: string, before: string, after: string, language: Language): FactKind | undefined {
  if (language.percentAfter.test(after) || language.percentBefore?.test(before)) return 'percent';
  if (ERA.test(after) || ERA_BEFORE.test(before) || IN_A_DECADE.test(before)) return undefined;
  const yearLike = YEAR.test(figure);
  if (yearLike && (language.yearBefore?.test(before) || language.yearAfter?.test(after))) return 'year';
  if (/^[1-9]\d\d$/.test(figure) && language.earlyYear) {
    const [preceded, followed] = language.earlyYear;
    if (preceded.test(before) && followed.test(after)) return 'year';
  }
  // of a bare number between 1000 and now only its noun tells what it is, and German nouns look like names
  if (yearLike && language.code === 'de') return undefined;
  return isCounted(after, language) && (valueOf(figure) >= 10 || /[.,]/u.test(figure)) ? 'count' : undefined;
}

/** What it counts stands next, and is no word that only joins. */
function isCounted(after: string, language: Language): boolean {
  const { common, verbs, code } = language;
  if (code === 'zh' || code === 'ja') return /^[\p{Script=Han}\p{Script=Katakana}]/u.test(after) && !/^(?:年|月|日|世纪|世紀|时代|時代|岁|歳|章|节|節|页|頁|号|号线|と|和|、|至)/u.test(after);
  const next = /^[\s\u00a0]([\p{L}\p{M}°²³/]+)/u.exec(after)?.[1]?.toLowerCase();
  return next !== undefined && !common.has(next) && !verbs?.has(next) && !isMonth(next, language);
} // prettier-ignore

/** `la década de 1620`. */
const IN_A_DECADE = /(?:décadas? de(?: los)?|décennie|années|anni|anos(?: de)?|jaren|latach) $/u;

/** `44 v. Chr.`, `公元前221年`: years of another count are written as other numbers are. */
const ERA =
  /^\s?(?:v\. ?Chr|n\. ?Chr|a\. ?C|d\. ?C|av\. ?J|apr\. ?J|до н|н\. ?э|до н\. ?е|p\.n\.e|n\.e|v\.Chr|пр\. ?н|ق\.? ?م|هـ|ई\.? ?पू)/iu;
const ERA_BEFORE = /(?:公元前?|紀元前|西元前|MÖ |M\.Ö\. )$/u;

/** In a range, a compound, brackets with another figure, or a longer number. */
function isInside(text: string, start: number, end: number): boolean {
  const [before, after] = [text.slice(0, start), text.slice(end)];
  return (
    /[-–—−/.,:_+±×x^][\s]?$|[\p{L}\p{N}$]$(?<![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/u.test(before.replace(/,\s$/u, '')) ||
    /^[-–—−/_^][\p{L}\p{N}]|^\s?[–—−-]\s?\p{N}|^[.,:]\p{N}|^[A-Za-zА-я]|^['’]\p{L}/u.test(after) ||
    /\([^)]*\p{N}[^)]*$/u.test(before)
  );
}

/** `von 1059 bis 1074`, `1520 ile 1566`, `entre 1859 et 1869`: half of a range says nothing by itself. */
const isHalfOfRange = (before: string, after: string) =>
  /\p{N}{3,4} (?:[\p{L}\p{M}]{1,5}|و) (?:[\p{L}\p{M}]{1,6} )?$/u.test(before) || /^ (?:[\p{L}\p{M}]{1,5}|و) (?:[\p{L}\p{M}]{1,6} )?\p{N}{3,4}(?!\p{N})/u.test(after) || /\p{N}{3,4}年?[至到から－-]+$/u.test(before) || /^年?[至到から－-]+\p{N}{3,4}/u.test(after); // prettier-ignore
