import type { Clause } from './clause';
import { inverted } from './inversion';
import { isVerbal } from './phrases';
import { render, type Token } from './tagger';

/** The question word, then the clause turned round; undefined where that cannot be done safely. */
export function asQuestion(question: string, clause: Clause, isName: (token: Token) => boolean): string | undefined {
  if (/^(?:CCONJ|SCONJ|DET)$/.test(withoutEdges(clause.rest).at(-1)?.pos ?? '')) return undefined;
  if (breaksOffAfterThat(clause.rest)) return undefined;
  const turned = inverted({ ...clause, rest: withoutEdges(clause.rest) }, isName);
  return turned && withFront(`${question} ${turned}`, clause.front);
}

/** `that Beyoncé`, cut before what she would do. */
function breaksOffAfterThat(rest: readonly Token[]): boolean {
  const at = rest.findLastIndex(({ lower, pos }) => lower === 'that' && pos !== 'DET');
  return at >= 0 && !rest.slice(at).some(isVerbal);
}

export function withoutEdges(tokens: readonly Token[]): Token[] {
  const kept = [...tokens];
  while (kept.length > 0 && /^[,;:]$/.test((kept.at(-1) as Token).text)) kept.pop();
  while (kept.length > 0 && /^[,;:]$/.test((kept[0] as Token).text)) kept.shift();
  return kept;
}

/** `In 1755,` at the end of a short question, and before a longer one, where it would seem to belong to what it follows. */
export function withFront(question: string, front: readonly Token[]): string {
  const [first, ...rest] = withoutEdges(front);
  if (!first) return question;
  const short = question.split(' ').length + rest.length < SHORT_QUESTION && !question.includes(',');
  return short ? `${question} ${render([{ ...first, text: first.lower }, ...rest])}` : `${render([first, ...rest])}, ${question}`;
}

const SHORT_QUESTION = 10;

export function isPassive({ verbs }: Clause): boolean {
  return verbs.some((token) => /^(?:is|are|was|were|be|been|being)$/.test(token.lower)) && verbs.at(-1)?.pos === 'VERB';
}

export function finished(stem: string): string {
  const text = stem
    .replace(/\s+/gu, ' ')
    .replace(/ ([,;])/gu, '$1')
    .replace(/[.,;\s]+(["”’']?)$/u, '$1')
    .trim();
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}?`;
}

/** Tokens as a sentence with its full stop. */
export function sentenceText(tokens: readonly Token[]): string {
  const text = render(tokens)
    .replace(/\s+/gu, ' ')
    .replace(/ ([,;:.!?])/gu, '$1')
    .replace(/[,;:—–\s]*\.?(["”’»)]*)\.?$/u, '$1')
    .trim();
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
