import type { Language } from './language';
import { isEnclosed, nounAt, type Noun } from './noun';

const SHORTEST = 5;
/** Nouns of Romance languages by the article before them, each with the adjective after it where its ending shows it to be one. */
export function romanceNounsIn(text: string, language: Language): Noun[] {
  return Array.from(text.matchAll(PHRASE)).flatMap((match) => {
    const { article = '', noun = '', next = '' } = match.groups!;
    const form = romanceFormOf(article.toLowerCase(), noun, language);
    if (form === undefined || !isNoun(noun, form, language)) return [];
    // `la golpee directamente`
    if (/mente?$/u.test(next)) return [];
    // `el tradicional casco`
    if (/^\p{Ll}/u.test(next) && ![language.common, language.verbs].some((words) => words?.has(next)) && BEFORE_NOUNS.test(noun)) return [];
    const start = match.index + article.length + 1;
    if (isEnclosed(text, start)) return [];
    const many = /^(?:los|las|les|i|gli|le \+|os|as|de \+)$/u.test(form);
    if (next !== '' && isAdjective(next, many, language)) return [nounAt(`${noun} ${next}`, start, form)];
    // `la energía Solar`: what is not known may belong to it; `el sistema`: some system
    return /^\p{Lu}/u.test(next) || language.generic.has(noun) ? [] : [nounAt(noun, start, form)];
  });
}

/** What an article agrees with, by one word for all of a kind; after `de` without an article, whether there are many. */
export function romanceFormOf(article: string, noun: string, { code }: Language): string | undefined {
  if (/^(?:de|d|di)$/u.test(article)) return code === 'it' ? 'de' : /[sx]$/u.test(noun) ? 'de +' : 'de';
  return FORMS[code]?.[article];
}

function isNoun(noun: string, form: string, { common, opens, leans, verbs, code }: Language): boolean {
  if (noun.length < SHORTEST || [common, opens, leans, LIGHT].some((words) => words.has(noun)) || verbs?.has(noun)) return false;
  if (IS_NO_NOUN.test(noun) || (form === 'el' && /[aei]r$/u.test(noun))) return false;
  if (/^de/u.test(form)) return !/(?:[aei]r)$/u.test(noun);
  // `los diseñó`: an article for many has a noun for many after it
  if (code === 'it') return true;
  const many = /s$/u.test(form);
  return many ? /[sx]$/u.test(noun) : !/s$/u.test(noun) || /(?:sis|ès|és|us)$/u.test(noun);
}

/** Nouns that say little by themselves, and parts of phrases like `de acuerdo con`. */
const LIGHT = new Set(
  'acuerdo manera forma modo largo cargo través hecho serie cantidad cantidades dificultad mayoría minoría aumento papel punto puntos partes lado cabo pesar respecto relación razón vista cuenta base bases hora horas tipo tipos clase clases nivel niveles momento momentos semana semanas meses siglo siglos década décadas metros kilómetros millas toneladas dólares euros kilogramos litros grados izquierda derecha norte oeste noreste noroeste sureste suroeste centro lugar lugares cosa cosas aspecto aspectos factor factores intento medida medidas marco ámbito número números fuente fuentes igual resto causa contra junto próximo manière façon partie plupart cours suite sein côté raison mesure maniera parte tipo modo lado'.split(
    ' ',
  ),
);

/** Verbs after a pronoun that looks like an article, participles that point back, and adjectives that stand before their noun. */
const IS_NO_NOUN =
  /^(?:veint|treint|cuarent|cincuent|sesent|setent|ochent|novent)|^(?:pequeñ[oa]s?|recién|grandes?|anteriores|posteriores|importantes?|vieja|viejo|negro|blanco|rojo|azul|verde|amarillo|alta|alto|baja|bajo|larga|largo)$|(?:ó|aron|ieron|aban?|ían|ará|arán|ando|iendo|arse|erse|irse|èrent|aient|arono|avano)$|^(?:llamad|denominad|conocid|mencionad|citad|dit|présent|cosiddett|chamad)|^(?:mayor|menor|mejor|peor|gran|grandes|nuev|primer|segund|tercer|últim|únic|principal|propi|actual|antigu|buen|siguient|mism|otr|vari|divers|distint|divers|nouve|grand|petit|premi|dernièr|dernier|autre|même|second|troisièm|principa|propr|nuov|grand|prim|ultim|stess|altr|nov|mesm|outr|maior|melhor|segunda|últim)(?:[oae]s?|es|i|ère?s?|er|ers|lles?|aux?|eaux?)?$/u;

/** By endings that nouns and verbs hardly have. */
function isAdjective(word: string, many: boolean, { common, verbs }: Language): boolean {
  if (/mente?$/u.test(word) || common.has(word) || verbs?.has(word) || !/^\p{Ll}{5,}$/u.test(word)) return false;
  return many
    ? /(?:ales|iles|ares|bles|ic[oa]s|iv[oa]s|os[oa]s|ari[oa]s|antes|entes|enses|es[oa]s|an[oa]s|ques|elles?|els|ifs|ives|aires|aux|iques|ici|iche|ali|ivi|ive|osi|ose|ari|arie|ais|áveis|ívei)$/u.test(word)
    : /(?:al|il|ar|ble|ic[oa]|iv[oa]|os[oa]|ari[oa]|ante|ente|ense|es[oa]|an[oa]|que|el|elle|if|ive|aire|ale|ile|are|ável|ível)$/u.test(word);
} // prettier-ignore

/** Endings of adjectives that may stand before their noun. */
const BEFORE_NOUNS = /(?:al|ales|iv[oa]s?|os[oa]s?|ic[oa]s?|bles?|ente)$/u;

/** Articles, with prepositions or without, by what they agree with. */
const FORMS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  es: { el: 'el', del: 'el', al: 'el', un: 'el', la: 'la', una: 'la', los: 'los', unos: 'los', las: 'las', unas: 'las' },
  fr: { le: 'le', du: 'le', au: 'le', un: 'le', la: 'la', une: 'la', l: 'l', les: 'les', des: 'les', aux: 'les' },
  it: {
    il: 'il',
    un: 'il',
    del: 'il',
    al: 'il',
    dal: 'il',
    nel: 'il',
    sul: 'il',
    la: 'la',
    una: 'la',
    della: 'la',
    alla: 'la',
    dalla: 'la',
    nella: 'la',
    sulla: 'la',
    i: 'i',
    dei: 'i',
    ai: 'i',
    nei: 'i',
    le: 'le +',
    delle: 'le +',
    alle: 'le +',
    nelle: 'le +',
  },
  pt: {
    o: 'o',
    do: 'o',
    ao: 'o',
    no: 'o',
    um: 'o',
    a: 'a',
    da: 'a',
    na: 'a',
    uma: 'a',
    os: 'os',
    dos: 'os',
    aos: 'os',
    nos: 'os',
    as: 'as',
    das: 'as',
    nas: 'as',
  },
};

const ARTICLES = [...new Set(Object.values(FORMS).flatMap((forms) => Object.keys(forms))), 'de', 'd', 'di'];

const PHRASE = new RegExp(
  `(?<![\\p{L}\\p{M}’'-])(?<article>${ARTICLES.flatMap((article) => [article, article[0]!.toUpperCase() + article.slice(1)]).join('|')})[ ’'](?<noun>\\p{Ll}[\\p{Ll}\\p{M}]+)(?![\\p{L}\\p{M}’'-])(?: (?<next>[\\p{L}\\p{M}’'-]+))?`,
  'gu',
);
