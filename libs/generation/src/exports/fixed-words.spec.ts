import { LANGUAGES } from '../extractive/other-languages/languages';
import { fixedWordsOf } from './fixed-words';
import { SAMPLE_QUESTIONS, SAMPLE_SET } from './sample-sets.contract';

const [choice] = SAMPLE_QUESTIONS;
const inStems = (...stems: string[]) => fixedWordsOf({ questions: stems.map((stem) => ({ ...choice!, stem, sources: [] })) });

describe('fixedWordsOf', () => {
  it('are English for questions in English', () => expect(fixedWordsOf(SAMPLE_SET)).toMatchObject({ language: 'en', true: 'True' }));

  it.each([
    ['Falsch', 'In welchem Jahr wurde der Kanal eröffnet, der das Mittelmeer mit dem Roten Meer verbindet?'],
    ['Faux', 'En quelle année le canal qui relie la mer Méditerranée à la mer Rouge a-t-il été ouvert dans le pays ?'],
    ['Falso', '¿En qué año se abrió el canal que une el mar Mediterráneo con el mar Rojo por la costa de Egipto?'],
    ['Неверно', 'В каком году был открыт канал, который соединяет Средиземное море с Красным морем и Индийским океаном?'],
    ['错误', '连接地中海和红海的苏伊士运河是在哪一年开通的？'],
  ])('are %s and the like for a question such as %s', (no, stem) => expect(inStems(stem).false).toBe(no));

  it('are those of the sources where the questions are short', () => {
    const quote = 'Der Kanal wurde im Jahr 1869 eröffnet und verbindet das Mittelmeer mit dem Roten Meer.';
    const sources = choice!.sources.map((source) => ({ ...source, quote }));
    expect(fixedWordsOf({ questions: [{ ...choice!, stem: 'Suezkanal: 1869?', sources }] }).language).toBe('de');
  });

  it('are English for a language that is not known', () =>
    expect(inStems('Vilket år öppnades kanalen som förbinder Medelhavet med Röda havet och Indiska oceanen?').language).toBe('en'));

  it('are there for each language that the rules know', () => {
    for (const { code, common } of LANGUAGES) {
      // Chinese and Japanese are told by their scripts
      const stem = { zh: '苏伊士运河在哪一年开通', ja: 'スエズ運河はいつ開通したか' }[code] ?? [...common].slice(0, 60).join(' ');
      expect([code, inStems(stem).language]).toEqual([code, code]);
    }
  });
});
