import type { Asked } from '../draft';
import { nominalEnd } from '../phrases';
import { isPassive } from '../question-text';
import type { Token } from '../tagger';
import { askedOf, beginsAsThing, mainVerb, relation, saysOneThing, untilAside, type Told } from './relation';

type Government = Readonly<Record<string, RegExp>>;

/** What goes with a preposition without an object before it. */
const ACTIVE: Government = {
  of: /^(?:consist)$/,
  on: /^(?:depend|rely|focus|concentrate|cent(?:er|re)|feed|draw|rest|hinge)$/,
  to: /^(?:lead|refer|belong|contribute|respond|correspond|adapt|bind|apply|amount|react|adhere|attach|convert)$/,
  in: /^(?:result|engage|speciali[sz]e|culminate|participate|dissolve|invest|end)$/,
  from: /^(?:result|derive|arise|stem|originate|differ|suffer|emerge|benefit|descend|come|evolve|recover)$/,
  with: /^(?:deal|react|interact|compete|collide|correlate|cooperate|interfere|coincide|comply)$/,
  as: /^(?:act|serve|function|work|begin|start|originate|operate)$/,
  for: /^(?:stand|account|search|compete|allow|provide|campaign|compensate|care|hunt)$/,
  into: /^(?:turn|split|transform|develop|break|fall|flow|evolve|empty|expand|grow)$/,
  through: /^(?:pass|flow|travel|move|spread)$/,
  against: /^(?:protect|defend|guard|discriminate|protest|rebel)$/,
  between: /^(?:distinguish|differentiate|alternate|mediate)$/,
};

/** What something has done to it, with a preposition. */
const PASSIVE: Government = {
  of: /^(?:compose|make|accuse|deprive)$/,
  on: /^(?:base|focus|cent(?:er|re)|impose|model)$/,
  to: /^(?:attract|relate|adapt|convert|attach|bind|apply|connect|link|expose|confine|limit|restrict|devote|subject|tie|return|compare|add|attribute)$/,
  in: /^(?:involve|measure|express|dissolve|interest|immerse)$/,
  from: /^(?:derive|make|form|produce|obtain|extract|protect|exclude|separate|distinguish|exempt|descend|draw|isolate)$/,
  with: /^(?:associate|replace|combine|fill|equip|treat|charge|credit|cover|connect|concern|coat)$/,
  as: /^(?:use|know|describe|classify|define|regard|see|view|consider|treat|recogni[sz]e|portray|characteri[sz]e|designate|employ)$/,
  for: /^(?:use|need|require|name|design|criticize|criticise|blame|reserve|responsible)$/,
  into: /^(?:divide|convert|turn|split|transform|organi[sz]e|break|translate|incorporate|integrate|inject|release|group|classify)$/,
  after: /^(?:name)$/,
  by: /^(?!(?:mean|say|tell|give|take|make|do|call|use|know|see|write|play|direct|go|publish)$)/,
};

/** What goes with a verb and its object: `protects the body from infection`. */
const WITH_OBJECT: Government = {
  from: /^(?:protect|prevent|separate|distinguish|derive|extract|obtain|exclude|exempt|remove|defend|isolate)$/,
  into: /^(?:divide|convert|turn|transform|split|organi[sz]e|translate|break|incorporate|release|group)$/,
  to: /^(?:attribute|limit|restrict|apply|connect|link|expose|convert|compare|devote|attach)$/,
  with: /^(?:replace|provide|supply|combine|compare|associate|equip|fill|cover|charge|credit)$/,
  as: /^(?:use|describe|define|regard|see|view|classify|treat|recogni[sz]e|portray|characteri[sz]e|designate|identify)$/,
  on: /^(?:base|blame|impose|model)$/,
  for: /^(?:blame|criticize|criticise|use)$/,
  of: /^(?:accuse|deprive|inform|remind)$/,
  after: /^(?:name|model)$/,
};

/** `consists of`, `is caused by`, `is toxic to`, `protects it from`: of what, by what, to what, from what. */
export function complementOf(told: Told): Asked | undefined {
  return ofVerb(told) ?? ofAdjective(told) ?? beyondObject(told);
}

function ofVerb(told: Told): Asked | undefined {
  const { clause } = told;
  const [preposition, ...phrase] = clause.rest;
  const verb = mainVerb(clause);
  const government = isPassive(clause) ? PASSIVE : ACTIVE;
  if (!preposition || !verb || !government[preposition.lower]?.test(verb.lemma)) return undefined;
  return asked(told, [preposition], phrase);
}

/** `is responsible for`, `is part of`. */
function ofAdjective(told: Told): Asked | undefined {
  const { verbs, rest } = told.clause;
  const [state, preposition, ...phrase] = rest;
  if (verbs.length !== 1 || !/^(?:is|are|was|were)$/.test(verbs[0]!.lower) || !state || preposition?.pos !== 'ADP') return undefined;
  const adjective = state.pos === 'ADJ' && /^(?:for|to|from|in|of|on|with|against)$/.test(preposition.lower) && !VAGUE.test(state.lower);
  if (!adjective && !(state.lower === 'part' && preposition.lower === 'of')) return undefined;
  return asked(told, [state, preposition], phrase);
}

/** `is many in number`, `is other than`. */
const VAGUE =
  /^(?:many|more|most|much|few|less|least|other|same|such|likely|able|due|subject|next|close|worth|only|first|last|alive|active|present|available|common|popular|current|high|higher|low|lower|great|greater|better|worse|good|bad|new|old|clear|true|false|right|wrong|large|small|long|short|easy|hard|difficult|strong|strongest|weak)$/;

function beyondObject(told: Told): Asked | undefined {
  const { clause } = told;
  const verb = mainVerb(clause);
  const end = nominalEnd(clause.rest, 0);
  const [preposition, ...phrase] = clause.rest.slice(end);
  if (!verb || end === 0 || end > LONGEST_OBJECT || isPassive(clause) || !preposition) return undefined;
  if (!WITH_OBJECT[preposition.lower]?.test(verb.lemma)) return undefined;
  const manner = phrase.findIndex(({ lower }, i) => i > 0 && /^(?:with|by|using|via|through|during|in|at|on)$/.test(lower));
  return asked(told, clause.rest.slice(0, end + 1), manner < 0 ? phrase : phrase.slice(0, manner));
}

const LONGEST_OBJECT = 6;

function asked(told: Told, kept: readonly Token[], phrase: readonly Token[]): Asked | undefined {
  const answer = withoutTail(untilAside(phrase));
  if (!beginsAsThing(answer) || !saysOneThing(answer) || answer.some(({ lower }) => lower === 'as')) return undefined;
  // "designed by Tod Williams": who somebody is tells the name
  if (kept.at(-1)?.lower === 'by' && answer.slice(0, nominalEnd(answer, 0)).some(({ pos }) => pos === 'PROPN')) return undefined;
  if (!isPeople(answer, told)) return relation('complement', askedOf(told, 'what', kept), answer);
  const [preposition] = kept;
  return preposition?.lower === 'by' ? relation('complement', askedOf(told, 'by whom', []), answer) : undefined;
}

/** `by the tribes to protect their lands`, `by ABC Circle Films beginning in 1962`: of the verb. */
function withoutTail(phrase: readonly Token[]): readonly Token[] {
  const at = phrase.findIndex(
    ({ lower, pos }, i) =>
      i > 0 &&
      ((lower === 'to' && phrase[i + 1]?.pos === 'VERB' && phrase[i + 1]!.lower === phrase[i + 1]!.lemma) ||
        /^(?:beginning|starting|using|until|since|during|when|while|if|because|so)$/.test(lower) ||
        (lower === 'in' && /^(?:1\d|20)\d\d$/.test(phrase[i + 1]?.text ?? '')) ||
        (pos === 'ADV' && phrase[i + 1]?.lower === 'as')),
  );
  return at < 0 ? phrase : phrase.slice(0, at);
}

function isPeople(answer: readonly Token[], { words }: Told): boolean {
  const end = nominalEnd(answer, 0);
  const of = answer.findIndex(({ pos }) => pos === 'ADP');
  const head = answer[(of > 0 && of < end ? of : end) - 1];
  return head?.pos === 'NOUN' && words.isPerson(head.lemma);
}
