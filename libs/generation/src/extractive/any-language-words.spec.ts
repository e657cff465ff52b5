import { answerWords, countWords, isWorthAsking } from './any-language-words';

const found = (text: string, kind: string) =>
  answerWords(text)
    .filter((word) => word.kind === kind)
    .map(({ text: word, frame }) => (frame ? `${frame} ${word}` : word));

describe('answerWords', () => {
  it('keeps names whole and takes none from the beginning of a sentence', () => {
    expect(found('Die Stadt Warschau ehrte Marie Curie und den Maler Vincent van Gogh.', 'name')).toEqual([
      'die Stadt Warschau',
      'Marie Curie',
      'den Maler Vincent van Gogh',
    ]);
    expect(found('Lesseps abrió el canal de Port Said a la ciudad de Suez.', 'name')).toEqual(['de Port Said', 'de Suez']);
  });

  it('takes no part of a compound or of a figure', () => {
    expect(found('Das Teatr Wielki-Haus hat 3,5 Millionen und um 1922–26 viele Gäste.', 'year')).toEqual([]);
    expect(found('Es steht in der Konwiktorska-Straße und in Polen.', 'name')).toEqual(['in Polen']);
  });

  it('takes no verb for a term where nouns can be told', () => {
    const asked = (text: string) => answerWords(text).filter((word) => isWorthAsking(word, countWords([text])));
    expect(asked('Эта библиотека имеет ограничения для документов.').map(({ text }) => text)).toEqual(['документов']);
    expect(asked('تستخدم النباتات الضوء لإنتاج الغذاء.').map(({ text }) => text)).toEqual(['النباتات', 'الضوء', 'الغذاء']);
  });

  it('knows the article or the preposition that a word goes with', () => {
    expect(found('Las plantas convierten la energía en oxígeno.', 'term')).toEqual(
      expect.arrayContaining(['la energía', 'en oxígeno', 'convierten']),
    );
    expect(found("Le soleil donne l'énergie aux plantes.", 'term')).toEqual(expect.arrayContaining(["l' énergie", 'aux plantes']));
    expect(found('वारसॉ विश्वविद्यालय में पढ़ाई शुरू हुई।', 'term')).toContain('में विश्वविद्यालय');
  });
});
