import type { Asked } from '../draft';
import { lowerFirst } from '../inversion';
import type { Token } from '../tagger';
import { relation, saysOneThing, untilAside, type Told } from './relation';

/** Says which of its kind is meant: `the main purpose of the treaty`, `the largest city in Poland`. */
const TELLING =
  /^(?:aim|advantage|answer|basis|capital|cause|characteristic|component|consequence|cost|definition|difference|disadvantage|drawback|effect|example|feature|form|function|goal|ingredient|job|kind|limitation|method|name|objective|origin|product|purpose|reason|requirement|response|result|role|source|symbol|symptom|task|type|unit|use|way|\p{L}{3,}est)s?$/u;

/** `The main purpose of the treaty was to end the war` asks what it was. */
export function identityOf({ clause, words }: Told): Asked | undefined {
  const { front, subject, verbs, rest } = clause;
  const [verb] = verbs;
  if (verbs.length !== 1 || !verb || !/^(?:is|was|are|were)$/.test(verb.lower) || front.length > 0) return undefined;
  const link = subject.findIndex(({ pos, lower }, i) => i > 1 && (pos === 'ADP' || lower === 'to'));
  const [before, after] = [subject.slice(0, link), subject.slice(link + 1)];
  if (link < 0 || subject[0]!.lower !== 'the' || !before.some(({ lower }) => TELLING.test(lower)) || !isKnown(after)) return undefined;
  const answer = untilAside(rest);
  if (!isAnswer(answer) || !saysOneThing(answer)) return undefined;
  return relation('identity', `what ${verb.lower} ${lowerFirst(subject, (token) => words.isName(token))}`, answer);
}

/** Not `the school` alone. */
function isKnown(tokens: readonly Token[]): boolean {
  const content = tokens.filter(({ pos }) => /^(?:NOUN|PROPN|ADJ|NUM)$/.test(pos)).length;
  return content > 1 || (content === 1 && tokens[0]?.lower !== 'the');
}

/** A thing or an act, no quality: `was very high`. */
const isAnswer = ([first, second]: readonly Token[]) =>
  /^(?:DET|NOUN|PROPN)$/.test(first?.pos ?? '') ||
  (first?.lower === 'to' && second?.pos === 'VERB') ||
  (first?.lower === 'that' && second !== undefined) ||
  (first?.pos === 'PRON' && first.lower === 'its');
