import { seededRandom } from '@lectern/platform';
import { membersIn, otherMembers } from './families';
import { LANGUAGES } from './languages';

const language = (code: string) => LANGUAGES.find((one) => one.code === code)!;
const asked = (code: string, text: string) => membersIn(text, language(code)).map((fact) => fact.text);

describe('words of one family', () => {
  it.each([
    ['de', 'Der schwedische Chemiker Scheele wohnte in Uppsala.', ['schwedische']],
    ['de', 'Die Stadt Passau liegt im Osten von Bayern.', ['Osten']],
    ['es', 'El químico italiano Volta vivió en Como.', ['italiano']],
    ['es', 'La ciudad de Lugo está en el noroeste de España.', ['noroeste']],
    ['hi', 'जर्मन वैज्ञानिक कॉख ने 1882 में जीवाणु खोजा।', ['जर्मन']],
  ])('are found in %s: %s', (code, text, found) => expect(asked(code, text)).toEqual(found));

  it.each([
    ['de', 'two of one family, which tell of each other', 'Die Grenze zwischen dem Norden und dem Süden verschob sich.'],
    ['de', 'what a name beside it tells', 'Die französische Armee zog aus Frankreich ab.'],
    ['de', 'a part of a name', 'Die Botanik wurde im Nahen Osten entwickelt.'],
    ['de', 'what an abbreviation tells', 'Viele amerikanische Sender der USA zeigen Filme.'],
    ['es', 'a name in capitals', 'La red llegó a América del Norte en 1969.'],
    ['hi', 'a part of a name', 'उत्तरी अमेरिका में कई समूह रहते हैं।'],
  ])('are not asked for in %s where there is %s: %s', (code, _, text) => expect(asked(code, text)).toEqual([]));

  it('take each other’s form', () => {
    for (const other of otherMembers('italiana', language('es'), seededRandom(1))) expect(other).toMatch(/(?:a|e)$/u);
    for (const other of otherMembers('schwedischen', language('de'), seededRandom(1))) expect(other).toMatch(/en$/u);
    expect(otherMembers('norte', language('es'), seededRandom(1)).toSorted()).toEqual(['este', 'oeste', 'sur']);
  });
});
