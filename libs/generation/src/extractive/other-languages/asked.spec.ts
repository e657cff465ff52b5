import { Turn } from '../../turn';
import { askedOf } from './asked';
import { DocumentWords } from './document-words';
import { factsOf } from './facts';
import { languageOf } from './language-of';
import { LANGUAGES } from './languages';

const lexicon = (word: string) => (/^(?:marie|robert|vincent)$/.test(word) ? ['FirstName'] : []);

async function asked(text: string, code = languageOf(text)?.code) {
  const words = await DocumentWords.of(
    LANGUAGES.find((language) => language.code === code)!,
    [text],
    lexicon,
    new Turn(new AbortController().signal),
  );
  return askedOf(text, words, factsOf(text, words));
}

const stems = async (text: string, code?: string) => (await asked(text, code)).map(({ stem }) => stem);

describe('questions with a question word', () => {
  it.each([
    ['de', 'Im Jahr 1869 wurde der Suezkanal von Lesseps eröffnet.', 'In welchem Jahr wurde der Suezkanal von Lesseps eröffnet?'],
    ['de', 'Der Suezkanal wurde 1869 von Lesseps eröffnet.', 'In welchem Jahr wurde der Suezkanal von Lesseps eröffnet?'],
    ['es', 'En 1869 se inauguró el canal de Suez.', '¿En qué año se inauguró el canal de Suez?'],
    ['es', 'El canal de Suez fue inaugurado en 1869 por Lesseps.', '¿En qué año fue inaugurado el canal de Suez por Lesseps?'],
    ['fr', 'En 1869, le canal de Suez fut ouvert.', 'En quelle année est-ce que le canal de Suez fut ouvert\u00a0?'],
    ['fr', "L'Institut du radium fut fondé à Paris en 1909.", "En quelle année est-ce que l'Institut du radium fut fondé à Paris\u00a0?"],
    ['it', 'Il canale di Suez fu aperto nel 1869 da Lesseps.', 'In quale anno il canale di Suez fu aperto da Lesseps?'],
    ['pt', 'Em 1869, o canal de Suez foi inaugurado pelo Egito.', 'Em que ano o canal de Suez foi inaugurado pelo Egito?'],
    ['nl', 'Het kanaal van Suez werd in 1869 door Lesseps geopend.', 'In welk jaar werd het kanaal van Suez door Lesseps geopend?'],
    ['pl', 'W 1364 roku Kazimierz Wielki założył Akademię Krakowską.', 'W którym roku Kazimierz Wielki założył Akademię Krakowską?'],
    ['ru', 'В 1869 году был открыт Суэцкий канал.', 'В каком году был открыт Суэцкий канал?'],
    ['uk', 'У 1869 році було відкрито Суецький канал.', 'У якому році було відкрито Суецький канал?'],
    ['tr', 'Fatih Sultan Mehmet 1453 yılında Bizans başkentini fethetti.', 'Fatih Sultan Mehmet hangi yılda Bizans başkentini fethetti?'],
    ['ar', 'تأسست جامعة القاهرة في عام 1908.', 'في أي عام تأسست جامعة القاهرة؟'],
    ['hi', 'मैरी क्यूरी का जन्म 1867 में वारसॉ शहर में हुआ था।', 'मैरी क्यूरी का जन्म किस वर्ष में वारसॉ शहर में हुआ था?'],
    ['zh', '苏伊士运河在1869年正式通航。', '苏伊士运河在哪一年正式通航？'],
    ['ja', '徳川家康は1603年に江戸幕府を開いた。', '徳川家康は何年に江戸幕府を開いたか。'],
  ])('ask in %s for the year of %s', async (code, text, stem) => {
    expect((await asked(text, code)).find(({ asks }) => asks === 'year')).toEqual({ asks: 'year', stem, answer: /\d{4}/.exec(text)![0] });
  });

  it.each([
    ['de', 'Marie Curie entdeckte 1898 in Paris das Radium.', 'Wer entdeckte 1898 in Paris das Radium?'],
    ['fr', 'Marie Curie découvrit le radium en 1898 à Paris.', 'Qui découvrit le radium en 1898 à Paris\u00a0?'],
    ['es', 'Robert Koch descubrió el bacilo en 1882 en Berlín.', '¿Quién descubrió el bacilo en 1882 en Berlín?'],
    ['nl', 'Vincent van Gogh verhuisde in 1886 naar Parijs.', 'Wie verhuisde in 1886 naar Parijs?'],
    ['ru', 'Михаил Ломоносов основал университет в 1755 году.', 'Кто основал университет в 1755 году?'],
  ])('ask in %s who did it: %s', async (code, text, stem) => expect(await stems(text, code)).toContain(stem));

  it('ask for nobody where the verb would show a woman or several', async () => {
    expect((await asked('Maria Skłodowska odkryła polon i rad w 1898 roku.', 'pl')).filter(({ asks }) => asks === 'person')).toEqual([]);
    expect((await asked('Marie Curie und Pierre Curie entdeckten 1898 das Radium.', 'de')).filter(({ asks }) => asks === 'person')).toEqual(
      [],
    );
  });

  it.each([
    ['de', 'Die Photosynthese ist ein Prozess, bei dem Pflanzen Licht in Energie verwandeln.', 'Was ist die Photosynthese?'],
    ['es', 'La fotosíntesis es el proceso por el cual las plantas convierten la luz.', '¿Qué es la fotosíntesis?'],
    ['fr', "La photosynthèse est le processus par lequel les plantes captent l'énergie.", "Qu'est-ce que la photosynthèse\u00a0?"],
    ['fr', "Une constitution est un ensemble de règles qui organise les pouvoirs d'un État.", "Qu'est-ce qu'une constitution\u00a0?"],
    ['it', 'La fotosintesi è il processo con cui le piante usano la luce.', 'Che cosa è la fotosintesi?'],
    ['ru', 'Фотосинтез — это процесс образования органических веществ на свету.', 'Что такое фотосинтез?'],
    ['pl', 'Fotosynteza to proces, w którym rośliny wytwarzają cukry z wody.', 'Co to jest fotosynteza?'],
    ['tr', 'Fotosentez, bitkilerin ışığı kimyasal enerjiye dönüştürdüğü süreçtir.', 'Fotosentez nedir?'],
    ['ar', 'التمثيل الضوئي هو عملية تحول بها النباتات الطاقة الضوئية إلى طاقة كيميائية.', 'ما هو التمثيل الضوئي؟'],
    ['zh', '光合作用是植物利用光能把二氧化碳和水转化为有机物的过程。', '什么是光合作用？'],
    ['ja', '光合成とは、植物が光エネルギーを化学エネルギーに変換する過程である。', '光合成とは何か。'],
  ])('ask in %s what is defined: %s', async (code, text, stem) => expect(await stems(text, code)).toContain(stem));

  it.each([
    ['de', 'Die Zellmembran trennt das Innere der Zelle von ihrer Umgebung.', 'Was trennt das Innere der Zelle von ihrer Umgebung?'],
    ['it', "La membrana plasmatica separa la cellula dall'ambiente esterno.", "Che cosa separa la cellula dall'ambiente esterno?"],
    ['es', 'La membrana plasmática regula el paso de sustancias a la célula.', '¿Qué regula el paso de sustancias a la célula?'],
  ])('ask in %s what does it: %s', async (code, text, stem) => expect(await stems(text, code)).toContain(stem));

  it.each([
    ['de', 'Im Jahr 1869 wurde der Kanal eröffnet und 1875 von den Briten gekauft.'],
    ['de', 'Der einfachste Ansatz besteht darin, die Epitope der Oberfläche zu verändern.'],
    ['de', 'Die Ribosomen bilden aus Aminosäuren die Eiweiße der Zelle.'],
    ['es', 'La catedral es la más grande de todas las iglesias del país entero.'],
    ['uk', 'Дніпро — третя за довжиною річка Європи, а Дніпра довжина велика.'],
  ])('ask nothing in %s of %s', async (code, text) => expect(await stems(text, code)).toEqual([]));
});
