import type { Asked } from '../draft';
import { nominalEnd } from '../phrases';
import { isPassive } from '../question-text';
import type { Token } from '../tagger';
import { askedOf, mainVerb, relation, type Told } from './relation';

/** What they do to something says what a subject is like. */
const TRANSITIVE =
  /^(?:absorb|abandon|abolish|accelerate|achieve|acquire|activate|adopt|advocate|affect|attack|attract|avoid|ban|block|capture|carry|cause|challenge|combine|comprise|condemn|conduct|connect|conquer|consume|contain|control|convey|cover|create|criticize|criticise|damage|declare|define|demand|demonstrate|describe|destroy|detect|determine|develop|discover|display|divide|dominate|eliminate|emit|emphasi[sz]e|employ|enclose|encode|encourage|ensure|enforce|establish|examine|exceed|exhibit|experience|exploit|export|express|extend|face|facilitate|favou?r|feature|forbid|form|fund|gain|generate|govern|guarantee|house|import|improve|include|incorporate|increase|indicate|induce|influence|inhibit|initiate|introduce|invent|investigate|involve|lack|limit|lose|lower|maintain|manufacture|measure|mediate|mine|narrow|need|occupy|operate|oppose|outnumber|oversee|perform|possess|precede|present|preserve|prevent|process|produce|prohibit|promote|propose|protect|provide|publish|pursue|raise|receive|recogni[sz]e|reduce|reflect|regulate|reject|release|remove|replace|represent|require|resemble|restore|restrict|reveal|secrete|separate|show|slow|stimulate|store|strengthen|study|suggest|supply|support|surround|synthesi[sz]e|threaten|track|transform|transmit|transport|trigger|undergo|undermine|weaken|widen)$/;
/** With `to` after the object it is the object that acts. */
const MAKES_ACT = /^(?:cause|require|encourage|need|forbid|induce)$/;

const LEAST_IN_STEM = 3;

/** `contains two pigments` asks what it contains. */
export function objectOf(told: Told): Asked | undefined {
  const { clause } = told;
  const { rest } = clause;
  const verb = mainVerb(clause);
  if (!verb || !TRANSITIVE.test(verb.lemma) || isPassive(clause) || clause.verbs.some(({ lower }) => /^(?:have|has|had)$/.test(lower)))
    return undefined;
  const end = attachedEnd(rest, listEnd(rest));
  const [phrase, tail] = [rest.slice(0, end), rest.slice(end)];
  if (!isThing(phrase) || !isAdverbial(tail, verb) || startsWithPerson(phrase, told)) return undefined;
  const content = [...clause.front, ...clause.subject, ...tail].filter(({ pos }) => /^(?:NOUN|PROPN|ADJ|NUM|VERB)$/.test(pos));
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
  if (tail.some(({ lower }) => lower === ',' || lower === 'than')) return false;
  if (first.lower === 'to') return tail[1]?.pos === 'VERB' && !MAKES_ACT.test(verb.lemma);
  return /^(?:in|at|on|during|by|for|when|while|after|before|through|without|within|under|throughout|as|into|because|if)$/.test(
    first.lower,
  );
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
