/** What a noun names, by its ending: an option of another sort would be seen through. */
export type Sort = 'abstract' | 'person' | 'thing';

const ENDINGS: Readonly<Record<string, readonly [abstract: RegExp, person: RegExp]>> = {
  de: [
    /(?:ung|ungen|heit|keit|heiten|keiten|schaft|schaften|ion|ionen|tät|täten|ismus|enz|anz|nahme|nis|nisse|sucht|lust|weise|ieren)$/u,
    /(?:iker[ns]?|ler[ns]?|ist|isten|ant|anten|ent|enten|aut|auten|loge|logen|eur|euren?|oren|innen|ner[ns]?|leute|männer|zosen|länder[ns]?|ger[ns]?|ter[ns]?|fer[ns]?)$/u,
  ],
  es: [/(?:ción|ciones|sión|siones|dad|dades|miento|mientos|ismo|ismos|ncia|ncias|eza|itud|aje)$/u, /(?:or|ores|oras|istas?|eros?|logos?|ntes|anos|eses|ados|idores)$/u],
  fr: [/(?:tion|tions|sion|sions|ité|ités|ment|ments|isme|ismes|ence|ences|ance|ances|esse|ure|age)$/u, /(?:eurs?|istes?|iers?|logues?|iens?|ants?|ois)$/u],
  it: [/(?:zione|zioni|sione|sioni|ità|mento|menti|ismo|ismi|enza|enze|anza|ezza|ura)$/u, /(?:ore|ori|ista|isti|iere|ieri|logo|logi|anti|enti|iani)$/u],
  pt: [/(?:ção|ções|são|sões|dade|dades|mento|mentos|ismo|ismos|ncia|ncias|eza|agem)$/u, /(?:or|ores|istas?|eiros?|logos?|ntes|anos|eses)$/u],
}; // prettier-ignore

export function sortOf(noun: string, code: string): Sort {
  const [abstract, person] = ENDINGS[code] ?? [];
  const head = code === 'de' ? noun : noun.split(' ')[0]!;
  if (abstract?.test(head)) return 'abstract';
  return person?.test(head) ? 'person' : 'thing';
}
