import type { FixedWords } from '../fixed-words';
import { Markup, markup, XML_DECLARATION } from '../markup';
import { aroundBlank, type PlainQuestion } from '../plain-question';

/** The namespaces of QTI 2.1 and its schema. */
export const QTI_NAMESPACES = new Markup(
  'xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"' +
    ' xsi:schemaLocation="http://www.imsglobal.org/xsd/imsqti_v2p1 http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1p1.xsd"',
);

/** Identifiers of QTI begin with a letter. */
export const itemIdentifier = ({ id }: Pick<PlainQuestion, 'id'>): string => `Q-${id}`;

/**
 * One question as an `assessmentItem` of QTI 2.1, graded by the standard's own templates. `FEEDBACK` has one value, so that the
 * explanation shows after each answer, right or wrong.
 */
export function qtiItem(question: PlainQuestion, title: string, fixed: FixedWords): Markup {
  const { explanation, sources } = question;
  return markup`${XML_DECLARATION}<assessmentItem ${QTI_NAMESPACES} identifier="${itemIdentifier(question)}" title="${title}" adaptive="false" timeDependent="false" xml:lang="${fixed.language}">
${responseDeclaration(question, fixed)}
<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"><defaultValue><value>0</value></defaultValue></outcomeDeclaration>
<outcomeDeclaration identifier="FEEDBACK" cardinality="single" baseType="identifier"><defaultValue><value>EXPLANATION</value></defaultValue></outcomeDeclaration>
<itemBody>${itemBody(question, fixed)}</itemBody>
<responseProcessing template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/${choicesOf(question, fixed) ? 'match_correct' : 'map_response'}"/>
<modalFeedback outcomeIdentifier="FEEDBACK" identifier="EXPLANATION" showHide="show"><p>${explanation}</p><p>${fixed.source}${sources.join('; ')}</p></modalFeedback>
</assessmentItem>
`;
}

type Choice = PlainQuestion['options'][number];

/** True and false are a choice as well. */
function choicesOf({ type, options, answer }: PlainQuestion, fixed: FixedWords): readonly Choice[] | undefined {
  if (type === 'multiple_choice') return options;
  if (type !== 'true_false') return undefined;
  return [
    { letter: 'true', text: fixed.true, right: answer === 'true' },
    { letter: 'false', text: fixed.false, right: answer !== 'true' },
  ];
}

function responseDeclaration(question: PlainQuestion, fixed: FixedWords): Markup {
  const key = choicesOf(question, fixed)?.find(({ right }) => right);
  if (key)
    return markup`<responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier"><correctResponse><value>${key.letter}</value></correctResponse></responseDeclaration>`;
  const entries = question.accepted.map((text) => markup`<mapEntry mapKey="${text}" mappedValue="1" caseSensitive="false"/>`);
  return markup`<responseDeclaration identifier="RESPONSE" cardinality="single" baseType="string"><correctResponse><value>${question.answer}</value></correctResponse><mapping defaultValue="0">${entries}</mapping></responseDeclaration>`;
}

function itemBody(question: PlainQuestion, fixed: FixedWords): Markup {
  const choices = choicesOf(question, fixed);
  if (choices) {
    const simpleChoices = choices.map(({ letter, text }) => markup`<simpleChoice identifier="${letter}">${text}</simpleChoice>`);
    return markup`<choiceInteraction responseIdentifier="RESPONSE" shuffle="false" maxChoices="1"><prompt>${question.stem}</prompt>${simpleChoices}</choiceInteraction>`;
  }
  const field = markup`<textEntryInteraction responseIdentifier="RESPONSE"/>`;
  const gap = question.type === 'cloze' ? aroundBlank(question.stem) : undefined;
  return gap ? markup`<p>${gap[0]}${field}${gap[1]}</p>` : markup`<p>${question.stem}</p><p>${field}</p>`;
}
