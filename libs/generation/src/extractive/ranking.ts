import type { Clause } from './clause';
import type { Asked } from './draft';
import type { Material, PooledTarget, SourceSentence } from './material';
import type { Token } from './tagger';

/** How good an answer of this kind usually is: what readers remember a text for, before counts and single words. */
const WORTH: Readonly<Record<Asked['asks'], number>> = {
  reason: 0.3, definition: 0.25, person: 0.2, event: 0.18, organisation: 0.16, place: 0.14, people: 0.12, year: 0.14, date: 0.1, century: 0.12, name: 0.08, percent: 0.08, money: 0.06, count: 0.06, term: 0.08,
}; // prettier-ignore

/** How a sentence stands by itself; undefined where its subject is only clear from the text around it. */
export function standingOf(
  sentence: SourceSentence,
  clause: Clause | undefined,
  targets: readonly PooledTarget[],
  material: Material,
): number | undefined {
  const { statement } = sentence;
  // "Telephone interview with David Winer, 16 April 2003."
  if (!statement.some((_, i) => isFinite(statement, i)) || isCommand(statement)) return undefined;
  if (hasLoosePronoun(statement) || hasWeakSubject(statement, clause, material)) return undefined;
  const words = statement.length;
  let standing = 0.4;
  standing += sentence.position === 0 ? 0.06 : 0;
  standing += clause ? 0.05 : 0;
  standing -= words > 30 ? 0.01 * (words - 30) : 0;
  standing -= words < 9 ? 0.05 : 0;
  standing -= 0.04 * weakDefinites(statement);
  standing -= /^(?:now|currently|today|still|ever|already)$/.test(statement.find((token) => token.pos === 'ADV')?.lower ?? '') ? 0.06 : 0;
  const familiar = targets.map((target) => Math.log2(1 + material.frequency(target.text.toLowerCase())));
  standing += 0.03 * Math.min(4, Math.max(0, ...familiar));
  return standing;
}

/** Neither an infinitive, nor a participle before what it was done by: `Attempt to perform completion`, `as set by the builtin`. */
function isFinite(tokens: readonly Token[], i: number): boolean {
  const { pos, lower } = tokens[i] as Token;
  if (pos === 'AUX') return true;
  return pos === 'VERB' && !/ing$/.test(lower) && tokens[i - 1]?.lower !== 'to' && tokens[i + 1]?.lower !== 'by';
}

/** `Attempt to complete`, `Use the builtin`: a manual speaks to its reader. */
function isCommand(tokens: readonly Token[]): boolean {
  // "With a negative argument, move the cursor"
  const comma = /^(?:with|if|to|when|without)$/.test(tokens[0]?.lower ?? '') ? tokens.findIndex(({ text }) => text === ',') : -1;
  const [first, second] = tokens.slice(comma + 1);
  if (first?.pos === 'VERB' && first.lower === first.lemma && second?.pos !== 'AUX' && second?.pos !== 'VERB') return true;
  return /^[‘']$/.test(second?.text ?? '') && second?.space === true && comma < 0;
}

/** What one question adds: the worth of its answer, its form, and what is left in the stem to tell what it speaks of. */
export function worthOf(asked: Asked, sentence: SourceSentence, material: Material): number | undefined {
  const { target, form, asks, stem } = asked;
  const left = sentence.statement.filter((token, i) => !(target && i >= target.start && i < target.end) && stem.includes(token.text));
  const names = left.filter(
    (token, i) =>
      (i > 0 && material.isName(token, i)) || (i === 0 && token.pos === 'PROPN') || (token.pos === 'NUM' && /\d/.test(token.text)),
  ).length;
  const content = left.filter((token) => /^(?:NOUN|ADJ|VERB|PROPN|NUM)$/.test(token.pos)).length;
  // with nothing to hold on to a question has more than one right answer
  if (asks !== 'definition' && asks !== 'reason' && (names === 0 ? content < 6 : content < 3)) return undefined;
  const everywhere = target && material.frequency(target.text.toLowerCase()) > 0.2 * material.sentences ? 0.15 : 0;
  return (
    WORTH[asks] +
    (form === 'wh' ? 0.12 : 0) +
    0.04 * Math.min(3, names) +
    0.01 * Math.min(8, content) +
    placeOfBlank(asked) +
    (asks === 'term' && target ? worthOfTerm(target, sentence.statement) : 0) -
    // "two" of anything is rarely what a text is remembered for
    (asks === 'count' && form === 'cloze' && /^(?:two|three|four)$/i.test(target?.text ?? '') ? 0.1 : 0) -
    everywhere -
    (isListed(sentence.statement, target) ? 0.15 : 0)
  );
}

/** Two words name a notion; `the decision`, alone and definite, points to another sentence. */
function worthOfTerm({ words, start }: PooledTarget, tokens: readonly Token[]): number {
  if (words > 1) return 0.06;
  return tokens[start - 1]?.lower === 'the' ? -0.12 : -0.04;
}

/** One of `Dublin, Cork and Waterford`: the others would do as well. */
export function isListed(tokens: readonly Token[], target: PooledTarget | undefined): boolean {
  if (!target) return false;
  const [before, after] = [tokens[target.start - 1], tokens[target.end]];
  const alike = (token: Token | undefined) => token !== undefined && /^(?:PROPN|NOUN|ADJ|NUM)$/.test(token.pos);
  const joins = (token: Token | undefined) => /^(?:,|and|or|&)$/.test(token?.lower ?? '');
  return (
    (joins(before) && target.start > 2 && alike(tokens[target.start - 2])) ||
    (/^(?:and|or)$/.test(before?.lower ?? '') &&
      tokens.slice(Math.max(0, target.start - 5), target.start).some(({ text }) => text === ',')) ||
    (/^(?:and|or|&)$/.test(after?.lower ?? '') && tokens[target.end + 1]?.pos === 'DET' && alike(tokens[target.end + 2])) ||
    (/^(?:and|or|&)$/.test(after?.lower ?? '') && alike(tokens[target.end + 1])) ||
    (after?.text === ',' && joins(tokens[target.end + 2]))
  );
}

/** What is asked for should be clear before the blank is met. */
function placeOfBlank({ stem, form }: Asked): number {
  if (form === 'wh') return 0;
  const share = stem.indexOf('_____') / stem.length;
  return share > 0.5 ? 0.06 : share < 0.1 ? -0.06 : 0;
}

function hasLoosePronoun(tokens: readonly Token[]): boolean {
  return tokens.some((token, i) => {
    const before = tokens.slice(0, i);
    // "Newcastle replaced him": the only name before it is who did it
    if (/^(?:him|them)$/.test(token.lower) && nameCount(before) < 2) return true;
    // "In the beginning it became": nothing before it says what
    if (/^(?:he|she|it|they)$/.test(token.lower) && !before.some((word) => word.pos === 'VERB' || word.pos === 'AUX')) return true;
    if (/^(?:he|she|his|her|him|hers|himself|herself)$/.test(token.lower)) return !before.some((word) => word.pos === 'PROPN');
    if (/^(?:it|its|they|their|them|theirs|itself|themselves)$/.test(token.lower))
      return !before.some((word) => word.pos === 'NOUN' || word.pos === 'PROPN') || i < 3;
    return /^(?:that)$/.test(token.lower) && token.pos === 'DET' && tokens[i + 1]?.pos === 'NOUN' && before.at(-1)?.pos === 'ADP';
  });
}

/** Names, counted by their first words. */
function nameCount(tokens: readonly Token[]): number {
  return tokens.filter((token, i) => (token.pos === 'PROPN' || token.pos === 'NOUN') && tokens[i - 1]?.pos !== token.pos).length;
}

function hasWeakSubject(statement: readonly Token[], clause: Clause | undefined, material: Material): boolean {
  const subject =
    clause?.subject ??
    statement.slice(
      0,
      Math.max(
        1,
        statement.findIndex((token, i) => i > 0 && (token.pos === 'VERB' || token.pos === 'AUX' || token.text === ',')),
      ),
    );
  return isWeak(subject, material);
}

/** `The committee`, `The university's endowment`: definite, and nothing in it says which. */
function isWeak(phrase: readonly Token[], material: Material): boolean {
  const [first, ...rest] = phrase;
  if (!first || first.lower !== 'the') return false;
  if (rest.some((token) => token.pos === 'PROPN' || (token.pos === 'NUM' && /\d/.test(token.text)))) return false;
  if (rest.some((token) => /^(?:of|for|between|in|on)$/.test(token.lower))) return isWeakAfterOf(rest);
  const content = rest.filter((token) => token.pos === 'NOUN' || token.pos === 'ADJ');
  if (content.length < 2) return true;
  // what the whole text is about needs no more to be known by ("the immune system")
  return material.frequency(content.map((token) => token.lemma).join(' ')) < Math.max(3, 0.04 * material.sentences);
}

/** `The end of the war`: what follows `of` is weak itself. */
function isWeakAfterOf(tokens: readonly Token[]): boolean {
  const at = tokens.findIndex((token) => /^(?:of|for|between|in|on)$/.test(token.lower));
  const after = tokens.slice(at + 1);
  return (
    after[0]?.lower === 'the' && after.filter((token) => token.pos === 'NOUN' || token.pos === 'ADJ' || token.pos === 'PROPN').length < 2
  );
}

function weakDefinites(tokens: readonly Token[]): number {
  return tokens.filter(
    (token, i) =>
      token.lower === 'the' &&
      i > 0 &&
      tokens[i + 1]?.pos === 'NOUN' &&
      !/^(?:of|for|in|that|which|who|to)$/.test(tokens[i + 2]?.lower ?? '') &&
      tokens[i + 2]?.pos !== 'NOUN',
  ).length;
}
