import { passagesOf } from '../question-model.contract';
import type { QuestionCandidate } from '../question-model';
import { languageCheck } from './language.check';

const PASSAGES = {
  English:
    'The Suez Canal was opened in 1869 after ten years of work in the desert. It joins the Mediterranean Sea to the Red Sea, and ships pass through it in convoys from both of its ends.',
  Spanish:
    'El canal de Suez se inauguró en 1869 tras diez años de obras en el desierto. Une el mar Mediterráneo con el mar Rojo, y los barcos lo recorren en convoyes desde sus dos extremos.',
  Hindi: 'स्वेज नहर दस वर्षों के काम के बाद 1869 में खोली गई थी। यह भूमध्य सागर को लाल सागर से जोड़ती है।',
  'a table':
    'Canal 1869 Suez 193 km; Panama 1914 82 km; Kiel 1895 98 km; Corinth 1893 6 km; Welland 1932 43 km; Rhine Main Danube 1992 171 km',
} as const;
const passes = (stem: string, passage: keyof typeof PASSAGES) =>
  languageCheck.passes({ stem } as QuestionCandidate, passagesOf([PASSAGES[passage]])[0]!);

describe('the check of the language', () => {
  it.each<[stem: string, passage: keyof typeof PASSAGES]>([
    ['In which year was the Suez Canal opened to the ships of the world?', 'English'],
    ['Ships pass _____ convoys', 'English'],
    ['¿En qué año se inauguró el canal de Suez tras diez años de obras?', 'Spanish'],
    ['स्वेज नहर किस वर्ष में खोली गई थी?', 'Hindi'],
    ['In which year was the Suez Canal opened to the ships of the world?', 'a table'],
    ['1869 + 10 = _____', 'English'],
  ])('lets %j through for a passage in %s', (stem, passage) => expect(passes(stem, passage)).toBe(true));

  it.each<[stem: string, passage: keyof typeof PASSAGES]>([
    ['¿En qué año se inauguró el canal de Suez tras diez años de obras?', 'English'],
    ['In which year was the Suez Canal opened to the ships of the world?', 'Spanish'],
    ['In which year was the Suez Canal opened?', 'Hindi'],
    ['В каком году открыли Суэцкий канал?', 'English'],
  ])('rejects %j for a passage in %s', (stem, passage) => expect(passes(stem, passage)).toBe(false));
});
