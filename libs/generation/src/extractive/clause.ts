import { breaksSubordinate, endsInSubordinate, mainPart } from './main-part';
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
  const subjectEnd = nominalEnd(tokens, from);
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
  if (endsInSubordinate(rest, tokens.length - verbEnd) || breaksSubordinate(rest, tokens.length - verbEnd)) return undefined;
  // "is home not only to many institutions", without "but also"
  if (rest.length < tokens.length - verbEnd && rest.some(({ lower }, i) => lower === 'only' && rest[i - 1]?.lower === 'not'))
    return undefined;
  const clause = { front: tokens.slice(0, from), subject, verbs, rest };
  return isPlain(clause, subject) ? clause : undefined;
}

/** After a leading `In 1755,`: a preposition, no verb, then a comma. */
function frontEnd(tokens: readonly Token[]): number {
  if (tokens[0]?.pos !== 'ADP') return 0;
  // "In 1895 the emperor opened it": a year needs no comma
  if (/^(?:1\d|20)\d\d$/.test(tokens[1]?.text ?? '') && tokens[2]?.text !== ',' && isNominal(tokens[2])) return 2;
  for (let i = 1; i < Math.min(tokens.length, 14); i++) {
    const token = tokens[i] as Token;
    if (isVerbal(token)) return 0;
    if (token.text === ',' && !(tokens[i + 1]?.pos === 'NUM' && tokens[i - 1]?.pos === 'NUM')) return i + 1;
  }
  return 0;
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
  if (!first || !last || rest.length === 0 || !verbs.some((token) => isVerbal(token))) return false;
  if (!isVerbal(first) && !(first.pos === 'ADV' && verbs.length > 1)) return false;
  const finite = verbs.find((token) => isVerbal(token)) as Token;
  if (/ing$/.test(finite.lower) && finite.pos === 'VERB') return false;
  // "A Norman named Oursel led"
  if (finite.pos === 'VERB' && /^(?:named|called|known|born|entitled)$/.test(finite.lower)) return false;
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

function clauseOpenedBefore(rest: readonly Token[], at: number): boolean {
  return rest
    .slice(0, at)
    .some((token) =>
      /^(?:that|which|who|whom|whose|where|when|while|because|if|how|what|as|after|before|than|although|since|until|whether|why)$/.test(
        token.lower,
      ),
    );
}
