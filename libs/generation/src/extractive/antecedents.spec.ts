import { antecedentIn, withAntecedent } from './antecedents';
import { genderOf, loadLexicon, nameKind } from './names';
import { statementOf } from './statement';
import { loadTagger, render } from './tagger';
import { loadThesaurus, SenseClass } from './thesaurus';

/** The second sentence as it stands by itself. */
async function resolved(first: string, second: string): Promise<string | undefined> {
  const [tag, lexicon, thesaurus] = await Promise.all([loadTagger(), loadLexicon(), loadThesaurus()]);
  const antecedent = antecedentIn(statementOf(tag(first)), {
    isName: ({ text, pos }) => /^\p{Lu}/u.test(text) && pos === 'PROPN',
    isPerson: (words) => nameKind(words, lexicon) === 'person',
    genderOf: (words) => genderOf(words, lexicon),
    namesHuman: (lemma) => thesaurus.isMostly(lemma, SenseClass.person),
  });
  const statement = antecedent && withAntecedent(statementOf(tag(second)), antecedent);
  return statement && render(statement);
}

describe('antecedents', () => {
  it.each([
    ['Telenet was incorporated in 1973.', 'It was founded by Larry Roberts.', 'Telenet was founded by Larry Roberts.'],
    ['Marie Curie was born in Warsaw.', 'She won two Nobel Prizes.', 'Marie Curie won two Nobel Prizes.'],
    ['Marie Curie was born in Warsaw.', 'In 1891, she moved to Paris.', 'In 1891, Marie Curie moved to Paris.'],
    ['Steam engines drove the machinery of factories.', 'Their use led to larger towns.', 'Steam engines’ use led to larger towns.'],
    [
      'Singlet oxygen is formed from water.',
      'It reacts with common organic molecules.',
      'Singlet oxygen reacts with common organic molecules.',
    ],
  ])('name what “%s” leaves to a pronoun', async (first, second, whole) => {
    expect(await resolved(first, second)).toBe(whole);
  });

  it.each([
    ['of two people nobody knows which', 'Marie Curie worked with Pierre Curie.', 'He died in 1906.'],
    ['what is said to be known is nothing', 'Telenet was incorporated in 1973.', 'It is known that networks grow.'],
    ['many are not one', 'Steam engines drove the machinery of factories.', 'It was loud.'],
    ['one of many is told of once', 'A fort was built on the river.', 'It was an attempt to found a colony.'],
    ['another of them is spoken of', 'Marie Curie was the daughter of a poor teacher.', 'She was born in Warsaw.'],
    ['a man is no woman', 'Peter Abelard was born near Nantes.', 'She wrote many letters.'],
    ['a thing is not somebody', 'Telenet was incorporated in 1973.', 'She sold it.'],
  ])('are none where %s', async (_, first, second) => {
    expect(await resolved(first, second)).toBeUndefined();
  });
});
