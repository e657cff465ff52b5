import { clauseOf } from './clause';
import { nameRuns } from './names';
import { isVerbal } from './phrases';
import type { Token } from './tagger';

/** What tells whom a pronoun may mean. */
export interface NameKnowledge {
  isName(token: Token, index: number): boolean;
  isPerson(words: readonly string[]): boolean;
  /** As a first name tells it. */
  genderOf(words: readonly string[]): 'male' | 'female' | undefined;
  /** Whether a noun names a human being. */
  namesHuman(lemma: string): boolean;
}

/** What the sentence before speaks of, by name or by its term. */
export interface Antecedent {
  readonly tokens: readonly Token[];
  readonly kind: 'person' | 'thing' | 'several';
  readonly gender?: 'male' | 'female' | undefined;
}

/**
 * Whom a sentence speaks of, if the next may call it `he`, `it` or `they`: its subject, which a pronoun that is a subject itself means
 * far more often than anything else in it (Brennan, Friedman and Pollard 1987).
 */
export function antecedentIn(statement: readonly Token[], names: NameKnowledge): Antecedent | undefined {
  const clause = clauseOf(statement);
  if (!clause || clause.subject.length > LONGEST) return undefined;
  const { subject, verbs } = clause;
  const [first] = subject;
  const at = statement.indexOf(first!);
  const bare = /^the$/i.test(first!.text) ? subject.slice(1) : subject;
  const [run, second] = nameRuns(bare, (token, i) => names.isName(token, at + i + subject.length - bare.length));
  if (run && !second && run.start === 0 && run.end === bare.length) {
    const isPerson = bare === subject && names.isPerson(bare.map(({ text }) => text));
    if (isPerson)
      return personsIn(statement, names) > 1
        ? undefined
        : { tokens: subject, kind: 'person', gender: names.genderOf(bare.map(({ text }) => text)) };
    return { tokens: subject, kind: isPlural(bare, verbs) ? 'several' : 'thing' };
  }
  // "Singlet oxygen is", "A steam turbine is", but not "The engine is"
  const isTerm = subject.every(({ pos, lower }, i) => /^(?:NOUN|ADJ|PROPN)$/.test(pos) || (i === 0 && /^an?$/.test(lower)));
  // "A fort was built": of one of many it is told
  const isOne = /^an?$/i.test(first!.text) && !/^(?:is|has|can|may)$|[^sa]s$/.test(verbs.find(isVerbal)?.lower ?? '');
  if (!isTerm || isOne || bare.at(-1)?.pos !== 'NOUN' || VAGUE.test(bare.at(-1)!.lower) || subject.length < 2) return undefined;
  return { tokens: subject, kind: isPlural(bare, verbs) ? 'several' : 'thing' };
}

const LONGEST = 6;
const VAGUE = /^(?:example|way|reason|thing|part|number|kind|type|people|person|man|men|woman|women|year|time|day)s?$/;

function isPlural(subject: readonly Token[], verbs: readonly Token[]): boolean {
  const finite = verbs.find(isVerbal)?.lower ?? '';
  if (/^(?:are|were|have)$/.test(finite)) return true;
  if (/^(?:is|was|has)$/.test(finite)) return false;
  return /[^s]s$/.test(subject.at(-1)!.lower);
}

/** By name, and as somebody's son; what he is himself is no other. */
function personsIn(statement: readonly Token[], names: NameKnowledge): number {
  const named = nameRuns(statement, (token, i) => names.isName(token, i)).filter(({ start, end }) =>
    names.isPerson(statement.slice(start, end).map(({ text }) => text)),
  );
  const called = statement.filter(({ pos, lemma }) => pos === 'NOUN' && names.namesHuman(lemma)).length;
  return named.length + Math.max(0, called - 1);
}

const MEANS: Readonly<Record<string, Antecedent['kind']>> = {
  he: 'person',
  she: 'person',
  his: 'person',
  her: 'person',
  it: 'thing',
  its: 'thing',
  they: 'several',
  their: 'several',
};

/** The sentence with what its first pronoun means in that place; undefined where that is not certain. */
export function withAntecedent(statement: readonly Token[], { tokens, kind, gender }: Antecedent): readonly Token[] | undefined {
  const at = pronounAt(statement);
  const pronoun = statement[at];
  if (!pronoun || MEANS[pronoun.lower] !== kind || isExpletive(statement, at)) return undefined;
  if (gender && (/^(?:she|her)$/.test(pronoun.lower) ? gender === 'male' : gender === 'female')) return undefined;
  const [first, ...rest] = tokens;
  const opening = { ...first!, space: pronoun.space, ...(at > 0 && /^(?:The|An?)$/.test(first!.text) && { text: first!.lower }) };
  const name = [opening, ...rest];
  const possessive = /^(?:his|her|its|their)$/.test(pronoun.lower);
  const ending: Token = { text: name.at(-1)!.text.endsWith('s') ? '’' : '’s', lower: "'s", lemma: "'s", pos: 'PART', space: false };
  return [...statement.slice(0, at), ...name, ...(possessive ? [ending] : []), ...statement.slice(at + 1)];
}

/** At the beginning, or after `In 1850,`. */
function pronounAt(statement: readonly Token[]): number {
  const [first] = statement;
  if (first && first.lower in MEANS) return 0;
  const comma = first?.pos === 'ADP' ? statement.findIndex(({ text }) => text === ',') : -1;
  return comma > 0 && comma < 8 && !statement.slice(0, comma).some(isVerbal) ? comma + 1 : -1;
}

/** `It is known that`, `It took two years to`. */
function isExpletive(statement: readonly Token[], at: number): boolean {
  if (statement[at]!.lower !== 'it') return false;
  const rest = statement.slice(at + 1, at + 9);
  return (
    /^(?:seems?|seemed|appears?|appeared|takes?|took|follows?|followed|turns?|turned|happens?|happened|remains?)$/.test(
      rest[0]?.lower ?? '',
    ) ||
    rest.some(({ lower }, i) => i > 0 && /^(?:that|whether|how|why|who|when)$/.test(lower)) ||
    (rest[1]?.pos === 'ADJ' && rest.some(({ lower }) => /^(?:to|for)$/.test(lower)))
  );
}
