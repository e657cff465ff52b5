import { render, type Token } from './tagger';

/** The parts of a plain main clause: `In 1755, | six governors | met | with General Braddock`. */
export interface Clause {
  readonly front: readonly Token[];
  readonly subject: readonly Token[];
  /** Auxiliaries, adverbs between them, and the main verb (or the copula alone). */
  readonly verbs: readonly Token[];
  readonly rest: readonly Token[];
}

const NOMINAL = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM']);
const LINKS = new Set(['of', "'s", '’s', 'and', '&', "'", 'in', 'for', 'to']);
const VERBAL = new Set(['AUX', 'VERB']);
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
    if (close < 0 || !VERBAL.has(tokens[close + 1]?.pos ?? '') || close - at > 14) return undefined;
    at = close + 1;
  }
  const verbEnd = verbGroupEnd(tokens, at);
  const verbs = tokens.slice(at, verbEnd);
  const rest = mainPart(tokens.slice(verbEnd));
  if (endsInSubordinate(rest, tokens.length - verbEnd)) return undefined;
  const clause = { front: tokens.slice(0, from), subject, verbs, rest };
  return isPlain(clause, subject) ? clause : undefined;
}

/** After a leading `In 1755,`: a preposition, no verb, then a comma. */
function frontEnd(tokens: readonly Token[]): number {
  if (tokens[0]?.pos !== 'ADP') return 0;
  // "In 1895 the emperor opened it": a year needs no comma
  if (/^(?:1\d|20)\d\d$/.test(tokens[1]?.text ?? '') && tokens[2]?.text !== ',' && NOMINAL.has(tokens[2]?.pos ?? '')) return 2;
  for (let i = 1; i < Math.min(tokens.length, 14); i++) {
    const token = tokens[i] as Token;
    if (VERBAL.has(token.pos)) return 0;
    if (token.text === ',' && !(tokens[i + 1]?.pos === 'NUM' && tokens[i - 1]?.pos === 'NUM')) return i + 1;
  }
  return 0;
}

function nominalEnd(tokens: readonly Token[], from: number): number {
  let i = from;
  while (i < tokens.length) {
    const token = tokens[i] as Token;
    const link = LINKS.has(token.lower) && i > from && NOMINAL.has(tokens[i + 1]?.pos ?? '');
    if (!NOMINAL.has(token.pos) && !link) break;
    i++;
  }
  return i - from > 14 ? from : i;
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

/** Up to a second main clause or an aside. */
function mainPart(rest: readonly Token[]): Token[] {
  const cut = rest.findIndex((token, i) => {
    if (/^[;:—–]$/.test(token.text)) return true;
    if (token.lower === 'and' || token.lower === 'but') return opensClause(rest, i + 1);
    if (token.text !== ',') return false;
    const [next, second] = [rest[i + 1], rest[i + 2]];
    if (!next) return true;
    if (
      /^(?:which|who|whom|whose|where|although|though|while|whereas|but|so|with|including|making|leading|causing|resulting|becoming|giving|allowing|as|when|because|since|after|before|until)$/.test(
        next.lower,
      )
    )
      return true;
    if (/^(?:and|or|yet|nor)$/.test(next.lower)) return second !== undefined && hasVerbSoon(rest, i + 2);
    return next.pos === 'VERB' && /ing$/.test(next.lower);
  });
  if (cut < 0) return [...rest];
  // "emerges from the lake, flows westward and leaves": without its last verb a list is no list
  const listed = rest.findIndex(
    (token, i) => i < cut && token.text === ',' && rest[i + 1]?.pos === 'VERB' && !/(?:ing|ed)$/.test(rest[i + 1]?.lower ?? ''),
  );
  return rest.slice(0, listed < 0 ? cut : listed);
}

/** `argues that if a person violates a law`, cut before what follows from it. */
function endsInSubordinate(rest: readonly Token[], whole: number): boolean {
  return (
    rest.length < whole &&
    rest.some(
      (token, i) =>
        /^(?:if|unless|although|though|when|while|because|since|as|once|in|during|after|before)$/.test(token.lower) &&
        rest[i - 1]?.lower === 'that',
    )
  );
}

/** A noun phrase and its verb: the sentence says a second thing, which a question must not drag along. */
function opensClause(tokens: readonly Token[], from: number): boolean {
  const end = nominalEnd(tokens, from);
  const verb = tokens[end]?.pos === 'ADV' ? tokens[end + 1] : tokens[end];
  return (
    (end > from || tokens[from]?.pos === 'PRON') &&
    VERBAL.has((end > from ? verb : tokens[from + 1])?.pos ?? '') &&
    !/ing$/.test(verb?.lower ?? '')
  );
}

function hasVerbSoon(tokens: readonly Token[], from: number): boolean {
  return tokens.slice(from, from + 7).some((token) => VERBAL.has(token.pos));
}

function isPlain({ verbs, rest }: Clause, subject: readonly Token[]): boolean {
  const [first] = verbs;
  const last = verbs.at(-1);
  if (!first || !last || rest.length === 0 || !verbs.some((token) => VERBAL.has(token.pos))) return false;
  if (!VERBAL.has(first.pos) && !(first.pos === 'ADV' && verbs.length > 1)) return false;
  const finite = verbs.find((token) => VERBAL.has(token.pos)) as Token;
  if (/ing$/.test(finite.lower) && finite.pos === 'VERB') return false;
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
        VERBAL.has(token.pos) &&
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

/** `was`, `did` or `does`, the subject, and the verb as it then stands; undefined where the form cannot be told. */
export function inverted({ subject, verbs, rest }: Clause, isName: (token: Token) => boolean): string | undefined {
  const words = verbs.filter((token) => VERBAL.has(token.pos) || token.lower === 'not' || token.pos === 'ADV');
  const at = words.findIndex((token) => VERBAL.has(token.pos));
  const finite = words[at] as Token;
  const adverbs = words.slice(0, at);
  const who = lowerFirst(subject, isName);
  // "had a profound effect": no auxiliary, though tagged as one
  const possesses = /^(?:have|has|had|do|does|did)$/.test(finite.lower) && !words.some((token) => token.pos === 'VERB');
  if (rest.some((token, i) => token.pos === 'AUX' && /^(?:and|or|but)$/.test(rest[i - 1]?.lower ?? ''))) return undefined;
  if (finite.pos === 'AUX' && !possesses)
    return [finite.lower, who, ...[...adverbs, ...words.slice(at + 1)].map(textOf), render(rest)].filter(Boolean).join(' ');
  const auxiliary = doOf(finite, subject);
  return auxiliary && [auxiliary, who, ...adverbs.map(textOf), finite.lemma, render(withBareVerbs(rest))].filter(Boolean).join(' ');
}

/** `did he gain the throne and act`: a second verb of the same subject follows the auxiliary too. */
function withBareVerbs(rest: readonly Token[]): Token[] {
  return rest.map((token, i) => {
    const second =
      token.pos === 'VERB' &&
      !/ing$/.test(token.lower) &&
      /^(?:and|or|but)$/.test(rest[i - 1]?.lower ?? '') &&
      !/^(?:by|as)$/.test(rest[i + 1]?.lower ?? '');
    return second ? { ...token, text: token.lemma } : token;
  });
}

const textOf = (token: Token) => token.text;

function doOf(verb: Token, subject: readonly Token[]): string | undefined {
  if (verb.lower === verb.lemma) {
    // "set" may be past or present; a singular subject before a bare form says past
    return /(?:ss|s)$/.test(subject.at(-1)?.lower ?? '') && !/(?:t|d)$/.test(verb.lower) ? 'do' : undefined;
  }
  if (/s$/.test(verb.lower) && verb.lower.startsWith(verb.lemma.slice(0, -1))) return 'does';
  return 'did';
}

/** The text of a phrase that began a sentence, as it stands inside one. */
export function lowerFirst(tokens: readonly Token[], isName: (token: Token) => boolean): string {
  const [first, ...rest] = tokens;
  if (!first) return '';
  // a title goes with the name after it
  const titled = /^(?:NOUN|PROPN|ADJ)$/.test(first.pos) && /^\p{Lu}/u.test(rest[0]?.text ?? '');
  const keep = titled || isName(first) || /^\p{Lu}.*[\p{Lu}\p{N}]/u.test(first.text) || !/^\p{Lu}/u.test(first.text);
  return render([keep ? first : { ...first, text: first.lower }, ...rest]);
}
