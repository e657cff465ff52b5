import { shuffled } from '@lectern/platform';
import type { Fact } from './fact';
import type { Language } from './language';

/** Words of which one may stand for another in any place: each with its forms, in one order for all. */
export type Family = readonly (readonly string[])[];

/** `norte/sur`, `francés francesa/alemán alemana`: members by strokes, forms by spaces. */
export const family = (list: string): Family => list.split('/').map((forms) => forms.trim().split(/\s+/u));

/** Every member with each of the endings. */
export const familyOf = (stems: string, endings: string): Family =>
  stems.split(' ').map((stem) => endings.split(' ').map((ending) => stem + (ending === '-' ? '' : ending)));

const WORD = /(?<![\p{L}\p{M}\p{N}'’-])[\p{L}\p{M}]+(?![\p{L}\p{M}\p{N}'’-])/gu;

/** Members of families in a sentence: where several of one are, each would tell of the other, and none is asked for. */
export function membersIn(text: string, { families }: Language): Fact[] {
  if (!families) return [];
  return families.flatMap((members) => {
    const found = Array.from(text.matchAll(WORD)).filter(({ 0: word }) => members.some((forms) => forms.includes(word)));
    const [only] = found;
    if (
      found.length !== 1 ||
      PART_OF_A_NAME.test(text.slice(0, only!.index)) ||
      BEFORE_A_NAME.test(text.slice(only!.index)) ||
      isTold(only![0], text, only!.index)
    )
      return [];
    return [{ kind: 'member', text: only![0], start: only!.index, end: only!.index + only![0].length, frame: '', listed: false } as const];
  });
}

/** `im Nahen Osten`, `उत्तरी अमेरिका`. */
const PART_OF_A_NAME = /(?:Nahe[nrs]?|Ferne[nrs]?|Mittlere[nrs]?|Wilde[nrs]?) $/u;

const BEFORE_A_NAME = /^\S+ (?:अमेरिका|सागर|यूरोप|एशिया|अफ्रीका|कोरिया|ध्रुव|गोलार्ध|दुनिया|देश|साम्राज्य\p{M}*\p{L}*|सभ्यता)(?!\p{L})/u;

/** `französische`, where `Frankreich` stands beside it. */
function isTold(word: string, text: string, start: number): boolean {
  const rest = `${text.slice(0, start)} ${text.slice(start + word.length)}`.toLowerCase();
  return (
    rest.includes(word.toLowerCase().slice(0, ROOT)) ||
    (/^ameri[kc]|^अमेरिकी/u.test(word) && /usa|us-|asl|अमरीक|vereinigte|estados unidos|états-unis|stati uniti|संयुक्त राज्य/u.test(rest))
  );
}

/** Letters that a country and its people share. */
const ROOT = 4;

/** The others of its family in the same form. */
export function otherMembers(word: string, { families = [] }: Language, random: () => number): string[] {
  const members = families.find((some) => some.some((forms) => forms.includes(word))) ?? [];
  const place = members.find((forms) => forms.includes(word))?.indexOf(word) ?? -1;
  return shuffled(
    members.flatMap((forms) => (forms.includes(word) ? [] : [forms[place]!])),
    random,
  );
}
