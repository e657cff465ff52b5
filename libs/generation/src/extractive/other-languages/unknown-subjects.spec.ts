import { Turn } from '../../turn';
import { DocumentWords } from './document-words';
import { LANGUAGES } from './languages';
import { hasVagueSubject, isOfUnnamed } from './unknown-subjects';

const lexicon = (word: string) => (/^(?:marie|robert)$/.test(word) ? ['FirstName'] : []);

async function unnamed(code: string, text: string) {
  const language = LANGUAGES.find((one) => one.code === code)!;
  return isOfUnnamed(text, await DocumentWords.of(language, [text], lexicon, new Turn(new AbortController().signal)));
}

describe('isOfUnnamed', () => {
  it.each([
    ['de', 'Die Astronauten erstickten, bevor die Luke geöffnet werden konnte.'],
    ['de', 'Die Messung ist wegen der Struktur von Vegetation technisch schwierig.'],
    ['es', 'La medición es difícil debido a la estructura de la vegetación.'],
    ['de', 'Die Kabine platzte durch den hohen Druck.'],
    ['es', 'Los astronautas se asfixiaron antes de que la escotilla se abriera.'],
    ['fr', 'Les astronautes moururent avant que la porte fût ouverte.'],
  ])('holds in %s of what happened to nobody that is named: %s', async (code, text) => expect(await unnamed(code, text)).toBe(true));

  it.each([
    ['de', 'Robert Koch beschrieb den Erreger, bevor andere ihn fanden.'],
    ['de', 'Hobson argumentierte gegen den Krieg und seine Folgen.'],
    ['de', 'Die Dürre von 2010 zerstörte viele Wälder.'],
    ['de', 'Die Zellmembran trennt das Innere von der Umgebung.'],
    ['es', 'Los protocolos llegaron a Chicago antes que la red.'],
    ['es', 'La membrana regula el paso de sustancias.'],
  ])('does not hold in %s where a name, a year or the present tense tells: %s', async (code, text) =>
    expect(await unnamed(code, text)).toBe(false),
  );
});

describe('hasVagueSubject', () => {
  const vague = async (code: string, text: string) => {
    const language = LANGUAGES.find((one) => one.code === code)!;
    return hasVagueSubject(text, await DocumentWords.of(language, [text], lexicon, new Turn(new AbortController().signal)));
  };

  it.each([
    ['es', 'La galería de instrumentos cerró el 25 de febrero de 2010.'],
    ['de', 'Die Kostümsammlung wurde 1913 in London eröffnet.'],
  ])('holds in %s of one of many that nothing tells: %s', async (code, text) => expect(await vague(code, text)).toBe(true));

  it.each([
    ['es', 'La Universidad de Chicago cerró su galería en 2010.'],
    ['es', 'Los colonos británicos superaban en número a los demás en 1756.'],
    ['de', 'Die Dürre von 2010 zerstörte viele Wälder.'],
    ['de', 'Die Zellmembran trennt das Innere von der Umgebung.'],
  ])('does not hold in %s where its words tell which: %s', async (code, text) => expect(await vague(code, text)).toBe(false));
});
