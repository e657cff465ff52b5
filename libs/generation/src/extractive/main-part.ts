import { isNominal, isVerbal, nominalEnd } from './phrases';
import type { Token } from './tagger';

/** Up to a second main clause or an aside. */
export function mainPart(rest: readonly Token[]): Token[] {
  const cut = rest.findIndex((token, i) => {
    // "the ‘:-’ expansion"
    if (/^[;:—–]$/.test(token.text)) return /^[—–]$/.test(token.text) || rest[i + 1]?.space !== false;
    if (token.lower === 'and' || token.lower === 'but') return rest[i + 1]?.text === ',' || opensClause(rest, i + 1);
    if (token.text !== ',') return false;
    const [next, second] = [rest[i + 1], rest[i + 2]];
    if (!next) return true;
    if (
      /^(?:which|who|whom|whose|where|although|though|while|whereas|but|so|with|including|making|leading|causing|resulting|becoming|giving|allowing|as|when|because|since|after|before|until)$/.test(
        next.lower,
      )
    )
      return true;
    // "references, assignments, and attribute modifications": the last member of a list
    const inList = rest.slice(Math.max(0, i - 4), i).some(({ text }) => text === ',');
    // "was destroyed, and the king, fleeing,": after a verb nothing is listed
    if (/^(?:and|yet)$/.test(next.lower) && !inList && (i === 0 || rest[i - 1]?.pos === 'VERB' || opensWithList(rest, i + 2))) return true;
    if (/^(?:and|or|yet|nor)$/.test(next.lower)) return second !== undefined && !inList && hasVerbSoon(rest, i + 2);
    // ", held at", ", won by": about what stands before it
    return next.pos === 'VERB';
  });
  if (cut < 0) return [...rest];
  // "emerges from the lake, flows westward and leaves": without its last verb a list is no list
  const listed = rest.findIndex(
    (token, i) => i < cut && token.text === ',' && rest[i + 1]?.pos === 'VERB' && !/(?:ing|ed)$/.test(rest[i + 1]?.lower ?? ''),
  );
  return rest.slice(0, listed < 0 ? withoutOpenList(rest, cut) : listed);
}

/** `had no degree, few resources, and a past that`, cut before the last member: the list ends with its first. */
function withoutOpenList(rest: readonly Token[], cut: number): number {
  if (![rest[cut], rest[cut + 1]].some((token) => /^(?:and|or)$/.test(token?.lower ?? ''))) return cut;
  const until = rest[cut - 1]?.text === ',' ? cut - 1 : cut;
  const comma = rest.slice(0, until).findLastIndex(({ text }) => text === ',');
  const member = rest.slice(comma + 1, until);
  const isMember = comma > 0 && member.length > 0 && member.every((token) => isNominal(token)) && member[0]!.pos !== 'NUM';
  return isMember && !/^(?:PROPN|NUM)$/.test(member.at(-1)!.pos) ? comma : cut;
}

/** `when Davis, a veteran of the team`, cut before what he did. */
export function breaksSubordinate(rest: readonly Token[], whole: number): boolean {
  const at = rest.findIndex((token) => /^(?:when|while|because|that|if|since|although|though|after|before)$/.test(token.lower));
  return rest.length < whole && at >= 0 && rest.slice(at).some(({ text }) => text === ',');
}

/** `turned to a more plentiful source: soybeans`, cut before what it was. */
export function announces(rest: readonly Token[], whole: readonly Token[]): boolean {
  if (whole[rest.length]?.text !== ':') return false;
  const begin = rest.findLastIndex(({ pos }) => !/^(?:ADJ|NOUN|ADV)$/.test(pos));
  return begin >= 0 && (/^an?$/.test(rest[begin]!.lower) || rest[begin]!.pos === 'NUM');
}

/** `a building to which Gemini`, cut before what was done there. */
export function endsInRelative(rest: readonly Token[]): boolean {
  const at = rest.findLastIndex(({ lower }) => /^(?:which|who|whom|whose)$/.test(lower));
  return at >= 0 && !rest.slice(at).some(isVerbal);
}

/** `on the assumption that moral law`, cut before what it does. */
export function endsInThat(rest: readonly Token[], whole: number): boolean {
  const at = rest.findLastIndex(({ lower, pos }) => lower === 'that' && pos === 'SCONJ');
  return rest.length < whole && at >= 0 && !rest.slice(at).some(isVerbal);
}

/** `argues that if a person violates a law`, cut before what follows from it. */
export function endsInSubordinate(rest: readonly Token[], whole: number): boolean {
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
  const end = phraseEnd(tokens, from);
  const verb = tokens[end]?.pos === 'ADV' ? tokens[end + 1] : tokens[end];
  // "an eastern half named New South Wales and a western half named New Holland"
  if (/^(?:named|called|known|entitled)$/.test(verb?.lower ?? '')) return false;
  return (end > from || tokens[from]?.pos === 'PRON') && isVerbal(end > from ? verb : tokens[from + 1]) && !/ing$/.test(verb?.lower ?? '');
}

/** `, and Arab, Persian and Chinese merchants came`: a list is the next subject. */
function opensWithList(tokens: readonly Token[], from: number): boolean {
  let end = nominalEnd(tokens, from);
  while (end > from && tokens[end]?.text === ',') {
    const begin = /^(?:and|or)$/.test(tokens[end + 1]?.lower ?? '') ? end + 2 : end + 1;
    const next = nominalEnd(tokens, begin);
    if (next === begin) return false;
    end = next;
  }
  return end > from && isVerbal(tokens[end]) && !/ing$/.test(tokens[end]!.lower);
}

/** With what hangs on it: `excerpts from the documentary`. */
function phraseEnd(tokens: readonly Token[], from: number): number {
  const end = nominalEnd(tokens, from);
  if (end === from || tokens[end]?.pos !== 'ADP') return end;
  const after = nominalEnd(tokens, end + 1);
  return tokens[after]?.pos === 'AUX' ? after : end;
}

function hasVerbSoon(tokens: readonly Token[], from: number): boolean {
  const soon = tokens.slice(from, from + 7);
  const comma = soon.findIndex(({ text }) => text === ',');
  // "Lovell, Swigert, and Haise in 1970, headed": the verb is of what the list stands beside
  return (comma < 0 ? soon : soon.slice(0, comma)).some((token) => isVerbal(token));
}
