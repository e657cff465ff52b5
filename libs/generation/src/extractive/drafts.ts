import { shuffled } from '@lectern/platform';
import { BLANK, type BloomLevel } from '../question';
import { wordsOf } from '../words';
import { clauseOf, type Clause } from './clause';
import { completions } from './completions';
import { distractorsFor, isSeenIn, type Field } from './distractors';
import { inTheSource, tierOf, type Asked, type Draft, type Setting } from './draft';
import type { Material } from './material';
import { RELATIONS } from './relations/relation';
import { wrongAnswers, type ToldRelation } from './relations/wrong-answers';
import { sentenceText } from './question-text';
import { RUNNING_PROSE, type SourceSentence } from './source-sentence';
import { standingOf } from './standing';
import type { Token } from './tagger';
import { asFalse, statements } from './statements';
import type { PooledTarget } from './target-pool';
import { withWrongTarget } from './true-false';
import { whQuestions } from './wh-questions';
import { isListed, worthOf } from './worth';

const LONGEST_STEM_WORDS = 36;

/** Every question that one English sentence can carry, scored. */
export function draftsOf(sentence: SourceSentence, targets: readonly PooledTarget[], material: Material, random: () => number): Draft[] {
  const clause = clauseOf(sentence.statement);
  const standing = standingOf(sentence, clause, targets, material);
  if (standing === undefined) return [];
  const clozes = targets.map((target) => clozeOf(sentence.statement, clause, target)).filter((asked) => asked !== undefined);
  const relations = material.claims.relationsOf(sentence);
  const asked = [...(clause ? whQuestions(sentence.statement, clause, targets, material) : []), ...clozes];
  // half of the statements are true: which, the seed decides
  const truthful = random() < 0.5;
  const drafts = asked.flatMap((question) => {
    const worth = worthOf(question, sentence, material);
    const words = question.stem.split(' ').length;
    // "How many reasons did Smith offer?"
    if (words > LONGEST_STEM_WORDS || (worth === undefined && question.asks === 'count' && words < LEAST_AROUND)) return [];
    const several = question.several === true || isListed(sentence.statement, question.target);
    const asked = forms({ ...question, several }, { sentence, material, random, truthful, score: standing + (worth ?? -LAST_RESORT) });
    const poor = worth === undefined || isIncidental(question, sentence);
    return poor
      ? asked.map((draft): Draft => ({
          ...draft,
          tier: draft.tier === 'last' || !isTolerable(draft, question, sentence) ? 'last' : 'weak',
        }))
      : asked;
  });
  const predicate = material.claims.predicateOf(sentence);
  const all = [
    ...drafts,
    ...(predicate?.isKnown ? completions(predicate, material, standing, random) : []),
    ...relations.flatMap((told) => relationForms(told, { sentence, material, random, truthful, score: standing })),
    ...statements({ sentence, material, random, truthful, score: standing }, clause, targets),
  ];
  return sentence.lesser
    ? all
        .filter(({ type }) => type !== 'true_false')
        .map((draft) => ({ ...draft, score: draft.score - SETBACK, tier: draft.tier === 'last' ? 'last' : 'weak' }))
    : all;
}

/** With options to choose from, and enough around the gap in a text of whole sentences, a word that is hardly worth asking for is no riddle. */
const isTolerable = ({ type }: Pick<Draft, 'type'>, { stem, target, several }: Asked, { prose, statement }: SourceSentence) =>
  type === 'multiple_choice' &&
  prose >= RUNNING_PROSE &&
  !several &&
  !isListed(statement, target) &&
  stem.split(' ').length >= LEAST_AROUND;

const LEAST_AROUND = 9;

/**
 * A gap for one word that the sentence neither begins with nor says what it is: in a manual or a form any word of the field would do,
 * in running prose more is around it to tell.
 */
function isIncidental({ asks, form, target }: Asked, { statement, prose }: SourceSentence): boolean {
  if (asks !== 'term' || form !== 'cloze' || !target || target.words > 1 || prose > RUNNING_PROSE) return false;
  return !(target.start < 2 && statement[target.end]?.pos === 'AUX');
}

/** Of what is spoken to the reader, and of items of a list. */
const SETBACK = 0.2;

/** One thing to ask, as each type that it can be asked as. */
function forms(question: Asked, { sentence, material, random, truthful, score }: Setting): Draft[] {
  const { stem, answer, asks, target, form } = question;
  if (isCountedOut(stem, asks) || (target && isSeenIn(stem, target))) return [];
  const written = { stem, answer, explanation: inTheSource(sentence), bloomLevel: bloomOf(question) };
  const wrongOptions = (field: Field) => target && distractorsFor(target, sentence.text, stem, material, random, field);
  const drafts: Draft[] = [];
  // terms, and names of unknown kind, are too often incidental
  const isVague = asks === 'term' || asks === 'name';
  const weak = isVague && score < LEAST_TO_RECALL;
  const recall = form === 'wh' ? 'short_answer' : 'cloze';
  const isFound = () => form === 'cloze' || stem.split(' ').length > SHORT_STEM || material.isFoundBy(contentIn(stem, sentence));
  // without options a vague gap has more than one right answer
  const isOpen = weak && form === 'cloze';
  if (!question.several)
    drafts.push({
      type: recall,
      sentence,
      asks,
      score,
      tier: isOpen ? 'last' : tierOf(weak),
      write: () => (isFound() ? written : undefined),
    });
  if (!target) return drafts;
  const choice = (field: 'same' | 'any') => () => {
    const wrong = isFound() ? wrongOptions(field) : undefined;
    return wrong && { ...written, options: shuffled([answer, ...wrong], random) };
  };
  const choosable = score - vagueness(asks);
  const open = { type: 'multiple_choice', sentence, asks } as const;
  drafts.push({
    ...open,
    score: choosable,
    tier: tierOf((isVague && choosable < LEAST_TO_CHOOSE) || question.several === true),
    write: choice('same'),
  });
  if (asks === 'term')
    drafts.push({
      ...open,
      score: score - LAST_RESORT,
      tier: isTolerable(open, question, sentence) ? 'weak' : 'last',
      write: choice('any'),
    });
  if (form === 'cloze' && !truthful && !question.several && asks !== 'term' && asks !== 'name') {
    const falsehood = () => {
      // a name from elsewhere is plainly false
      const wrong = likeliest(answer, wrongOptions('told') ?? []);
      return wrong === undefined ? undefined : asFalse(sentence, withWrongTarget(question, target, wrong), 'remember');
    };
    drafts.push({ type: 'true_false', sentence, asks, score, tier: 'good', write: falsehood });
  }
  return drafts;
}

/** As a question, and with what else is told to choose from. */
function relationForms(told: ToldRelation, { sentence, material, random, score }: Setting): Draft[] {
  const { stem, answer, asks } = told.asked;
  const worth = worthOf(told.asked, sentence, material) ?? 0;
  const written = { stem, answer, explanation: inTheSource(sentence), bloomLevel: bloomOf(told.asked) };
  const isFound = () => material.isFoundBy(contentIn(stem, sentence));
  const choice = () => {
    const wrong = isFound() ? wrongAnswers(told, material, random) : undefined;
    return wrong && { ...written, options: shuffled([answer, ...wrong], random) };
  };
  // in a manual they are of what stands above them: "if base is less than 36"
  const weak = sentence.prose < RUNNING_PROSE && /^(?:condition|consequence|object)$/.test(asks);
  const base = { sentence, asks, tier: tierOf(weak) };
  return [
    { ...base, type: 'short_answer', score: score + worth, write: () => (isFound() ? written : undefined) },
    { ...base, type: 'multiple_choice', score: score + worth, write: choice },
  ];
}

/** With more words a question finds its place. */
const SHORT_STEM = 8;

/** What a search goes by. */
function contentIn(stem: string, { statement }: SourceSentence): string[] {
  const words = new Set(wordsOf(stem));
  return statement.filter(({ lower, pos }) => /^(?:NOUN|PROPN|ADJ|NUM)$/.test(pos) && words.has(lower)).map(({ lemma }) => lemma);
}

/** The number nearest to it; of names the first. */
function likeliest(answer: string, wrong: readonly string[]): string | undefined {
  const value = (text: string) => Number(/\d[\d,]*(?:\.\d+)?/.exec(text)?.[0].replaceAll(',', ''));
  const own = value(answer);
  return Number.isNaN(own) || !wrong.every((text) => !Number.isNaN(value(text)))
    ? wrong[0]
    : wrong.toSorted((a, b) => Math.abs(value(a) - own) - Math.abs(value(b) - own))[0];
}

const LAST_RESORT = 0.8;
/** With less a gap is seldom worth filling; without options to choose from it must be clearer what goes there. */
const LEAST_TO_CHOOSE = 0.55;
const LEAST_TO_RECALL = 0.85;

/** `contain _____ main forms, chlorophyll a and chlorophyll b`: anybody can count them. */
const isCountedOut = (stem: string, asks: Draft['asks']) => asks === 'count' && /_____(?: [\p{L}-]+){1,3}(?:,|:| –| —)/u.test(stem);

/** Distractors of these kinds are the least sure to be wrong, or the easiest to see through. */
const vagueness = (kind: Draft['asks']) =>
  kind === 'name' ? 0.25 : kind === 'term' ? 0.22 : kind === 'count' || kind === 'money' ? 0.04 : 0;

function clozeOf(statement: readonly Token[], clause: Clause | undefined, target: PooledTarget): Asked | undefined {
  const [first, last] = [statement[target.start] as Token, statement[target.end - 1] as Token];
  const trimmed = clause && [...clause.front, ...clause.subject, ...clause.verbs, ...clause.rest];
  const whole = trimmed?.includes(first) && trimmed.includes(last) ? trimmed : statement;
  const from = whole.indexOf(first);
  const blank: Token = { ...first, text: BLANK };
  const stem = sentenceText([...whole.slice(0, from), blank, ...whole.slice(from + target.end - target.start)]);
  return stem.split(BLANK).length === 2 ? { stem, answer: target.text, target, asks: target.kind, form: 'cloze' } : undefined;
}

function bloomOf({ asks }: Asked): BloomLevel {
  return /^(?:reason|consequence)$/.test(asks)
    ? 'analyze'
    : asks === 'definition' || asks === 'term' || RELATIONS.has(asks)
      ? 'understand'
      : 'remember';
}
