import { languageOf } from './language-of';

describe('languageOf', () => {
  it.each([
    ['de', 'Die Stadt liegt an der Elbe und ist seit dem Jahr 1815 die Hauptstadt von Sachsen.'],
    ['es', 'La ciudad fue fundada por los romanos en el siglo II y es la capital de la provincia.'],
    ['fr', 'La ville est située sur la rive gauche du fleuve et compte près de deux cent mille habitants.'],
    ['it', 'La città si trova nella valle del fiume ed è il capoluogo della provincia.'],
    ['pt', 'A cidade fica na margem do rio e foi fundada pelos portugueses no século XVI.'],
    ['nl', 'De stad ligt aan de rivier en is sinds 1815 de hoofdstad van de provincie.'],
    ['pl', 'Miasto leży nad rzeką i od XIV wieku jest stolicą województwa, a także siedzibą biskupa.'],
    ['ru', 'Город расположен на берегу реки и с XIV века является столицей области.'],
    ['uk', 'Місто розташоване на березі річки і з XIV століття є столицею області.'],
    ['tr', 'Şehir nehrin kıyısında yer alır ve 14. yüzyıldan beri bir bölge merkezi olarak bilinir.'],
    [
      'tr',
      'Topkapı Sarayı 1924 yılında müze oldu. Yaşar Kemal İnce Memed romanını 1955 yılında yayımladı. Roman, insan hayatını anlatan uzun bir düzyazı türüdür. Harf Devrimi 1928 yılında yapıldı.',
    ],
    ['ar', 'تقع المدينة على ضفة النهر وهي عاصمة الإقليم منذ القرن الرابع عشر.'],
    ['hi', 'यह नगर नदी के किनारे पर स्थित है और राज्य की राजधानी है।'],
    ['zh', '这座城市位于河边，自十四世纪以来一直是省会。'],
    ['ja', 'この都市は川のほとりに位置し、県庁所在地である。'],
  ])('tells %s', (code, text) => expect(languageOf(text)?.code).toBe(code));

  it.each([
    'Staden ligger vid floden och är sedan 1634 residensstad i länet med omkring hundra tusen invånare.',
    'Město leží na řece a od čtrnáctého století je krajským městem.',
    'Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore.',
    '도시는 강가에 있으며 도청 소재지이다.',
    '',
    '12 34 56',
  ])('knows nothing of %s', (text) => expect(languageOf(text)).toBeUndefined());
});
