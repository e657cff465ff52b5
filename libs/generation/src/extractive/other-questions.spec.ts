import { askedInItsLanguage } from './other-questions';

const asked = (text: string) => {
  const sentence = { passage: 0, position: 0, span: { start: 0, end: text.length }, text, statement: [], prose: 1 };
  return askedInItsLanguage(sentence).map((draft) => {
    const { stem, answer } = draft.write()!;
    return [stem, answer];
  });
};

describe('questions in other languages', () => {
  it.each([
    [
      'Im Jahr 1869 wurde der Suezkanal von Ferdinand de Lesseps eröffnet.',
      'In welchem Jahr wurde der Suezkanal von Ferdinand de Lesseps eröffnet?',
    ],
    [
      '1869 wurde der Suezkanal von Ferdinand de Lesseps eröffnet.',
      'In welchem Jahr wurde der Suezkanal von Ferdinand de Lesseps eröffnet?',
    ],
    ['En 1869 se inauguró el canal de Suez con una gran fiesta.', '¿En qué año se inauguró el canal de Suez con una gran fiesta?'],
    ['En 1869, el canal de Suez fue inaugurado por Lesseps.', '¿En qué año el canal de Suez fue inaugurado por Lesseps?'],
    ['En 1869, le canal de Suez fut ouvert par Lesseps.', 'En quelle année est-ce que le canal de Suez fut ouvert par Lesseps ?'],
    ['Em 1869, o canal de Suez foi inaugurado pelo Egito.', 'Em que ano o canal de Suez foi inaugurado pelo Egito?'],
    ['Nel 1869 il canale di Suez fu aperto da Lesseps.', 'In quale anno il canale di Suez fu aperto da Lesseps?'],
    ['In 1869 werd het kanaal van Suez door De Lesseps geopend.', 'In welk jaar werd het kanaal van Suez door De Lesseps geopend?'],
    ['В 1869 году был открыт Суэцкий канал.', 'В каком году был открыт Суэцкий канал?'],
    ['मैरी क्यूरी का जन्म 1867 में वारसॉ शहर के एक परिवार में हुआ था।', 'मैरी क्यूरी का जन्म किस वर्ष में वारसॉ शहर के एक परिवार में हुआ था?'],
    ['苏伊士运河在1869年正式通航。', '苏伊士运河在哪年正式通航？'],
  ])('asks for the year of %s', (sentence, question) => expect(asked(sentence)).toEqual([[question, /\d{4}/.exec(sentence)![0]]]));

  it.each([
    ['Die Photosynthese ist ein Prozess, in dem Pflanzen Licht in Energie verwandeln.', 'Was ist die Photosynthese?'],
    ['La fotosíntesis es el proceso por el cual las plantas convierten la luz en energía.', '¿Qué es la fotosíntesis?'],
    ["La photosynthèse est le processus par lequel les plantes captent l'énergie.", "Qu'est-ce que la photosynthèse ?"],
    ['La fotosintesi è il processo con cui le piante usano la luce.', 'Che cosa è la fotosintesi?'],
  ])('asks what is defined in %s', (sentence, question) => {
    const [[stem, answer] = []] = asked(sentence);
    expect(stem).toBe(question);
    expect(sentence).toContain(answer);
  });

  it.each([
    'Im Jahr 1869 wurde der Kanal eröffnet und 1875 von den Briten gekauft.',
    'Marie Curie ist eine Physikerin, die in Warschau geboren wurde.',
    'Die Stadt ist ein Zentrum des Handels und der Kultur in Polen.',
    'La catedral es la más grande de todas las iglesias del país entero.',
  ])('asks nothing of %s', (sentence) => expect(asked(sentence)).toEqual([]));
});
