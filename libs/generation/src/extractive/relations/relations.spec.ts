import { clauseOf } from '../clause';
import { Material } from '../material';
import { loadLexicon } from '../names';
import { statementOf } from '../statement';
import { loadTagger, type Token } from '../tagger';
import { loadThesaurus, SenseClass } from '../thesaurus';
import { relationQuestions } from '.';

/** What is asked of a sentence, as `kind: question = answer`. */
async function asked(sentence: string): Promise<string[]> {
  const [tag, lexicon, thesaurus] = await Promise.all([loadTagger(), loadLexicon(), loadThesaurus()]);
  const statement = statementOf(tag(sentence));
  const material = new Material(lexicon, thesaurus);
  material.read(statement);
  const words = {
    isName: (token: Token) => material.keepsCapital(token),
    isPerson: (lemma: string) => thesaurus.isMostly(lemma, SenseClass.person),
  };
  return relationQuestions(statement, clauseOf(statement), { words, isProse: true }).map(
    ({ asks, stem, answer }) => `${asks}: ${stem} = ${answer}`,
  );
}

describe('relations', () => {
  it.each([
    ['The TARDIS remains fixed as a blue box due to a malfunction in the circuit.', 'reason: Why does the TARDIS remain fixed as a blue box? = due to a malfunction in the circuit'],
    ['The Hauteville family achieved princely rank by proclaiming Guaimar prince of Salerno.', 'means: How did the Hauteville family achieve princely rank? = by proclaiming Guaimar prince of Salerno'],
    ['White blood cells release enzymes to destroy invading microbes.', 'purpose: Why do white blood cells release enzymes? = to destroy invading microbes'],
    ['Oxygen therapy is used to treat emphysema.', 'purpose: What is oxygen therapy used to do? = to treat emphysema'],
    ['Frost cracks form when water freezes in the pores of a rock.', 'condition: When do frost cracks form? = when water freezes in the pores of a rock'],
    ['When the temperature of liquid water falls below four degrees, liquid water turns into ice.', 'consequence: What happens when the temperature of liquid water falls below four degrees? = liquid water turns into ice'],
    ['The Ottoman fleet blockaded the harbour of Rhodes for six months.', 'duration: For how long did the Ottoman fleet blockade the harbour of Rhodes? = for six months'],
    ['Consultant pharmacists most typically work in nursing homes.', 'whereabouts: Where do consultant pharmacists most typically work? = in nursing homes'],
    ['A steam turbine consists of several rotors mounted on a drive shaft.', 'complement: What does a steam turbine consist of? = several rotors mounted on a drive shaft'],
    ['Oxygen gas is poisonous to anaerobic bacteria.', 'complement: What is oxygen gas poisonous to? = anaerobic bacteria'],
    ['Evergreen oak forests reduce the salt content of the soil during dry summers.', 'object: What do evergreen oak forests reduce during dry summers? = the salt content of the soil'],
    ['Chronic exposure to loud noise can destroy the hair cells of the inner ear in young adults.', 'subject: What can destroy the hair cells of the inner ear in young adults? = chronic exposure to loud noise'],
    ['The main purpose of the Schengen treaty was to abolish border controls.', 'identity: What was the main purpose of the Schengen treaty? = to abolish border controls'],
  ])('are asked for in “%s”', async (sentence, question) => {
    expect(await asked(sentence)).toContainEqual(question);
  }); // prettier-ignore

  it.each([
    ['what is not so', 'Oxygen therapy is not used to treat emphysema.'],
    ['one cause of several', 'The TARDIS remains fixed as a blue box partly because of a malfunction.'],
    ['the purpose of a noun', 'The settlers introduced the right to vote.'],
    ['what follows from what stands elsewhere', 'If the answer is yes, many problems have efficient solutions.'],
    ['a subject that is not said', 'A positive value defines the absolute size of the margin of the plot.'],
    ['an answer that points elsewhere', 'Internal combustion engines consist of these parts.'],
    ['a number of kinds', 'Tissue reactions are divided into two types.'],
    ['a feat of the year that it names', 'The oil crisis began in 1973 when the members of OAPEC proclaimed an embargo.'],
    ['half of two acts', 'Frost heave depends on water and breaks the roads.'],
  ])('are no %s', async (_, sentence) => {
    expect(await asked(sentence)).toEqual([]);
  });

  it('ask for people with who', async () => {
    expect(await asked('The independence movement was supported by local farmers.')).toContain(
      'complement: By whom was the independence movement supported? = local farmers',
    );
  });

  it('leave out of the answer what belongs to the verb', async () => {
    expect(await asked('The immune system protects the organism from bacterial infection with layered defenses.')).toContain(
      'complement: What does the immune system protect the organism from? = bacterial infection',
    );
  });
});
