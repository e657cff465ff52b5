import { seededRandom } from '@lectern/platform';
import { Turn } from '../../turn';
import { LANGUAGES } from './languages';
import { NounsSeen } from './nouns-seen';

async function seen(code: string, texts: readonly string[]) {
  const nouns = new NounsSeen(
    LANGUAGES.find((language) => language.code === code)!,
    () => false,
  );
  await nouns.read(texts, () => false, new Turn(new AbortController().signal));
  return nouns;
}

async function othersFor(code: string, noun: string, texts: readonly string[]) {
  const nouns = await seen(code, texts);
  const fact = texts.flatMap((text) => nouns.worthyIn(text)).find(({ text }) => text === noun);
  return fact ? nouns.likeThe(fact, seededRandom(1)).filter((other) => other !== noun) : undefined;
}

describe('nouns to ask for', () => {
  it.each([
    [
      'de',
      'of the same gender, whatever the case',
      'Zellmembran',
      ['Die Zellmembran umgibt jede Zelle.', 'Das Wasser dringt aus der Zellwand in eine Vakuole ein.', 'Das Zytoplasma füllt das Innere einer Hefezelle.'],
      ['Hefezelle', 'Vakuole', 'Zelle', 'Zellwand'],
    ],
    [
      'de',
      'many beside many',
      'Chloroplasten',
      ['Die Chloroplasten nehmen das Licht auf.', 'Die Algenzellen haben keine Wurzeln und die Blütenpflanzen haben Samenanlagen.', 'Die Vakuole speichert das Wasser.'],
      ['Algenzellen', 'Blütenpflanzen', 'Samenanlagen', 'Wurzeln'],
    ],
    [
      'es',
      'what its article agrees with',
      'membrana',
      ['La membrana separa el citoplasma. La membrana regula el paso.', 'La vacuola guarda agua y el ribosoma hace la proteína.', 'Los cromosomas llevan los caracteres.'],
      ['proteína', 'vacuola'],
    ],
    [
      'hi',
      'what the same postposition follows',
      'कोशिका झिल्ली',
      ['कोशिका झिल्ली में प्रोटीन होते हैं।', 'जीवित कोशिका में जल होता है।', 'हरित पादप में ऊर्जा बनती है।', 'परमाणु ऊर्जा का उपयोग होता है।'],
      ['जीवित कोशिका', 'हरित पादप'],
    ],
  ])('have in %s others beside them, %s: %s', async (code, _, noun, texts, others) => expect((await othersFor(code, noun, texts))?.toSorted()).toEqual(others)); // prettier-ignore

  it('are compared with what is of their sort alone: no action beside a thing', async () => {
    const others = await othersFor('de', 'Zellmembran', ['Die Zellmembran umgibt eine Vakuole.', 'Die Erwärmung stört die Atmung und die Mischung.']); // prettier-ignore
    expect(others).toEqual(['Vakuole']);
  });

  it.each([
    ['de', 'a name beside it', 'Der Hurrikan Dora traf die Küstenstadt.', 'Hurrikan'],
    ['de', 'a word of amount', 'Ein Großteil der Wassermenge fließt ab.', 'Großteil'],
    ['de', 'English', 'Die University of Chicago bildet Ärzte aus.', 'University'],
    ['es', 'an adjective before its noun', 'El tradicional casco protege al astronauta.', 'tradicional'],
    ['es', 'a verb after a pronoun', 'Es posible que el huracán la golpee directamente.', 'golpee directamente'],
    ['de', 'an adjective in capitals', 'Der Sender beschränkt sich im Wesentlichen auf Nachrichten.', 'Wesentlichen'],
    ['es', 'a verb after a pronoun', 'Los fabricantes los diseñaron con cuidado.', 'diseñaron'],
    ['es', 'a word of place', 'Los liberales ganan en el noroeste del estado.', 'noroeste'],
    ['hi', 'an infinitive', 'पानी को उबालने के लिए ऊष्मा चाहिए।', 'उबालने'],
    ['hi', 'a word of time', 'हाल के वर्षों में उपयोग बढ़ा है।', 'वर्षों'],
  ])('are in %s not %s: %s', async (code, _, text, word) => {
    const nouns = await seen(code, [text, text.replace('.', ' hoy.')]);
    expect(nouns.worthyIn(text).map((noun) => noun.text)).not.toContain(word);
  });

  it('are asked for with the adjective that belongs to them', async () => {
    const nouns = await seen('es', ['El aumento de la energía nuclear preocupa a los vecinos.']);
    expect(nouns.worthyIn('El aumento de la energía nuclear preocupa a los vecinos.').map(({ text }) => text)).toContain('energía nuclear');
  });

  it('leave out what is done with something, unless the document comes back to it', async () => {
    const once = 'Die Bereitstellung des Dampfes kostet viel Energie.';
    expect((await seen('de', [once])).worthyIn(once).map(({ text }) => text)).not.toContain('Bereitstellung');
    expect((await seen('de', [once, 'Die Bereitstellung dauert lange.'])).worthyIn(once).map(({ text }) => text)).toContain(
      'Bereitstellung',
    );
  });
});
