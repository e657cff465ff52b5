import type { Asked } from '../draft';
import { isVerbal } from '../phrases';
import { isPassive } from '../question-text';
import type { Token } from '../tagger';
import { askedOf, mainVerb, relation, untilAside, type Told } from './relation';

const CAUSES = ['because of', 'due to', 'owing to', 'as a result of', 'thanks to', 'in order to', 'so as to', 'so that'].map((words) =>
  words.split(' '),
);

/** `... due to ...`, `... in order to ...` ask why. */
export function reasonFor(told: Told): Asked | undefined {
  const { rest } = told.clause;
  const at = rest.findIndex((_, i) => CAUSES.some((words) => words.every((word, j) => rest[i + j]?.lower === word)));
  // "is due to"
  if (at < 1 || !mainVerbOr(told, rest[0]!) || speaksOfSpeech(rest.slice(0, at))) return undefined;
  // ", usually because of": sometimes there are others
  if (rest[at - 1]!.pos === 'ADV' && rest[at - 2]?.text === ',') return undefined;
  // "partly because of": there are others
  if (/^(?:partly|largely|mainly|simply|only|part|primarily|mostly|just|and|or)$/.test(rest[at - 1]!.lower)) return undefined;
  return relation('reason', askedOf(told, 'why', rest.slice(0, at)), untilAside(rest.slice(at)));
}

/** `is vulnerable due to` says a state, `is a suite in order to` nothing. */
const mainVerbOr = ({ clause }: Told, first: Token) => mainVerb(clause) !== undefined || first.pos === 'ADJ' || first.pos === 'ADV';

/** The reason may be of what is said, or of the saying. */
const speaksOfSpeech = (tokens: readonly Token[]) => tokens.some(({ lower, pos }) => lower === 'that' && pos !== 'DET');

/** What is done on purpose. */
const DELIBERATE =
  /^(?:add|adopt|alter|apply|attack|bind|breed|bring|build|burn|buy|carry|change|close|collect|combine|construct|convert|create|cut|design|develop|divide|employ|erect|establish|expand|extract|form|found|gather|heat|hire|increase|inject|install|introduce|invade|invent|invest|issue|join|launch|measure|meet|mix|modify|move|offer|open|organi[sz]e|pass|pay|plant|produce|provide|raise|reduce|release|remove|replace|return|secrete|sell|send|set|sign|split|store|transport|travel|use)$/;
/** With what stands before it `to` says what kind, not what for: `the right to vote`. */
const TAKES_TO =
  /^(?:ability|access|agreement|attempt|authority|capacity|chance|decision|desire|effort|failure|first|incentive|last|means|need|offer|only|opportunity|order|permission|plan|power|proposal|readiness|reason|refusal|request|right|tendency|threat|time|way|willingness)s?$/;

/** `secretes enzymes to digest its food` asks why. */
export function purposeOf(told: Told): Asked | undefined {
  const { rest } = told.clause;
  if (!DELIBERATE.test(mainVerb(told.clause)?.lemma ?? '')) return undefined;
  const at = rest.findIndex(({ lower }, i) => lower === 'to' && isBare(rest[i + 1]));
  const before = rest[at - 1];
  if (at < 1 || !before || !/^(?:NOUN|PROPN)$/.test(before.pos) || TAKES_TO.test(before.lower) || rest.slice(0, at).some(isVerbal))
    return undefined;
  return relation('purpose', askedOf(told, 'why', rest.slice(0, at)), untilAside(rest.slice(at)));
}

/** `is used to`, `was designed to` */
const TAKES_ACT = /^(?:used|designed|intended|meant|required|employed|built|allowed|forced|obliged|programmed|expected)$/;

/** What something is used to do. */
export function useOf(told: Told): Asked | undefined {
  const { rest } = told.clause;
  if (!isPassive(told.clause) || !TAKES_ACT.test(mainVerb(told.clause)?.lower ?? '')) return undefined;
  const [to, verb] = rest;
  if (to?.lower !== 'to' || !isBare(verb)) return undefined;
  return relation('purpose', askedOf(told, 'what', [{ ...to, text: 'to do' }]), untilAside(rest));
}

const isBare = (token: Token | undefined) => token?.pos === 'VERB' && token.lower === token.lemma;

/** `by` and what is done asks how. */
export function meansOf(told: Told): Asked | undefined {
  const { rest } = told.clause;
  const at = rest.findIndex(
    ({ lower }, i) => lower === 'by' && /\p{L}{2}ing$/u.test(rest[i + 1]?.lower ?? '') && takesObject(rest[i + 1]!, rest[i + 2]),
  );
  if (at < 0 || mainVerb(told.clause) === undefined || speaksOfSpeech(rest.slice(0, at))) return undefined;
  if (at === 0 && !isPassive(told.clause)) return undefined;
  return relation('means', askedOf(told, 'how', rest.slice(0, at)), untilAside(rest.slice(at)));
}

/** A verb in `-ing`, no name and no noun: `by bombing raids`. */
const takesObject = (verb: Token, next: Token | undefined) =>
  verb.pos !== 'PROPN' && !(verb.pos === 'NOUN' && next?.pos === 'NOUN') && /^(?:DET|ADJ|NOUN|PROPN|NUM|PRON|ADP)$/.test(next?.pos ?? '');
