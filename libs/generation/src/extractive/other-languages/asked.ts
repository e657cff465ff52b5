import type { DocumentWords } from './document-words';
import type { Fact } from './fact';
import type { Language } from './language';
import type { NamesSeen } from './names-seen';
import { subjectOf } from './subject-of';
import { low, type Turn } from './turns';

/** A question that a sentence turns into, without a blank. */
export interface AskedOf {
  readonly asks: Turn['asks'];
  readonly stem: string;
  readonly answer: string;
}

const LONGEST_WORDS = 32;

/** Questions with a question word: when, who, and what something is, each in the one form that the language's file gives. */
export function askedOf(text: string, { language, names }: DocumentWords, facts: readonly Fact[]): AskedOf[] {
  const statement = text.replace(/[.。।]$/u, '');
  const found = new Map<string, AskedOf>();
  const subject = whatDoes(statement, language);
  if (subject) found.set('term', subject);
  for (const { asks, pattern, stem } of language.turns) {
    const groups = pattern.exec(statement)?.groups;
    if (!groups || found.has(asks)) continue;
    const { answer = '', ...parts } = groups;
    const question = stem(parts as Record<string, string>);
    if (question === undefined || question.split(' ').length > LONGEST_WORDS || !isAnswer(asks, answer, facts)) continue;
    // `Що таке Дніпро`: a name is not to be explained as a word
    if (asks === 'definition' && facts.some(({ kind, text: term }) => kind === 'term' && names.resembles(term))) continue;
    const written = withSmallFirst(text, question, names);
    if (written !== undefined) found.set(asks, { asks, stem: written, answer });
  }
  return [...found.values()];
}

/** Its capital stays in the middle of a question only with a name; of a word that may be either nothing is asked. */
function withSmallFirst(text: string, question: string, names: NamesSeen): string | undefined {
  const first = /^\p{Lu}[\p{L}\p{M}-]+/u.exec(text)?.[0];
  const at = first === undefined ? -1 : question.indexOf(` ${first}`) + 1;
  if (first === undefined || at <= 0 || !DECLINED.has(names.language.code) || names.isNameAt(text)) return question;
  return names.isSmallElsewhere(first) ? question.slice(0, at) + first.toLowerCase() + question.slice(at + first.length) : undefined;
}

/** Where a sentence often begins with no article, so that its first word is a noun or an adjective. */
const DECLINED = new Set(['ru', 'uk', 'pl']);

/** `Was trennt die Zelle von ihrer Umgebung?`: the subject's place is taken, and nothing else moves. */
function whatDoes(statement: string, language: Language): AskedOf | undefined {
  const subject = subjectOf(statement, language);
  // `der einfachste Ansatz`: of what
  if (!subject || /(?<!\p{L})\p{Ll}+ste[nr]? /u.test(subject.noun) || subject.plural || !language.whatDoes || IS_WHAT.test(subject.rest))
    return undefined;
  const mark = language.code === 'fr' ? '\u00a0?' : '?';
  return {
    asks: 'term',
    stem: `${language.whatDoes} ${subject.rest}${mark}`,
    answer: low(subject.article, language.common) + subject.noun,
  };
}

/** `ist ein ...` is a definition, and asked for as one; what somebody's name may be the subject of asks for who. */
const IS_WHAT =
  /^(?:ist|es|est|è|é|is|jest|fue|fut|era|était|war|był|była|был|была|був|була|hat|ha|a|tiene|tem|имеет|ma|має|fu|foi|was|werd|wurde|puede|kann|kan|può|pode|peut|может|може|może) /u;

function isAnswer(asks: Turn['asks'], answer: string, facts: readonly Fact[]): boolean {
  if (asks === 'term') return true;
  if (asks === 'definition') return isWhole(answer) && facts.some(({ kind }) => kind === 'term');
  return facts.some((fact) => fact.kind === asks && fact.text === answer && !fact.listed);
}

/** `... und hatte 2010`: what follows is another statement. */
const ANOTHER =
  /(?<!\p{L})(?:und|y|et|e|en|и) (?:hat|hatte|ist|war|wird|wurde|liegt|tiene|tenía|es|fue|era|est|était|avait|è|ha|fu|é|foi)(?!\p{L})/u;

/** What something is, in one breath. */
const isWhole = (answer: string) => !ANOTHER.test(answer) && answer.split(' ').length <= 26 && (answer.match(/[,，،]/gu)?.length ?? 0) < 2;
