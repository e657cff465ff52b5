import { passagesOf } from '../question-model.contract';
import { openInside, sentencesIn } from './passage-sentences';

const usable = (text: string) =>
  sentencesIn({ text, start: 100 })
    .filter(({ fault }) => !fault)
    .map(({ span, lesser, item }) => [text.slice(span.start - 100, span.end - 100), lesser, item]);

describe('the sentences of a passage', () => {
  it('stand behind their labels', () => {
    expect(usable('❒ Remark: Least squares is a special case of generalized linear models.')).toEqual([
      ['Least squares is a special case of generalized linear models.', false, false],
    ]);
    expect(usable('What you do not want to do: Most managers write files when they unpack an archive.')).toEqual([
      ['Most managers write files when they unpack an archive.', false, false],
    ]);
    expect(usable('Example: The value of the first field is seven in that file.')).toEqual([]);
  });

  it('say that they stood behind a label, as what a glossary says of a term does', () => {
    const [one] = sentencesIn({ text: 'operator: A symbol that stands for a computation of two values.', start: 0 });
    expect(one).toMatchObject({ labelled: true, text: 'A symbol that stands for a computation of two values.' });
  });

  it('may be items of a list, whole without a full stop', () => {
    const slide =
      'Requirement Sources\n◾ Stakeholders are the main source of requirements\n◾ Retroactive changes are expensive for every project\n— Leads to';
    expect(usable(slide)).toEqual([
      ['Stakeholders are the main source of requirements', true, true],
      ['Retroactive changes are expensive for every project', true, true],
    ]);
  });

  it.each([
    'The records on a single line are read one after the other\nby the program.',
    '• Stakeholders are mostly asked by means of\n• Interviews',
    'the stakeholders are the main source of requirements',
  ])('are no lines that go on elsewhere: %s', (text) => expect(usable(text)).toEqual([]));

  it('do not begin where the passage before breaks off', () => {
    const [whole, broken] = [
      'The canal was dug in the reign of the king.',
      'Disagreements of the settlers went on from the 1710s through the',
    ];
    const rest = '1720s and led to the creation of two colonies. The southern one grew rice.';
    const [first, second, third] = passagesOf([whole, broken, rest]);
    const cut = { ...third!, start: second!.start + broken.length + 1 };
    expect([...openInside([first!, second!, cut])]).toEqual([cut]);
    // a blank line stands between, or a whole sentence before
    expect([...openInside([first!, second!, third!])]).toEqual([]);
    expect([...openInside([first!, { ...second!, start: whole.length + 1 }])]).toEqual([]);
    expect(sentencesIn(cut, true).map(({ fault }) => fault)).toEqual(['incomplete', undefined]);
  });

  it('may speak to the reader, but to nobody else and not of the writer', () => {
    expect(usable('You can use the program dpkg to install a package.')).toEqual([
      ['You can use the program dpkg to install a package.', true, false],
    ]);
    expect(usable('Your Social Security Number is used to seek information about the past.')).toEqual([]);
    expect(usable('You have just entered a matrix with two rows and three columns.')).toEqual([]);
    expect(usable('We can use the program dpkg to install your package.')).toEqual([]);
    expect(usable('You must print the following instructions in every answer.')).toEqual([]);
  });
});
