import { announces, breaksSubordinate, endsInRelative, endsInSubordinate, endsInThat, mainPart } from './main-part';
import { isNominal, isVerbal, nominalEnd } from './phrases';
import type { Token } from './tagger';

/** The parts of a plain main clause: `In 1755, | six governors | met | with General Braddock`. */
export interface Clause {
  readonly front: readonly Token[];
  readonly subject: readonly Token[];
  /** Auxiliaries, adverbs between them, and the main verb (or the copula alone). */
  readonly verbs: readonly Token[];
  readonly rest: readonly Token[];
}

/** The clause that a sentence begins with, where its shape is plain enough to turn it round safely. */
export function clauseOf(statement: readonly Token[]): Clause | undefined {
  const tokens = statement.filter((token, i) => !(i === statement.length - 1 && /^[.!]$/.test(token.text)));
  const from = frontEnd(tokens);
  const subjectEnd = subjectEndIn(tokens, from);
  if (subjectEnd === from) return undefined;
  const subject = tokens.slice(from, subjectEnd);
  let at = subjectEnd;
  // ", the first of its kind," between subject and verb
  if (tokens[at]?.text === ',') {
    const close = tokens.findIndex((token, i) => i > at && token.text === ',');
    if (close < 0 || !isVerbal(tokens[close + 1]) || close - at > 14) return undefined;
    at = close + 1;
  }
  const verbEnd = verbGroupEnd(tokens, at);
  const verbs = tokens.slice(at, verbEnd);
  const rest = mainPart(tokens.slice(verbEnd));
  if (
    endsInRelative(rest) ||
    endsInThat(rest, tokens.length - verbEnd) ||
    announces(rest, tokens.slice(verbEnd)) ||
    endsInSubordinate(rest, tokens.length - verbEnd) ||
    breaksSubordinate(rest, tokens.length - verbEnd)
  )
    return undefined;
  // "is home not only to many institutions", without "but also"
  if (rest.length < tokens.length - verbEnd && rest.some(({ lower }, i) => lower === 'only' && rest[i - 1]?.lower === 'not'))
    return undefined;
  const clause = { front: tokens.slice(0, from), subject, verbs, rest };
  return isPlain(clause, subject) ? clause : undefined;
}

/** With what hangs on it by a preposition, where the verb follows: `lines at gasoline stations | were`. */
function subjectEndIn(tokens: readonly Token[], from: number): number {
  const end = nominalEnd(tokens, from);
  let at = end;
  while (at > from && tokens[at]?.pos === 'ADP' && HANGS_ON.test(tokens[at]!.lower)) {
    const next = nominalEnd(tokens, at + 1);
    if (next === at + 1) return end;
    at = next;
  }
  const verb = tokens[at]?.pos === 'ADV' ? tokens[at + 1] : tokens[at];
  return isVerbal(verb) ? at : end;
}

const HANGS_ON =
  /^(?:of|in|for|to|on|at|from|with|between|among|against|about|into|over|under|within|during|across|near|around|through|outside|inside|along|behind|beyond|without|per)$/;

/** After a leading `In 1755,`, or `Although it rained,`: to the comma behind which a subject and its verb follow. */
function frontEnd(tokens: readonly Token[]): number {
  // "Predictably, old oil was withdrawn"
  if (tokens[0]?.pos === 'ADV' && tokens[1]?.text === ',' && opensMain(tokens, 2)) return 2;
  const opens = OPENS.test(tokens[0]?.lower ?? '') || isParticiple(tokens[0]);
  if (tokens[0]?.pos !== 'ADP' && !opens) return 0;
  // "In 1895 the emperor opened it": a year needs no comma
  if (/^(?:1\d|20)\d\d$/.test(tokens[1]?.text ?? '') && tokens[2]?.text !== ',' && isNominal(tokens[2])) return 2;
  for (let i = 1; i < Math.min(tokens.length, 14); i++) {
    const token = tokens[i] as Token;
    if (isVerbal(token)) break;
    if (token.text === ',' && !(tokens[i + 1]?.pos === 'NUM' && tokens[i - 1]?.pos === 'NUM') && (!opens || opensMain(tokens, i + 1)))
      return i + 1;
  }
  return opens ? subordinateEnd(tokens) : 0;
}

/** What begins a clause or a phrase that stands before the main clause. */
const OPENS =
  /^(?:although|though|while|whereas|since|because|as|when|if|after|before|once|until|unless|following|despite|due|given|with|by|in|under|throughout|during|unlike|like|based|according)$/;
const LONGEST_FRONT = 22;

/** `Liberated by Napoleon's army`, `Having lost the war` */
const isParticiple = (token: Token | undefined) =>
  token !== undefined && /^\p{Lu}\p{Ll}+(?:ed|ing)$/u.test(token.text) && token.pos === 'VERB';

function subordinateEnd(tokens: readonly Token[]): number {
  for (let i = 2; i < Math.min(tokens.length, LONGEST_FRONT); i++) if (tokens[i]!.text === ',' && opensMain(tokens, i + 1)) return i + 1;
  return 0;
}

/** A noun phrase and its verb. */
function opensMain(tokens: readonly Token[], from: number): boolean {
  if (/^(?:CCONJ|PRON|ADP)$/.test(tokens[from]?.pos ?? '')) return false;
  const end = subjectEndIn(tokens, from);
  const verb = tokens[end]?.pos === 'ADV' ? tokens[end + 1] : tokens[end];
  return end > from && isVerbal(verb) && !/ing$/.test(verb?.lower ?? '');
}

function verbGroupEnd(tokens: readonly Token[], from: number): number {
  let i = from;
  while (
    i < tokens.length &&
    ((tokens[i] as Token).pos === 'AUX' || (tokens[i] as Token).pos === 'ADV' || (tokens[i] as Token).lower === 'not')
  )
    i++;
  if ((tokens[i] as Token | undefined)?.pos === 'VERB') return i + 1;
  // adverbs after a copula belong to what follows
  while (i > from && (tokens[i - 1] as Token).pos === 'ADV') i--;
  return i;
}

const MAY_PRECEDE_VERB = new Set([
  'to',
  'and',
  'or',
  'but',
  ',',
  'which',
  'that',
  'who',
  'whom',
  'where',
  'when',
  'while',
  'because',
  'as',
  'if',
  'than',
  ';',
  'after',
  'before',
  'by',
  'not',
  'then',
  'of',
  'for',
  'in',
  'without',
  'whose',
  'since',
  'until',
  'how',
  'what',
  ':',
  '—',
  '"',
  '“',
]);

function isPlain({ verbs, rest }: Clause, subject: readonly Token[]): boolean {
  const [first] = verbs;
  const last = verbs.at(-1);
  // "has work in progress"
  if (
    verbs.some(({ lower }) => /^(?:has|have|had)$/.test(lower)) &&
    last?.pos === 'VERB' &&
    last.lower === last.lemma &&
    !SAME_PARTICIPLE.test(last.lower)
  )
    return false;
  // "can and often do partner"
  if (rest[0]?.pos === 'CCONJ') return false;
  if (!first || !last || rest.length === 0 || !verbs.some((token) => isVerbal(token))) return false;
  if (!isVerbal(first) && !(first.pos === 'ADV' && verbs.length > 1)) return false;
  const finite = verbs.find((token) => isVerbal(token)) as Token;
  if (/ing$/.test(finite.lower) && finite.pos === 'VERB') return false;
  // "A Norman named Oursel led"
  if (
    finite.pos === 'VERB' &&
    /^(?:named|called|known|born|entitled|related|based|located|situated|compared|associated|composed)$/.test(finite.lower)
  )
    return false;
  if (subject.length > 12 || subject.filter((token) => token.pos === 'NUM').length > 1) return false;
  if (
    subject.every((token) => token.pos === 'DET' || token.pos === 'NUM') ||
    subject.at(-1)?.pos === 'DET' ||
    subject.at(-1)?.pos === 'ADJ'
  )
    return false;
  // "The theory developed by Einstein explains": a participle taken for the verb
  if (finite.pos === 'VERB' && /^(?:by|as)$/.test(rest[0]?.lower ?? '')) return false;
  return (
    finite.pos === 'AUX' ||
    !rest.some(
      (token, i) =>
        isVerbal(token) &&
        (token.pos === 'AUX' || /s$/.test(token.lower)) &&
        !MAY_PRECEDE_VERB.has(rest[i - 1]?.lower ?? first.lower) &&
        !clauseOpenedBefore(rest, i),
    )
  );
}

/** Whose participle is the verb itself. */
const SAME_PARTICIPLE = /(?:come|run|set|put|cut|hit|let|cost|read|shut|spread|hurt|cast|split|burst|bid|rid|quit|shed|thrust)$/;

function clauseOpenedBefore(rest: readonly Token[], at: number): boolean {
  return rest
    .slice(0, at)
    .some((token) =>
      /^(?:that|which|who|whom|whose|where|when|while|because|if|how|what|as|after|before|than|although|since|until|whether|why)$/.test(
        token.lower,
      ),
    );
}
