import type { Asked } from '../draft';
import { contentOf, isVerbal } from '../phrases';
import { withFront } from '../question-text';
import { render, type Token } from '../tagger';
import { mainVerb, relation, type Told } from './relation';

/** What is told must say enough to be known by. */
const LEAST_TOLD = 5;
const MOST_SUBJECT_WORDS = 9;

/** `Disorders of the immune system can result in ...` asks what can. */
export function subjectOf(told: Told): Asked | undefined {
  const { subject, verbs, rest, front } = told.clause;
  const [finite] = verbs.filter(isVerbal);
  if (!finite || mainVerb(told.clause) === undefined || subject.length > MOST_SUBJECT_WORDS || !isIndefinite(subject, told))
    return undefined;
  // a bare plural does not agree with `what`
  if (/^(?:are|were|have|do)$/.test(finite.lower) || (finite.lower === finite.lemma && !isModal(finite))) return undefined;
  const content = contentOf(rest).length;
  if (content < LEAST_TOLD || [...verbs, ...rest].some(isLoose) || rest.some(({ text }) => text === ',')) return undefined;
  return relation('subject', withFront(`what ${render(verbs)} ${render(rest)}`, front), lowered(subject, told));
}

const isModal = ({ lower }: Token) => /^(?:can|could|may|might|must|should|will|would|had|did)$/.test(lower);

/** A thing of two words or more that is no name and nobody. */
function isIndefinite(subject: readonly Token[], { words }: Told): boolean {
  if (
    subject.some(
      (token, i) => words.isName(token) || (i > 0 && token.pos === 'PROPN') || token.pos === 'NUM' || QUANTITY.test(token.lower),
    ) ||
    subject[0]?.lower === 'the'
  )
    return false;
  const of = subject.findIndex(({ pos }) => pos === 'ADP');
  const head = subject[(of < 0 ? subject.length : of) - 1];
  const content = subject.filter(({ pos }) => pos === 'NOUN' || pos === 'ADJ').length;
  return head?.pos === 'NOUN' && content > 1 && !words.isPerson(head.lemma);
}

const QUANTITY =
  /^(?:some|many|several|few|fewer|most|more|such|other|each|all|no|both|every|any|another|additional|further|various|certain|similar|number|amount|variety|series|example)s?$/;

const isLoose = ({ lower, pos }: Token) =>
  /^(?:not|n['’]t|never|it|its|they|their|them|he|his|she|her|also|this|these|those)$/.test(lower) || (lower === 'that' && pos === 'DET');

function lowered([first, ...rest]: readonly Token[], { words }: Told): Token[] {
  return [words.isName(first!) || /\p{Lu}.*\p{Lu}/u.test(first!.text) ? first! : { ...first!, text: first!.lower }, ...rest];
}
