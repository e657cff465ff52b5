import { fixedWordsOf } from '../fixed-words';
import { type Markup, markup, XML_DECLARATION } from '../markup';
import { nameOf, plainQuestion } from '../plain-question';
import { titleOf, type ExportableSet, type QuestionFormat } from '../question-format';
import { zipOf } from '../zip';
import { itemIdentifier, qtiItem, QTI_NAMESPACES } from './qti-item';

/** IMS QTI 2.1 (Final, 2012): a content package with an item for each question and a test that holds them in their order. */
export const qtiFormat: QuestionFormat = {
  name: 'qti',
  mediaType: 'application/zip',
  extension: 'qti.zip',
  write: (set) => {
    const questions = set.questions.map(plainQuestion);
    const fixed = fixedWordsOf(set);
    const identifiers = questions.map(itemIdentifier);
    return zipOf({
      'imsmanifest.xml': manifest(set.id, identifiers),
      [TEST_FILE]: assessmentTest(set, identifiers),
      ...Object.fromEntries(
        questions.map((question, i) => [fileOf(itemIdentifier(question)), qtiItem(question, nameOf(question, i), fixed)]),
      ),
    });
  },
};

const TEST_FILE = 'assessment.xml';
const fileOf = (identifier: string) => `items/${identifier}.xml`;

/** Practice shows the explanation after each answer, a quiz after the last. */
const SUBMISSION_MODES = { practice: 'individual', quiz: 'simultaneous' } as const;

function assessmentTest(set: ExportableSet, identifiers: readonly string[]): Markup {
  const title = titleOf(set);
  const refs = identifiers.map(
    (identifier) => markup`<assessmentItemRef identifier="${identifier}" href="${fileOf(identifier)}"/>
`,
  );
  return markup`${XML_DECLARATION}<assessmentTest ${QTI_NAMESPACES} identifier="${`T-${set.id}`}" title="${title}">
<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/>
<testPart identifier="PART" navigationMode="nonlinear" submissionMode="${SUBMISSION_MODES[set.mode]}">
<itemSessionControl showFeedback="true"/>
<assessmentSection identifier="SECTION" title="${title}" visible="true">
${refs}</assessmentSection>
</testPart>
<outcomeProcessing><setOutcomeValue identifier="SCORE"><sum><testVariables variableIdentifier="SCORE"/></sum></setOutcomeValue></outcomeProcessing>
</assessmentTest>
`;
}

/** IMS Content Packaging 1.1.4, as QTI 2.1 profiles it. */
function manifest(id: string, identifiers: readonly string[]): Markup {
  const dependencies = identifiers.map(
    (identifier) => markup`<dependency identifierref="${identifier}"/>
`,
  );
  const items = identifiers.map((identifier) => resource(identifier, 'imsqti_item_xmlv2p1', fileOf(identifier), []));
  return markup`${XML_DECLARATION}<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" identifier="${`M-${id}`}">
<metadata><schema>QTIv2.1 Package</schema><schemaversion>1.0.0</schemaversion></metadata>
<organizations/>
<resources>
${[resource(`T-${id}`, 'imsqti_test_xmlv2p1', TEST_FILE, dependencies), ...items]}</resources>
</manifest>
`;
}

function resource(identifier: string, type: string, file: string, dependencies: readonly Markup[]): Markup {
  return markup`<resource identifier="${identifier}" type="${type}" href="${file}"><file href="${file}"/>
${dependencies}</resource>
`;
}
