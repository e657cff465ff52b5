import type { Clause } from './clause';
import type { Material } from './material';
import { isNominal, isVerbal, nominalEnd } from './phrases';
import { RUNNING_PROSE, type SourceSentence } from './source-sentence';
import type { Token } from './tagger';
import type { PooledTarget } from './target-pool';
import { hasWeakFront, hasWeakSubject, speaksOfUnnamed, weakDefinites } from './weak-definites';

/** How a sentence stands by itself; undefined where its subject is only clear from the text around it. */
export function standingOf(
  sentence: SourceSentence,
  clause: Clause | undefined,
  targets: readonly PooledTarget[],
  material: Material,
): number | undefined {
  const { statement } = sentence;
  // "Telephone interview with David Winer, 16 April 2003."
  if (!statement.some((_, i) => isFinite(statement, i)) || isCommand(statement, material) || hasNoSubject(statement)) return undefined;
  if (!hasMainVerb(statement)) return undefined;
  // "Attempt menu completion on the text before point"
  if (!clause && sentence.prose < RUNNING_PROSE && isNominal(statement[0]) && material.thesaurus.isVerb(statement[0]!.lower))
    return undefined;
  const isRefrain = statement.length < 18 && material.isRefrain(statement);
  // the lines of a form; whole sentences of one pattern are asked about last
  if (isRefrain && sentence.prose < RUNNING_PROSE) return undefined;
  // "Phase II (and later) were open": without its brackets the statement is another
  if (/\((?:and|or|but|not|except|excluding)\b/iu.test(sentence.text)) return undefined;
  // "(1) mature forest, (2) regenerating forest [of three years]"
  if ((sentence.text.match(/\(\d{1,2}\)/g)?.length ?? 0) > 1) return undefined;
  // "drank just about as much": as what stands elsewhere
  if (/\bas (?:much|many|often|far|long|high|low|fast|large|small)[.!]$/u.test(sentence.text)) return undefined;
  if (isEnumeration(statement) || saysTooLittle(statement)) return undefined;
  if (hasLoosePronoun(statement, material) || hasWeakSubject(statement, clause, material)) return undefined;
  const words = statement.length;
  let standing = 0.4;
  standing += sentence.position === 0 ? 0.06 : 0;
  standing += clause ? 0.05 : 0;
  standing -= isRefrain ? 0.35 : 0;
  standing -= words > 30 ? 0.01 * (words - 30) : 0;
  standing -= words < 9 ? 0.05 : 0;
  // a form, a table or a slide around it says what it speaks of, if anything does
  standing -= 0.25 * Math.max(0, 0.7 - sentence.prose);
  standing -= /^(?:if|when|unless|whenever|once)$/.test(statement[0]?.lower ?? '') ? 0.08 : 0;
  standing -= statement.some(({ lower }) => /^(?:not|n['’]t|never|no)$/.test(lower)) ? 0.05 : 0;
  standing -= 0.07 * weakDefinites(statement);
  standing -= speaksOfUnnamed(statement, material) ? 0.12 : 0;
  standing -= clause && hasWeakFront(clause, material) ? 0.15 : 0;
  standing -= /\b(?:then|also|too|still)\b/.test(sentence.text) ? 0.06 : 0;
  // "when s comes into scope": a letter of an example
  standing -= statement.some(({ text }) => /^(?:[b-hj-z]\d?|\p{Lu}\d)$/u.test(text)) ? 0.3 : 0;
  // "T16 calls T45"
  standing -= new Set(sentence.text.match(/\b\p{Lu}\d{2,3}\b/gu)).size > 1 ? 0.3 : 0;
  standing -= /^(?:some|several|many|most|few)$/.test(statement[0]?.lower ?? '') ? 0.1 : 0;
  standing -= /^(?:now|currently|today|still|ever|already)$/.test(statement.find((token) => token.pos === 'ADV')?.lower ?? '') ? 0.06 : 0;
  const familiar = targets.map((target) => Math.log2(1 + material.frequency(target.text.toLowerCase())));
  standing += 0.03 * Math.min(4, Math.max(0, ...familiar));
  return standing;
}

/** `Lady; Sarah Jane Smith; and Jo Grant`: parts of a list before any verb. */
function isEnumeration(tokens: readonly Token[]): boolean {
  const semicolon = tokens.findIndex(({ text }) => text === ';');
  return semicolon >= 0 && !tokens.slice(0, semicolon).some((_, i) => isFinite(tokens, i));
}

/** `Thomas Sowell is an alumnus`: of what stands elsewhere. */
function saysTooLittle(statement: readonly Token[]): boolean {
  const words = statement.filter(({ pos }) => pos !== 'PUNCT');
  // "Sometimes a tag is used."
  if (words.length < 8 && words.at(-2)?.pos === 'AUX' && SAYS_NOTHING.test(words.at(-1)!.lower)) return true;
  const [verb, article, noun] = words.slice(-3);
  return verb?.pos === 'AUX' && /^an?$/.test(article?.lower ?? '') && noun?.pos === 'NOUN';
}

const SAYS_NOTHING = /^(?:used|needed|required|involved|done|made|given|shown|available|possible|necessary|common|important)$/;

/** `Articles that define the process`, `A variable whose members correspond to it`: the only verb belongs to a relative clause. */
function hasMainVerb(tokens: readonly Token[]): boolean {
  let opened = false;
  let relative = false;
  for (let i = 0; i < tokens.length; i++) {
    // "Any one of the languages that people designed; all of them are formal": the second statement has one
    if (tokens[i]!.text === ';' && (opened || relative)) return false;
    // "Doctor Who is"
    if (/^(?:that|which|who|whose|whom)$/.test(tokens[i]!.text) || (i > 0 && /^(?:where|when|whereby)$/.test(tokens[i]!.text)))
      opened = true;
    if (!isFinite(tokens, i) || (tokens[i]!.pos === 'VERB' && tokens[i - 1]?.pos === 'AUX')) continue;
    // "a structure that holds pairs and performs search": of the same clause
    const goesOn = relative && tokens[i - 1]?.pos === 'CCONJ';
    if (!opened && !goesOn) return true;
    [relative, opened] = [true, false];
  }
  return false;
}

/** Neither an infinitive, nor a participle before what it was done by: `Attempt to perform completion`, `as set by the builtin`. */
function isFinite(tokens: readonly Token[], i: number): boolean {
  const { pos, lower } = tokens[i] as Token;
  if (pos === 'AUX') return true;
  // "colon-separated", "on file with", "as allowed by law"
  if (tokens[i - 1]?.pos === 'ADP' || tokens[i - 1]?.lower === 'as') return false;
  // "as allowed or required by law"
  if (tokens[i - 1]?.pos === 'CCONJ' && /ed$/.test(lower) && /ed$/.test(tokens[i - 2]?.lower ?? '') && !isFinite(tokens, i - 2))
    return false;
  // "Explained sum of squares": of a heading or a label; "an operator, denoted //,": of what stands before it
  if (i > 0 && (/^\p{Lu}/u.test(tokens[i]!.text) || (/ed$/.test(lower) && tokens[i - 1]?.text === ',' && tokens[i - 2]?.pos === 'NOUN')))
    return false;
  return pos === 'VERB' && !/ing$|-\p{L}+ed$/u.test(lower) && tokens[i - 1]?.lower !== 'to' && tokens[i + 1]?.lower !== 'by';
}

/** `Must possess a degree`, `Confirmed for Uigher`: of whom or what, the lines above tell. */
function hasNoSubject(tokens: readonly Token[]): boolean {
  const [first, second, third] = tokens;
  // "Hereinafter referred to as"
  if (first?.pos === 'ADV' && second?.pos === 'VERB' && /ed$/.test(second.lower)) return true;
  // "For public health and safety purposes as allowed": the tagger takes its last noun for the verb
  const end = first?.lower === 'for' ? nominalEnd(tokens, 1) : 0;
  if (
    end > 1 &&
    isVerbal(tokens[end]) &&
    /[^s]s$/.test(tokens[end]!.lower) &&
    tokens[end + 1]?.pos !== 'DET' &&
    !isNominal(tokens[end + 1])
  )
    return true;
  // "Presto, comes out the value of e"
  if (second?.text === ',' && third?.pos === 'VERB' && /[^s]s$/.test(third.lower)) return true;
  // "Edf edf is": a heading stands before it
  if (first?.lower === second?.lower && first?.text !== second?.text) return true;
  if (first?.pos === 'AUX' || /^(?:must|shall|should|may|can|will|is|are|was|were|has|have)$/.test(first?.lower ?? '')) return true;
  return (
    /^\p{Lu}\p{Ll}+ed$/u.test(first?.text ?? '') &&
    /^(?:for|by|in|on|at|with|as|from|to)$/.test(second?.lower ?? '') &&
    first?.pos === 'VERB'
  );
}

/** `Attempt to complete`, `Use the builtin`: a manual speaks to its reader. */
function isCommand(tokens: readonly Token[], { thesaurus }: Material): boolean {
  const isVerb = ({ lower }: Token) => thesaurus.isVerb(lower.replace(/^re-/, ''));
  // "With a negative argument, move the cursor"
  const comma = /^(?:with|if|to|when|without|for|in|on|at|by|from|before|after)$/.test(tokens[0]?.lower ?? '')
    ? tokens.findIndex(({ text }) => text === ',')
    : -1;
  // "Continuing the analogy, consider a server"
  const going = /ing$/.test(tokens[0]?.lower ?? '') ? tokens.findIndex(({ text }) => text === ',') : -1;
  const urged = tokens[going + 1];
  if (going > 0 && urged && /^(?:consider|suppose|imagine|assume|note|notice|recall|remember|let|think|take|look)$/.test(urged.lower))
    return true;
  // "To report suspected abuse to public authorities."
  if (tokens[0]?.lower === 'to' && tokens[1]?.pos !== 'DET' && !tokens.some(({ text, pos }) => text === ',' || pos === 'AUX')) return true;
  // "D. Preserve all notices"
  const item = /^\p{Lu}\.$/u.test(tokens[0]?.text ?? '') ? 1 : 0;
  const [first, second] = tokens.slice(Math.max(comma + 1, item));
  // "Demonstrated knowledge of a zone", "True if the variable is set": an item of a list
  if (first?.pos === 'VERB' && /(?:ed|ing|s)$/.test(first.lower) && second?.pos !== 'AUX' && !tokens.some(({ text }) => text === ','))
    return true;
  if (/^(?:true|false|yes|no|please)$/.test(first?.lower ?? '') && second?.pos !== 'NOUN') return true;
  // "Just look at the kernel"
  if (/^(?:just|simply|always|never|also|first|then)$/.test(first?.lower ?? '') && second?.pos === 'VERB' && second.lower === second.lemma)
    return true;
  // "Re-execute the last macro": no noun stands before an article
  if (/^(?:NOUN|PROPN|ADJ)$/.test(first?.pos ?? '') && /^(?:the|an?|all|any|each|every)$/.test(second?.lower ?? '') && isVerb(first!))
    return true;
  const goesOn = second?.pos === 'AUX' || (second?.pos === 'VERB' && !/ing$/.test(second.lower));
  if (first?.pos === 'VERB' && first.lower === first.lemma && !goesOn) return true;
  return /^[‘']$/.test(second?.text ?? '') && second?.space === true && comma < 0;
}

function hasLoosePronoun(tokens: readonly Token[], material: Material): boolean {
  return tokens.some((token, i) => {
    const before = tokens.slice(0, i);
    // "Newcastle replaced him": the only name before it is who did it
    if (/^(?:him|them)$/.test(token.lower) && nameCount(before) < 2) return true;
    // "All chains begin with it": what is the object of the first verb stands in another sentence
    if (
      /^(?:it|them)$/.test(token.lower) &&
      /^(?:ADP|VERB)$/.test(before.at(-1)?.pos ?? '') &&
      before.filter((_, j) => isFinite(tokens, j)).length < 2
    )
      return true;
    // "In the beginning it became": nothing before it says what
    if (/^(?:he|she|it|they)$/.test(token.lower) && !before.some((word) => word.pos === 'VERB' || word.pos === 'AUX')) return true;
    if (/^(?:he|she|his|her|him|hers|himself|herself)$/.test(token.lower))
      return !before.some((word, j) => isOneByName(tokens, j) && material.isName(word, j) && material.mayBePerson(word));
    // "such links": as the sentence before describes
    if (token.lower === 'such' && /^(?:NOUN|ADJ)$/.test(tokens[i + 1]?.pos ?? '')) return true;
    if (/^(?:it|its|they|their|them|theirs|itself|themselves)$/.test(token.lower))
      return !before.some((word) => word.pos === 'NOUN' || word.pos === 'PROPN') || i < 3;
    // "if that happens"
    if (token.lower === 'that' && token.pos === 'PRON' && before.at(-1)?.pos === 'SCONJ') return true;
    // "the court changed that in 1995"
    if (token.lower === 'that' && before.at(-1)?.pos === 'VERB' && /^(?:ADP|PUNCT)$/.test(tokens[i + 1]?.pos ?? 'PUNCT')) return true;
    const opens = i === 0 || /^(?:ADP|PUNCT)$/.test(before.at(-1)?.pos ?? '');
    return token.lower === 'that' && token.pos === 'DET' && tokens[i + 1]?.pos === 'NOUN' && opens;
  });
}

/** `the Indians`, `the British` are many. */
function isOneByName(tokens: readonly Token[], i: number): boolean {
  if (!/^(?:PROPN|NOUN)$/.test(tokens[i]!.pos)) return false;
  return !(/(?:[^s]s|sh|ch|ese)$/.test(tokens[i]!.lower) && tokens[i - 1]?.lower === 'the');
}

/** Names, counted by their first words. */
function nameCount(tokens: readonly Token[]): number {
  return tokens.filter((token, i) => (token.pos === 'PROPN' || token.pos === 'NOUN') && tokens[i - 1]?.pos !== token.pos).length;
}
