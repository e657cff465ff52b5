import type { Asked } from '../draft';
import { contentOf, nominalEnd } from '../phrases';
import { isPassive } from '../question-text';
import type { Token } from '../tagger';
import { askedOf, mainVerb, relation, saysOneThing, type Told } from './relation';

/** What is done by them says little of a subject, or takes more than an object. */
const LIGHT_VERBS =
  /^(?:add|allow|announce|appear|argue|ask|be|become|begin|believe|bring|call|claim|come|consider|continue|do|enjoy|expect|explain|feel|find|get|give|go|grant|happen|have|help|hold|keep|kill|know|last|lead|leave|let|link|look|make|mean|need|note|offer|pay|play|put|reach|remain|say|see|seem|set|show|spend|start|stay|stop|suggest|take|tell|tend|think|top|try|turn|want|win|write)$/;
/** With `to` after the object it is the object that acts. */
const MAKES_ACT = /^(?:cause|require|encourage|need|forbid|induce)$/;

const LEAST_IN_STEM = 3;

/** `contains two pigments` asks what it contains. */
export function objectOf(told: Told): Asked | undefined {
  const { clause } = told;
  const { rest } = clause;
  const verb = mainVerb(clause);
  if (!verb || LIGHT_VERBS.test(verb.lemma) || isPassive(clause) || clause.verbs.some(({ lower }) => /^(?:have|has|had)$/.test(lower)))
    return undefined;
  if (nominalEnd(rest, 0) === 0) return undefined;
  const first = listEnd(rest);
  const end = attachedEnd(rest, withoutPurpose(rest, first));
  const [phrase, tail] = [rest.slice(0, end), rest.slice(end)];
  if (!isThing(phrase) || !isAdverbial(tail, verb) || startsWithPerson(phrase, told)) return undefined;
  // "used a political defense": for what?
  if (verb.lemma === 'use' && tail.length === 0) return undefined;
  if (/^(?:produce|require|need)$/.test(verb.lemma) && tail.length === 0 && clause.front.length === 0) return undefined;
  const content = contentOf([...clause.front, ...clause.subject, ...tail]);
  if (content.length < LEAST_IN_STEM) return undefined;
  return relation('object', askedOf(told, 'what', tail), phrase);
}

/** Two objects have no article between them, or a name and a thing: `granted Victoria responsible government`. */
function isThing(phrase: readonly Token[]): boolean {
  const last = phrase.at(-1);
  if (!last || last.pos === 'ADJ' || last.pos === 'DET' || last.pos === 'NUM') return false;
  return !phrase.some(({ pos }, i) => pos === 'PROPN' && /^(?:ADJ|DET)$/.test(phrase[i + 1]?.pos ?? ''));
}

function startsWithPerson(phrase: readonly Token[], { words }: Told): boolean {
  const head = phrase.findIndex(({ pos }) => pos === 'ADP');
  const noun = phrase[(head < 0 ? phrase.length : head) - 1];
  return phrase[0]?.pos === 'PROPN' || (noun !== undefined && noun.pos === 'NOUN' && words.isPerson(noun.lemma));
}

/** What says when, where or what for stays in the question. */
function isAdverbial(tail: readonly Token[], verb: Token): boolean {
  const [first] = tail;
  if (!first) return true;
  if (tail.some(({ lower }) => lower === ',' || lower === 'than') || !saysOneThing(tail)) return false;
  if (first.lower === 'to') return tail[1]?.pos === 'VERB' && !MAKES_ACT.test(verb.lemma);
  return /^(?:in|at|on|during|by|for|when|while|after|before|through|without|within|under|throughout|as|into|because|if|following)$/.test(
    first.lower,
  );
}

/** `dioxide in order`, `a squadron in an attempt`: to do what follows. */
function withoutPurpose(tokens: readonly Token[], end: number): number {
  const at = tokens
    .slice(0, end)
    .findIndex(({ lower }, i) => i > 0 && lower === 'in' && /^(?:order|attempt|effort|bid)$/.test(tokens[end - 1]!.lower));
  return at < 0 ? end : at;
}

/** `a theory of how`, `records from individuals`: of the object. */
function attachedEnd(tokens: readonly Token[], from: number): number {
  let end = from;
  while (/^(?:from|with|between|about|of|against|among|than|including)$/.test(tokens[end]?.lower ?? '')) {
    const next = listEnd(tokens, end + 1);
    if (next === end + 1) break;
    end = next;
  }
  return end;
}

/** A noun phrase, or a list of them. */
function listEnd(tokens: readonly Token[], from = 0): number {
  let end = nominalEnd(tokens, from);
  while (tokens[end]?.text === ',' || /^(?:and|or)$/.test(tokens[end]?.lower ?? '')) {
    const begin = /^(?:and|or)$/.test(tokens[end + 1]?.lower ?? '') ? end + 2 : end + 1;
    const next = nominalEnd(tokens, begin);
    if (next === begin) break;
    end = next;
  }
  return end;
}
