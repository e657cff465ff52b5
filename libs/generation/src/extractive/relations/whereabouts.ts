import type { Asked } from '../draft';
import { isPassive } from '../question-text';
import { askedOf, mainVerb, relation, saysOneThing, untilAside, type Told } from './relation';

const ACTIVE =
  /^(?:live|work|occur|lie|grow|begin|originate|reside|exist|settle|appear|breed|nest|dwell|operate|emerge|arise|gather|meet|form|survive|flourish|thrive)$/;
const PASSIVE =
  /^(?:find|locate|situate|store|build|hold|observe|teach|train|develop|keep|concentrate|produce|form|bury|bear|grow|manufacture|stage|sign|discover|make|deposit)$/;
const PLACING = /^(?:in|at|on|near|within|along|between|inside|outside|beneath|throughout|around|among)$/;
/** In what is no place: `in the form of`, `in response to`, `in 1990`. */
const NO_PLACE =
  /^(?:time|year|day|month|week|century|decade|way|form|manner|order|addition|fact|part|case|number|term|particular|general|response|contrast|process|war|era|period|age|spring|summer|autumn|fall|winter|behalf|basis|condition|research|favou?r|common|line|turn|conjunction|course|effect|principle|secret|degree|amount|size|language|english|french|latin|german|reaction|presence|absence|study|subject|season|stage|event|cycle|system|framework|rule|solution|mid|late|early|rate|speed|level|pressure|temperature|scale|majority|minority|situation|circumstance|context|sense|manner|relation|connection|association|accordance|combination|isolation|parallel|sequence|proportion|group|pair|version|style|series|january|february|march|april|may|june|july|august|september|october|november|december)$/;

/** `occurs in the mitochondria` asks where. */
export function whereaboutsOf(told: Told): Asked | undefined {
  const { clause } = told;
  const { rest } = clause;
  const verb = mainVerb(clause);
  if (!verb || !(isPassive(clause) ? PASSIVE : ACTIVE).test(verb.lemma) || !PLACING.test(rest[0]?.lower ?? '')) return undefined;
  const phrase = untilInfinitive(untilAside(rest));
  const isPlace = phrase
    .slice(1)
    .every(
      ({ lemma, pos, lower }) =>
        !NO_PLACE.test(lemma) && pos !== 'NUM' && !/^(?:when|while|if|because|as|than|order|his|her|their|its)$/.test(lower),
    );
  const [, first, second] = phrase;
  const noun = phrase.find(({ pos }, i) => i > 0 && pos === 'NOUN');
  if (!isPlace || !first || (noun && told.words.isPerson(noun.lemma)) || !saysOneThing(phrase)) return undefined;
  // "at Warsaw": the name of a place is asked for elsewhere
  if (first.pos === 'PROPN' && second === undefined) return undefined;
  return relation('whereabouts', askedOf(told, 'where', []), phrase);
}

function untilInfinitive(phrase: ReturnType<typeof untilAside>): ReturnType<typeof untilAside> {
  const at = phrase.findIndex(({ lower }, i) => lower === 'to' && phrase[i + 1]?.pos === 'VERB');
  return at < 0 ? phrase : phrase.slice(0, at);
}
