import type { Language } from './language';
import { LANGUAGES } from './languages';

/** Of the words of a running text fewer than this never hold it together: it is of a language that nothing is known of, or of none. */
const LEAST_SHARE = 0.12;

/** Endings say in these what small words say in others, and their letters tell them from most others. */
const OF_FEW_SMALL_WORDS = new Set(['tr', 'ru', 'uk', 'ar']);

/** Scripts that alone tell the language, among those that there are rules for. */
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Han}/gu, 'zh'],
];

/** The small letters that a language is written with, where another of its script has more or others. */
const ALPHABETS: Readonly<Record<string, RegExp>> = {
  ar: /[\u0621-\u064a\p{M}]/gu,
  de: /[a-zäöüß]/gu,
  es: /[a-záéíóúüñ]/gu,
  fr: /[a-zàâçéèêëîïôûùüÿœæ]/gu,
  it: /[a-zàèéìíòóù]/gu,
  nl: /[a-zéèëïóöü]/gu,
  pl: /[a-ząćęłńóśźż]/gu,
  pt: /[a-zãõáâàçéêíóôúü]/gu,
  ru: /[а-яё]/gu,
  tr: /[a-zçğıöşüâîû]/gu,
  uk: /[а-щьюяґєії]/gu,
};
const [LATIN, CYRILLIC, ARABIC] = [/\p{Script=Latin}/gu, /\p{Script=Cyrillic}/gu, /\p{Script=Arabic}/gu];

/** Letters that hardly a sentence of the language is without. */
const OWN: Readonly<Record<string, RegExp>> = { pl: /[ąćęłńśźż]/u, tr: /[ğışç]/u };

/** Names of other languages have other letters. */
const LEAST_OF_ALPHABET = 0.98;

/** More says nothing more. */
const ENOUGH = 20_000;

/** The language of a running text, by script and by the words that hold it together; undefined where there are no rules for it. */
export function languageOf(whole: string): Language | undefined {
  const text = whole.slice(0, ENOUGH);
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return undefined;
  const named = (code: string) => LANGUAGES.find((language) => language.code === code);
  for (const [script, code] of SCRIPTS) if ((text.match(script)?.length ?? 0) > (code === 'ja' ? 0.1 : 0.4) * letters) return named(code);
  const words = text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  const lower = text.toLowerCase();
  const share = ({ common, code }: Language) => {
    const known = ALPHABETS[code];
    const script = /^(?:ru|uk)$/.test(code) ? CYRILLIC : code === 'ar' ? ARABIC : LATIN;
    if (known && (lower.match(known)?.length ?? 0) < LEAST_OF_ALPHABET * (lower.match(script)?.length ?? 0)) return 0;
    if (OWN[code]?.test(lower) === false) return 0;
    return words.filter((word) => common.has(word)).length / words.length;
  };
  const [best] = LANGUAGES.map((language) => ({ language, share: share(language) })).toSorted((a, b) => b.share - a.share);
  return best!.share >= (OF_FEW_SMALL_WORDS.has(best!.language.code) ? LEAST_SHARE / 2 : LEAST_SHARE) ? best!.language : undefined;
}
