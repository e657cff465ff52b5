import type { Clause } from './clause';
import { isVerbal } from './phrases';
import { render, type Token } from './tagger';

/** `was`, `did` or `does`, the subject, and the verb as it then stands; undefined where the form cannot be told. */
export function inverted({ subject, verbs, rest }: Clause, isName: (token: Token) => boolean): string | undefined {
  const words = verbs.filter((token) => isVerbal(token) || token.lower === 'not' || token.pos === 'ADV');
  const at = words.findIndex((token) => isVerbal(token));
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
  if (verb.lower === 'has') return 'does';
  if (/s$/.test(verb.lower) && verb.lower.startsWith(verb.lemma.slice(0, -1))) return 'does';
  return 'did';
}

/** The text of a phrase that began a sentence, as it stands inside one. */
export function lowerFirst(tokens: readonly Token[], isName: (token: Token) => boolean): string {
  const [first, ...rest] = tokens;
  if (!first) return '';
  // a title goes with the name after it
  const titled = /^(?:NOUN|PROPN|ADJ|NUM)$/.test(first.pos) && /^\p{Lu}/u.test(rest[0]?.text ?? '');
  // "Pall's LuaJIT": hardly anything but a name owns something in its first word
  const owns = first.pos === 'PROPN' && /^['’]s?$/.test(rest[0]?.text ?? '');
  const keep = titled || owns || isName(first) || /^\p{Lu}.*[\p{Lu}\p{N}]/u.test(first.text) || !/^\p{Lu}/u.test(first.text);
  return render([keep ? first : { ...first, text: first.lower }, ...rest]);
}
