import { BLANK } from '../question';
import { shuffled } from '../seeded-random';
import { containsWords } from '../words';
import { answerWords, isWorthAsking, type Word, type WordCounts } from './any-language-words';
import type { Draft } from './draft';
import type { SourceSentence } from './material';
import { numberDistractors } from './number-distractors';
import { askedInItsLanguage } from './other-questions';

/** Words that begin a sentence whose subject stands in the one before, in some languages that people study in. */
const OPENS_ON_ANOTHER =
  /^(?:Das (?:ist|sind|war|waren|wird|wurde|hat|hatte|kann|\p{Ll}+te)|Entsprechende[nrs]?|Diesbezügliche[nrs]?|Erst|Hier(?:bei|zu|durch)?|So|Also|Dadurch|Somit|Danach|Zuvor|Schließlich|Er|Sie|Es|Dies(?:e[rsmn]?)?|Dabei|Daher|Dennoch|Deshalb|Aber|Und|Ihre?|Seine?|Solche|Dazu|Damit|Dort|Dann|Zudem|Außerdem|Jedoch|Él|Ella|Ellos|Ellas|Est[eao]s?|Es[eao]s?|Sus?|También|Pero|Además|Y|Il|Elle|Ils|Elles|Ce|Cela|Cette|Ces|Cet|Sa|Ses|Leurs?|Mais|Et|Lui|Lei|Loro|Quest[oaie]|Essi|Ele|Ela|Eles|Elas|Isso|Mas|Он|Она|Оно|Они|Это|Эт[аио]т?|यह|वह|ये|वे|(?:इस|उस|इन|उन)(?:में|से|का|के|की|को|पर|ने|हें|होंने)?|他|她|它|这|那|這|彼|彼女|これ|それ|この|その|هذا|هذه|وهو|وهي)(?![\p{L}\p{M}])/u;

/** `Als er die Tür aufmacht`: a clause about somebody from before. */
const OPENS_ON_SOMEBODY = /^\p{Lu}\p{Ll}{1,8} (?:er|sie|es|elle|ils?|él|ella)(?![\p{L}\p{M}])/u;

/** Words that hang on another sentence, or speak of the writer, wherever they stand. */
const SPEAKS_OF_ANOTHER =
  /(?<![\p{L}\p{M}])(?:ich|mich|mir|mein\p{L}*|wir|uns|unser\p{L}*|dies(?:e[rsmn]?)?|jene[rsmn]?|obige[rsmn]?|nächste[rsmn]?|folgende[rsmn]?|vorige[rsmn]?|nosotros|nuestr[oa]s?|est[ea]|est[oa]s|dich[oa]s?|más tarde|nous|notre|nos|cette|ces|cet|später|also|ihm|ihn|ihnen|ello|ellos|ellas|таком|такой|такого|этот|эта|это|этого|этой|этом|эти|этих|यही|वही|ऐसे|ऐसा|हम|हमारे|मैं|[وفلبك]?(?:هذ[هاين]+|ذلك|تلك))(?![\p{L}\p{M}])/iu;

/** `Die Abbildung bildet nach H ab`: a letter of a formula. */
const HOLDS_A_SYMBOL = /(?<=\s)\p{Lu}(?=[\s,.])(?!\.\s\p{Lu})/u;

/** Every question that one sentence of another language than English can carry: words by Unicode, their weight by how often they are met. */
export function draftsInAnyLanguage(sentence: SourceSentence, counts: WordCounts, random: () => number): Draft[] {
  if (HOLDS_A_SYMBOL.test(sentence.text)) return [];
  if (OPENS_ON_ANOTHER.test(sentence.text) || OPENS_ON_SOMEBODY.test(sentence.text) || SPEAKS_OF_ANOTHER.test(sentence.text)) return [];
  const words = answerWords(sentence.text).filter((word) => isWorthAsking(word, counts));
  const truthful = random() < 0.5;
  // a script without capitals tells no names
  const anchored = words.some(
    ({ kind, text }) => kind === 'year' || (kind === 'name' && text.includes(' ')) || !/[\p{Lu}\p{Ll}]/u.test(sentence.text),
  );
  return [
    ...askedInItsLanguage(sentence),
    ...(truthful && anchored ? [trueStatement(sentence)] : []),
    ...words.flatMap((word) => blanked(sentence, word, counts, random, !truthful)),
  ];
}

function trueStatement(sentence: SourceSentence): Draft {
  const written = { stem: sentence.text, answer: 'true', explanation: `“${sentence.text}”`, bloomLevel: 'remember' as const };
  return { type: 'true_false', sentence, asks: 'name', score: 0.6, weak: false, write: () => written };
}

function blanked(sentence: SourceSentence, word: Word, counts: WordCounts, random: () => number, falsely: boolean): Draft[] {
  const stem = sentence.text.slice(0, word.start) + BLANK + sentence.text.slice(word.start + word.text.length);
  if (containsWords(stem, word.text) || (word.kind === 'year' && isHalfOfRange(stem))) return [];
  const base = { sentence, asks: word.kind, score: 0.4 + weight(word, counts), weak: word.kind === 'count' };
  const written = { stem, answer: word.text, explanation: `“${sentence.text}”`, bloomLevel: 'remember' as const };
  const choice = () => {
    const wrong = distractors(word, sentence.text, counts, random);
    return wrong && { ...written, options: shuffled([word.text, ...wrong], random) };
  };
  const falsehood = () => {
    const [wrong] = distractors(word, sentence.text, counts, random) ?? [];
    if (wrong === undefined) return undefined;
    const explanation = `${wrong} → ${word.text}: “${sentence.text}”`;
    return { ...written, stem: stem.replace(BLANK, () => wrong), answer: 'false', explanation };
  };
  const drafts: Draft[] = [
    { ...base, type: 'cloze', write: () => written },
    { ...base, type: 'multiple_choice', weak: word.kind !== 'year' && word.kind !== 'name', write: choice },
  ];
  if (falsely && (word.kind === 'year' || word.kind === 'count')) drafts.push({ ...base, type: 'true_false', write: falsehood });
  return drafts;
}

/** `von _____ bis 1074`: half of a range says nothing by itself. */
const isHalfOfRange = (stem: string) => /_____\s+\p{L}{1,4}[\p{L}\p{M}]*\s+\d{4}|\d{4}\s+\p{L}[\p{L}\p{M}]{0,4}\s+_____/u.test(stem);

function weight(word: Word, { times }: WordCounts): number {
  const met = Math.log2(1 + (times.get(word.text.toLowerCase()) ?? 0));
  const base = { year: 0.2, name: 0.15, term: 0.06, count: 0.02 }[word.kind];
  return base + 0.03 * Math.min(4, met) + 0.005 * Math.min(12, word.text.length);
}

/** Of the same kind, after the same article or preposition: they fit into the sentence, and are of the answer's gender and number. */
function distractors(word: Word, text: string, counts: WordCounts, random: () => number): string[] | undefined {
  const numbers = word.kind === 'year' || word.kind === 'count' ? numberDistractors(word.kind, word.text, random) : undefined;
  const similar = (other: Word) =>
    other.kind === word.kind &&
    other.frame === word.frame &&
    Math.abs(other.text.length - word.text.length) <= 6 &&
    Math.abs(other.text.split(' ').length - word.text.split(' ').length) <= 1 &&
    other.text.slice(0, 4).toLowerCase() !== word.text.slice(0, 4).toLowerCase() &&
    (word.frame !== '' || sharesEnding(other, word));
  const pool = numbers ?? shuffled(counts.answers.filter(similar), random).map((other) => other.text);
  const chosen = [...new Set(pool)]
    .filter((other) => !containsWords(text, other) && !text.toLowerCase().includes(other.toLowerCase()))
    .slice(0, 3);
  return chosen.length === 3 ? chosen : undefined;
}

/** Words of one ending are mostly of one class and inflection; scripts without endings have none to compare. */
const sharesEnding = (a: Word, b: Word) => !/\p{Script=Latin}|\p{Script=Cyrillic}/u.test(b.text) || a.text.slice(-2) === b.text.slice(-2);
