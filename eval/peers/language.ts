import { LANGUAGES, type Language } from '../../libs/retrieval/src/text/languages';
import { type Collection } from '../collections';

/** By the names that Orama and LanceDB have for them. */
const NAMES: Readonly<Record<string, string>> = {
  en: 'english',
  de: 'german',
  es: 'spanish',
  fr: 'french',
  it: 'italian',
  pt: 'portuguese',
  nl: 'dutch',
  sv: 'swedish',
  da: 'danish',
  no: 'norwegian',
  fi: 'finnish',
  hu: 'hungarian',
  ro: 'romanian',
  tr: 'turkish',
  ru: 'russian',
  bg: 'bulgarian',
  el: 'greek',
  ar: 'arabic',
  hi: 'indian',
  ta: 'tamil',
  hy: 'armenian',
};

/** The language that a peer is told, by the end of a collection's name (`xquad_de`); ours has to find out. */
export function languageOf({ name }: Collection): Language & { readonly name: string } {
  const code = /_([a-z]{2})$/.exec(name)?.[1] ?? 'en';
  const language = LANGUAGES.find((one) => one.code === code) ?? LANGUAGES[0]!;
  return { ...language, name: NAMES[language.code]! };
}
