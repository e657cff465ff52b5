import type { Draft, Written } from './draft';
import type { SourceSentence } from './material';

/** Turns one form of sentence into a question without moving a word of it: the form itself tells the language. */
interface Turn {
  /** Of a sentence without its final mark. */
  readonly pattern: RegExp;
  readonly ask: (match: RegExpExecArray) => { readonly stem: string; readonly answer: string } | undefined;
}

/** A leading year where the verb comes next, or where a question keeps the order of a statement. */
const YEARS: readonly Turn[] = [
  {
    pattern: /^(?:Im Jahre? )?((?:1\d|20)\d\d) (\p{Ll}.+)$/su,
    ask: year((rest) => (isGerman(rest) ? `In welchem Jahr ${rest}?` : undefined)),
  },
  {
    pattern: /^In (?:het jaar )?((?:1\d|20)\d\d) (\p{Ll}.+)$/su,
    ask: year((rest) => (isDutch(rest) ? `In welk jaar ${rest}?` : undefined)),
  },
  {
    pattern: /^En (?:el año |l['’]an(?:née)? )?((?:1\d|20)\d\d),? (.+)$/su,
    ask: year((rest) => {
      if (isSpanish(rest)) return `¿En qué año ${startLow(rest)}?`;
      if (!isFrench(rest)) return undefined;
      return `En quelle année ${/^[aeéèêiouyh]/iu.test(rest) ? "est-ce qu'" : 'est-ce que '}${startLow(rest)} ?`;
    }),
  },
  { pattern: /^Em ((?:1\d|20)\d\d),? (.+)$/su, ask: year((rest) => `Em que ano ${startLow(rest)}?`) },
  { pattern: /^Nel ((?:1\d|20)\d\d),? (.+)$/su, ask: year((rest) => `In quale anno ${startLow(rest)}?`) },
  { pattern: /^В ((?:1\d|20)\d\d) году (.+)$/su, ask: year((rest) => `В каком году ${rest}?`) },
  { pattern: /^(.+ )((?:1\d|20)\d\d)( में [\p{Script=Devanagari}\s,]+)$/su, ask: inPlace('किस वर्ष', '?') },
  { pattern: /^(.*\p{Script=Han}[^\d]*)((?:1\d|20)\d\d)(年[^\d]*\p{Script=Han}.*)$/su, ask: inPlace('哪', '？') },
];

/** `Die Photosynthese ist ein Prozess, ...` asks what it is; without an article it may be a person. */
const DEFINITIONS: readonly Turn[] = [
  { pattern: definition('Der|Die|Das|Eine?', 'ist|sind', 'eine?|der|die|das'), ask: what((verb, subject) => `Was ${verb} ${subject}?`) },
  { pattern: definition('El|La|Los|Las|Una?', 'es|son', 'una?|el|la|los|las'), ask: what((verb, subject) => `¿Qué ${verb} ${subject}?`) },
  { pattern: definition('Le |La |Les |Une? |L[\'’]', 'est', 'une? |le |la |l[\'’]'), ask: what((_, subject) => `Qu'est-ce que ${subject} ?`) },
  { pattern: definition('Il |La |Lo |L[\'’]', 'è', 'un |una |un[\'’]|il |la |lo |l[\'’]'), ask: what((verb, subject) => `Che cosa ${verb} ${subject}?`) },
  { pattern: definition('O|A|Um|Uma', 'é', 'um|uma|o|a'), ask: what((verb, subject) => `O que ${verb} ${subject}?`) },
  { pattern: definition('De|Het|Een', 'is', 'een|het|de'), ask: what((verb, subject) => `Wat ${verb} ${subject}?`) },
]; // prettier-ignore

/** Short answers that a sentence of another language carries: when, and what something is. */
export function askedInItsLanguage(sentence: SourceSentence): Draft[] {
  const statement = sentence.text.replace(/[.।。]$/u, '');
  const drafts: Draft[] = [];
  for (const [turns, asks, score] of [
    [YEARS, 'year', 0.75],
    [DEFINITIONS, 'definition', 0.8],
  ] as const) {
    for (const { pattern, ask } of turns) {
      const match = pattern.exec(statement);
      const asked = match && ask(match);
      if (!asked || asked.stem.split(' ').length > 32) continue;
      const written: Written = { ...asked, explanation: `“${sentence.text}”`, bloomLevel: asks === 'year' ? 'remember' : 'understand' };
      drafts.push({ type: 'short_answer', sentence, asks, score, weak: false, write: () => written });
      break;
    }
  }
  return drafts;
}

/** More than one clause with a year of its own, or a second sentence, has more than one answer. */
function year(stemOf: (rest: string) => string | undefined): Turn['ask'] {
  return ([, answer, rest]) => {
    if (/\d{4}|[;:!?]/u.test(rest!)) return undefined;
    const stem = stemOf(rest!);
    return stem === undefined ? undefined : { stem, answer: answer! };
  };
}

function inPlace(question: string, mark: string): Turn['ask'] {
  return ([, before, answer, after]) =>
    // a year in a relative clause is not what the sentence is about
    /\d{4}|[;:!?；：]|(?<!\p{M}|\p{L})(?:जो|जब|जिस)/u.test(before! + after!)
      ? undefined
      : { stem: `${before}${question}${after}${mark}`, answer: answer! };
}

/** Article and one to four words, a copula, and what it is: at least five words, and no superlative, which is a feat. */
function definition(articles: string, copula: string, after: string): RegExp {
  const spaced = (choice: string) => choice.split('|').map((one) => (/[ \]]$/u.test(one) ? one : `${one} `)).join('|'); // prettier-ignore
  return new RegExp(
    `^((?:${spaced(articles)})[\\p{L}\\p{M}-]{4,}(?: [\\p{L}\\p{M}-]+){0,3}) (${copula}) ((?:${spaced(after)})(?!más |plus |più |mais |\\p{L}+ste[nrs]? )[^;:]{24,220})$`,
    'u',
  );
}

function what(stemOf: (verb: string, subject: string) => string): Turn['ask'] {
  return ([, subject, verb, answer]) => {
    if (answer!.split(' ').length > 26 || (answer!.match(/,/gu)?.length ?? 0) > 1) return undefined;
    // a short noun with a definite article is one that the text spoke of before: "die Stadt"
    if (subject!.replace(/^\S+[ '’]/u, '').length < 9) return undefined;
    return { stem: stemOf(verb!, subject!.charAt(0).toLowerCase() + subject!.slice(1)), answer: answer! };
  };
}

/** An article or a preposition that began a clause goes low; a name keeps its capital. */
const startLow = (text: string) =>
  text.replace(/^(?:El|La|Los|Las|Una?|Se|Le|Les|L|Il|Lo|I|Gli|O|A|Os|As|Um|Uma|En|À|Des|Du)(?=[\s'’])/u, (word) => word.toLowerCase());

const share = (text: string, words: RegExp) => (text.match(words)?.length ?? 0) / text.split(' ').length;
const isGerman = (text: string) => share(text, /(?<!\p{L})(?:der|die|das|und|ist|wurde|den|dem|von|im|ein|eine|zu|mit)(?!\p{L})/gu) > 0.1;
const isDutch = (text: string) => share(text, /(?<!\p{L})(?:de|het|een|van|en|werd|is|op|te|door)(?!\p{L})/gu) > 0.1;
const isSpanish = (text: string) => share(text, /(?<!\p{L})(?:el|los|las|una?|del|al|y|se|fue|con|por)(?!\p{L})/gu) > 0.06;
const isFrench = (text: string) => share(text, /(?<!\p{L})(?:le|les|une?|des|du|et|est|fut|par|dans|sur|au)(?!\p{L})/gu) > 0.06;
