import fc from 'fast-check';
import { fixedWordsOf, type FixedWords } from '../fixed-words';
import { aroundBlank, plainQuestion, type PlainQuestion } from '../plain-question';
import type { ExportableSet } from '../question-format';
import { readUtf8, readXml, readZip, type XmlElement } from '../read-back.contract';
import { hostileSets, SAMPLE_QUESTIONS, SAMPLE_SET } from '../sample-sets.contract';
import { qtiFormat } from './qti.format';

/** The order of children, from the schemas `imsqti_v2p1p1.xsd` and `imscp_v1p1.xsd`, of the elements that are written here. */
const CONTENT_MODELS: Readonly<Record<string, RegExp>> = {
  assessmentItem:
    /^(responseDeclaration )*(outcomeDeclaration )*(templateDeclaration )*(templateProcessing )?(stylesheet )*(itemBody )?(responseProcessing )?(modalFeedback )*$/,
  responseDeclaration: /^(defaultValue )?(correctResponse )?(mapping )?(areaMapping )?$/,
  outcomeDeclaration: /^(defaultValue )?((matchTable|interpolationTable) )?$/,
  correctResponse: /^(value )+$/,
  defaultValue: /^(value )+$/,
  mapping: /^(mapEntry )+$/,
  itemBody: /^((p|choiceInteraction) )*$/,
  choiceInteraction: /^(prompt )?(simpleChoice )+$/,
  p: /^(textEntryInteraction )*$/,
  modalFeedback: /^(p )*$/,
  assessmentTest: /^(outcomeDeclaration )*(timeLimits )?(stylesheet )*(testPart )+(outcomeProcessing )?(testFeedback )*$/,
  testPart: /^(preCondition )*(branchRule )*(itemSessionControl )?(timeLimits )?(assessmentSection )+(testFeedback )*$/,
  assessmentSection:
    /^(preCondition )*(branchRule )*(itemSessionControl )?(timeLimits )?(selection )?(ordering )?(rubricBlock )*(assessmentItemRef )*$/,
  outcomeProcessing: /^(setOutcomeValue )*$/,
  setOutcomeValue: /^sum $/,
  sum: /^testVariables $/,
  manifest: /^(metadata )?organizations resources (manifest )*$/,
  metadata: /^(schema )?(schemaversion )?$/,
  resources: /^(resource )*$/,
  resource: /^(metadata )?(file )*(dependency )*$/,
};
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  assessmentItem: ['identifier', 'title', 'adaptive', 'timeDependent'],
  responseDeclaration: ['identifier', 'cardinality', 'baseType'],
  outcomeDeclaration: ['identifier', 'cardinality', 'baseType'],
  mapping: ['defaultValue'],
  mapEntry: ['mapKey', 'mappedValue'],
  choiceInteraction: ['responseIdentifier', 'shuffle', 'maxChoices'],
  simpleChoice: ['identifier'],
  textEntryInteraction: ['responseIdentifier'],
  modalFeedback: ['outcomeIdentifier', 'showHide', 'identifier'],
  assessmentTest: ['identifier', 'title'],
  testPart: ['identifier', 'navigationMode', 'submissionMode'],
  assessmentSection: ['identifier', 'title', 'visible'],
  assessmentItemRef: ['identifier', 'href'],
  manifest: ['identifier'],
  resource: ['identifier', 'type'],
  file: ['href'],
  dependency: ['identifierref'],
};

function expectValid(element: XmlElement): void {
  const { name, elements, attributes } = element;
  expect(elements.map((child) => `${child.name} `).join('')).toMatch(CONTENT_MODELS[name] ?? /^$/);
  expect(Object.keys(attributes)).toEqual(expect.arrayContaining([...(REQUIRED[name] ?? [])]));
  // identifier.Type, and ID of XML Schema
  expect(attributes['identifier'] ?? 'none').toMatch(/^[A-Za-z_][\w.-]*$/);
  elements.forEach(expectValid);
}

async function readPackage(set: ExportableSet) {
  const files = await readZip(qtiFormat.write(set) as Uint8Array);
  const read = (file: string) => readXml(readUtf8(files.get(file)!));
  const resources = read('imsmanifest.xml').all('resource');
  const [test, ...others] = resources.map(({ attributes }) => attributes['href']!);
  return { names: [...files.keys()], manifest: read('imsmanifest.xml'), resources, test: read(test!), items: others.map(read) };
}

const answersOf = (item: XmlElement) => ({
  right: item.one('correctResponse').text,
  mapped: item.all('mapEntry').map(({ attributes }) => attributes['mapKey']),
  choices: item.all('simpleChoice').map(({ attributes, text }) => [attributes['identifier'], text]),
});

const textsOf = (item: XmlElement) => ({
  ...answersOf(item),
  asked: [...item.all('prompt'), ...item.one('itemBody').elements.filter(({ name }) => name === 'p')].map(({ text }) => text).join(''),
  feedback: item.one('modalFeedback').elements.map(({ text }) => text),
});

const TRUTHS = [
  ['true', 'True'],
  ['false', 'False'],
];

function expected(
  { type, stem, answer, options, accepted, explanation, sources }: PlainQuestion,
  fixed: FixedWords,
): ReturnType<typeof textsOf> {
  return {
    right: options.find(({ right }) => right)?.letter ?? answer,
    mapped: [...accepted],
    choices:
      type === 'true_false'
        ? [
            ['true', fixed.true],
            ['false', fixed.false],
          ]
        : options.map(({ letter, text }) => [letter, text]),
    asked: type === 'cloze' ? aroundBlank(stem)!.join('') : stem,
    feedback: [explanation, `${fixed.source}${sources.join('; ')}`],
  };
}

describe('qtiFormat', () => {
  it('is a package whose manifest is the first file and names each other one, a test of all items in their order', async () => {
    const { names, manifest, resources, test, items } = await readPackage(SAMPLE_SET);
    expect(names[0]).toBe('imsmanifest.xml');
    expect(resources.map(({ attributes }) => attributes['href'])).toEqual(names.slice(1));
    expect(manifest.all('file').map(({ attributes }) => attributes['href'])).toEqual(names.slice(1));
    expect(resources.map(({ attributes }) => attributes['type'])).toEqual([
      'imsqti_test_xmlv2p1',
      ...items.map(() => 'imsqti_item_xmlv2p1'),
    ]);
    const identifiers = items.map(({ attributes }) => attributes['identifier']);
    expect(identifiers).toEqual(SAMPLE_QUESTIONS.map(({ id }) => `Q-${id}`));
    expect(test.all('assessmentItemRef').map(({ attributes }) => attributes['identifier'])).toEqual(identifiers);
    expect(manifest.all('dependency').map(({ attributes }) => attributes['identifierref'])).toEqual(identifiers);
    expect(test.attributes['title']).toBe('Canals & <seas>');
  });

  it('asks for one of four options, in their order', async () => {
    const [choice] = (await readPackage(SAMPLE_SET)).items;
    expect(choice!.one('prompt').text).toBe(SAMPLE_QUESTIONS[0]!.stem);
    expect(choice!.one('choiceInteraction').attributes).toMatchObject({
      shuffle: 'false',
      maxChoices: '1',
      responseIdentifier: 'RESPONSE',
    });
    expect(answersOf(choice!)).toEqual({
      right: 'C',
      mapped: [],
      choices: SAMPLE_QUESTIONS[0]!.options!.map((option, i) => ['ABCD'[i], option]),
    });
    expect(choice!.one('responseProcessing').attributes['template']).toMatch(/\/qti_v2p1\/rptemplates\/match_correct$/);
  });

  it('asks for true or false as a choice of two', async () => {
    const [, truth] = (await readPackage(SAMPLE_SET)).items;
    expect(answersOf(truth!)).toEqual({ right: 'true', mapped: [], choices: TRUTHS });
  });

  it('puts the field of a cloze where its blank is, and that of a short answer below', async () => {
    const [, , cloze, short] = (await readPackage(SAMPLE_SET)).items;
    const [before, field, after] = cloze!.one('itemBody').elements[0]!.children;
    expect([before, (field as XmlElement).name, after]).toEqual(['The canal {', 'textEntryInteraction', '} was opened in 1869.']);
    expect(short!.one('itemBody').elements.map(({ text, elements }) => [text, elements.map(({ name }) => name)])).toEqual([
      ['How many people live there?', []],
      ['', ['textEntryInteraction']],
    ]);
  });

  it('takes the answers that grading takes, in any case', async () => {
    const [, , , short] = (await readPackage(SAMPLE_SET)).items;
    expect(answersOf(short!).right).toBe('7,000,000');
    expect(answersOf(short!).mapped).toEqual(expect.arrayContaining(['7,000,000', '7000000', '7 million']));
    for (const { attributes } of short!.all('mapEntry')) expect(attributes).toMatchObject({ mappedValue: '1', caseSensitive: 'false' });
    expect(short!.one('responseProcessing').attributes['template']).toMatch(/\/map_response$/);
  });

  it('explains after each answer in practice and after the last in a quiz', async () => {
    const { test, items } = await readPackage(SAMPLE_SET);
    expect(test.one('testPart').attributes['submissionMode']).toBe('individual');
    expect((await readPackage({ ...SAMPLE_SET, mode: 'quiz' })).test.one('testPart').attributes['submissionMode']).toBe('simultaneous');
    const feedback = items[1]!.one('modalFeedback');
    const [outcome] = items[1]!.all('outcomeDeclaration').filter(({ attributes }) => attributes['identifier'] === 'FEEDBACK');
    expect(feedback.elements.map(({ text }) => text)).toEqual(['It does.', 'Source: canals & seas.pdf, p. 2; canals & seas.pdf, p. 7']);
    expect(feedback.attributes).toEqual({ outcomeIdentifier: 'FEEDBACK', identifier: outcome!.text, showHide: 'show' });
  });

  it('follows the content models of the schemas (which are not at hand here) for any texts, which read back', () =>
    fc.assert(
      fc.asyncProperty(hostileSets, async (set) => {
        const { manifest, test, items } = await readPackage(set);
        [manifest, test, ...items].forEach(expectValid);
        const fixed = fixedWordsOf(set);
        expect(items.map(textsOf)).toEqual(set.questions.map((question) => expected(plainQuestion(question), fixed)));
      }),
    ));

  it('is the same bytes for the same set', () => expect(qtiFormat.write(SAMPLE_SET)).toEqual(qtiFormat.write(structuredClone(SAMPLE_SET))));
});
