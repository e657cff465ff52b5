import type { Language } from './language';

/** `Die Abbildung bildet nach H ab`: a letter of a formula, and no number of a king. */
const HOLDS_A_SYMBOL =
  /(?<=\s)(?<!(?:células|linfocitos|vitamina|tipo|Vitamin|Typ|cellules|lymphocytes|vitamine|cellule|linfociti|linfócitos) )(?![IVX](?=[\s,.]))\p{Lu}(?=[\s,.])(?!\.(?:\d|\s(?:\p{Lu}|(?:de|du|von|van|da|di)(?!\p{L}))))|(?<!\p{Lu}(?:[\p{L}’'-]+|\.))(?<!siglo|século|secolo|siècle)\s[IVX](?=[\s,.])(?!\s\p{Lu}|\.\d)/u;

/** `Definition 31.a`, `(3)`, `Satz 2.1`: what is numbered stands elsewhere. */
const NUMBERED =
  /\d\.\p{L}(?!\p{L})|\((?:\d{1,2}|\p{L})\)|(?<=\s)\p{Lu}\p{Ll}+ \d{1,2}\.\d{1,2}(?!\d)|(?<!\p{L})(?:Abb|Fig|Tab|Nr|Bd)\. ?\d/u;

/** `auf Seite 20`, `en el capítulo 3`, `на стр. 7`: a place in a book. */
const PLACE_IN_A_BOOK =
  /(?<!\p{L})(?:seite|kapitel|abschnitt|abbildung|tabelle|satz|definition|beispiel|página|capítulo|figura|tabla|page|chapitre|figure|tableau|pagina|capitolo|tabella|hoofdstuk|figuur|tabel|strona|stronie|rozdział|rysunek|стр\.|странице|глав[аеы]|рис\.|таблиц[аеы]|сторінці|розділ|sayfa|bölüm|şekil|tablo|صفحة|الفصل|الشكل|الجدول|पृष्ठ|अध्याय) ?[\d(]/iu;

/** `«...»,— считает руководитель`: what somebody said, cut in two. */
const QUOTES_SOMEBODY = /[»”“"],?\s?[—–-]\s?\p{Ll}/u;

/** `in den EE.`, `UU. con 60 Hertz`, `162 584 Mio.`: cut at the full stop of an abbreviation. */
const BROKEN_OFF =
  /(?:\s(?:\p{Lu}|(\p{Lu})\1)|\.\p{L}|(?<!\p{L})(?:Mio|Mrd|bzgl|Nr|bzw|ca|usw|etc|millones de EE|ej|mln|tys|млн|млрд|тыс))\.$|^(?:\p{Lu}\.\s(?!(?:de|du|von|van|da|di|del|della)(?!\p{L}))\p{Ll}|(\p{Lu})\2\.\s)/u;

/** `wird anhand von Beispielen vorgestellt`: a text that speaks of itself. */
const OF_ITSELF =
  /^(?!.*\s(?:von|durch) \p{Lu}).*(?<!\p{L})(?:wird|werden) .*(?:vorgestellt|erörtert|dargestellt|diskutiert|besprochen|aufgezeigt)\.?$|(?<!\p{L})se (?:presentan?|analizan?|discuten?|expone|muestra) |(?<!\p{L})(?:рассматрива[ею]тся|приводится|приводятся|изложен\p{L}*)(?!\p{L})|\sthe\s\p{Ll}/u;

/** Words, lower case. */
export const tokensOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** Whether a sentence says by itself what it speaks of, as far as the words of its language tell. */
export function standsAlone(text: string, language: Language): boolean {
  if (
    HOLDS_A_SYMBOL.test(text) ||
    NUMBERED.test(text) ||
    PLACE_IN_A_BOOK.test(text) ||
    QUOTES_SOMEBODY.test(text) ||
    OF_ITSELF.test(text) ||
    /[:;：；]|\?|!|[[\]]/u.test(text.slice(0, -1)) ||
    BROKEN_OFF.test(text)
  )
    return false;
  const plain = language.resolved ? text.replace(language.resolved, '').trim() : text;
  if (language.leaning?.test(plain)) return false;
  const bare = text.replace(/\s*(?:\([^()]*\)\s*)?[.。।]$/u, '');
  if (language.finite && !language.finite.test(bare)) return false;
  // `Вулкан — это ...` says what it is, and points at nothing
  const tokens = tokensOf(plain.replace(/[—–-] (?:это|це) /gu, ' '));
  const [first = ''] = tokens;
  if (language.verbs?.has(first) || NO_SUBJECT.test(plain) || hasOpenQuotes(text)) return false;
  if (language.opens.has(first) || tokens.some((token) => language.leans.has(token))) return false;
  if (tokens.slice(0, 3).some((token) => language.possessives.has(token))) return false;
  return !hasLooseSubject(text, language) && !isAboutSomeKind(tokens, plain, language) && !speaksOfSomeKind(text, language);
}

/** `Vivió casi siete años`, `Può ospitare`: whose verb it is, the sentence before says. */
const NO_SUBJECT = /^(?:\p{Lu}\p{Ll}+(?:[óò]|aron|ieron|arono|irono)|Hizo|Tuvo|Fecero|Può|Puede|Possono|Pueden|Pode|Podem)\s\p{Ll}/u;

/** What was said goes on in the next sentence. */
function hasOpenQuotes(text: string): boolean {
  const count = (mark: RegExp) => text.match(mark)?.length ?? 0;
  return count(/«/gu) !== count(/»/gu) || count(/„/gu) > count(/[“”]/gu);
}

/** `En 1903 elle reçut`: no comma before the pronoun, so that it stands in the main clause, whose subject is told of elsewhere. */
function hasLooseSubject(text: string, { subjects }: Language): boolean {
  const [clause = ''] = text.replace(/\([^()]*\)/gu, '').split(',');
  // `X und Y ... und Z wurde an sie übertragen`: the first of two clauses tells whom
  const [main = ''] = clause.split(SECOND_CLAUSE);
  return tokensOf(main).some((token) => subjects.has(token));
}

/** Some words, and then another clause with its own subject. */
const SECOND_CLAUSE =
  /(?<=^(?:\S+ ){5,}\S+) (?:und|y|et|e|en|и|та) (?=(?:der|die|das|den|el|la|los|las|le|les|il|i|gli|o|a|os|as|de|het) )/u;

/** `Die Stadt wurde zerstört`, `Город был основан`: the first noun says of which kind it is, and not which. */
function isAboutSomeKind(tokens: readonly string[], text: string, language: Language): boolean {
  const { definiteArticles, generic, code } = language;
  const [first = '', second = '', third = ''] = tokens;
  // `Nach dem Krieg`
  if (isPreposition(first, language) && definiteArticles.has(second) && generic.has(third) && !isToldWhich(text, tokens.slice(0, 3)))
    return true;
  if (code === 'ar') return [first, second].some((token, i) => generic.has(token) && !/^ال/u.test(tokens[i + 1] ?? ''));
  if (definiteArticles.size > 0)
    return definiteArticles.has(first) && generic.has(second) && !isToldWhich(text, tokens.slice(0, 2)) && !ROMANCE_TOLD.test(text);
  return generic.has(first) && !isToldWhich(text, [first]);
}

const isPreposition = (word: string, { within, by, besides }: Language) => within.has(word) || by.has(word) || besides.has(word);

/** `La crisis energética`, `El primer proceso para producir`: an adjective after its noun, or what an ordinal counts. */
const ROMANCE_TOLD =
  /^(?:El|La|Los|Las|Le|Les|L['’]|Il|I|Lo|O|A|Os|As) ?(?:\p{Ll}{4,} \p{Ll}{3,}(?:al|ales|ic[oa]s?|iv[oa]s?|ari[oa]s?|ístic[oa]s?|ique|iques|ive|ives|aire|aires|el|elle|els|elles|ale|ali|ari|ário|ária)(?!\p{L})|(?:prim|premi)\p{Ll}+ (?:\p{Ll}+ ){1,4}(?:de|del|para|que|per|pour|qui|da|do|di)(?!\p{L}))/u;

/** A name, a quoted title, or `of` after it. */
function isToldWhich(text: string, opening: readonly string[]): boolean {
  const rest = text.slice(opening.join(' ').length).trimStart();
  return /^(?:[\p{Lu}\p{Nd}]|["«„“']|(?:von|de|del|di|du|des|della|do|da|van|d['’]|der|dos|das)(?!\p{L}))/u.test(rest);
}

/** `occupò la città nel 1797`: with an article alone, some thing that is told of elsewhere. */
function speaksOfSomeKind(text: string, language: Language): boolean {
  const { definiteArticles, generic, common, code } = language;
  const isGeneric = (noun: string) => generic.has(noun) || (code === 'de' && generic.has(noun.replace(/e?s$/u, '')));
  return Array.from(text.matchAll(/(?<![\p{L}\p{M}])(?=([\p{L}\p{M}]+)[ '’]([\p{L}\p{M}]+)(?:([.,])|\s([\p{L}\p{M}]+)))/gu)).some(
    ([, article = '', noun = '', mark, next = '']) => {
      if (!definiteArticles.has(article.toLowerCase()) || !isGeneric(noun.toLowerCase())) return false;
      // `den ersten normannischen Brückenkopf`
      if (code === 'de' && /^\p{Ll}/u.test(noun)) return false;
      if (mark !== undefined) return true;
      // adjectives stand before a Germanic noun, and after a Romance one they tell which
      return !TELLS_WHICH.test(next) && (common.has(next) || (/^(?:de|nl)$/.test(code) && /^\p{Ll}/u.test(next)));
    },
  );
}

/** What follows a noun and tells which is meant. */
const TELLS_WHICH =
  /^(?:más|mayor|plus|più|mais|cuy[oa]s?|dont|cui|de|del|di|du|des|d|della|dello|dei|degli|delle|dell|do|da|dos|das|van|von|der|que|qui|che|die|dat|où|onde|donde|als|y|e|et|und|en|zu|a|à|para|per|pour)$/u;
