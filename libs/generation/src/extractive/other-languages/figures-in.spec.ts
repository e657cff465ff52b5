import { figuresIn } from './figures-in';
import { LANGUAGES } from './languages';

const figures = (code: string, text: string) =>
  figuresIn(
    text,
    LANGUAGES.find((language) => language.code === code)!,
  ).map(({ kind, text: figure }) => `${kind} ${figure}`);

describe('figuresIn', () => {
  it.each([
    ['de', 'Im Jahr 1869 wurde der Suezkanal eröffnet.', ['year 1869']],
    ['de', 'Melvin Calvin erhielt 1961 den Nobelpreis.', ['year 1961']],
    ['de', 'Der Ort hatte 1500 Einwohner und zwei Kirchen.', ['count zwei']],
    ['de', 'Am 13. August 1961 wurde die Mauer errichtet.', ['date 13. August 1961']],
    ['de', 'Im 19. Jahrhundert verbreitete sich die Dampfmaschine.', ['century 19']],
    ['ru', 'Землетрясение XX века произошло 22 мая 1960 года.', ['date 22 мая 1960']],
    ['de', 'Karl der Große wurde im Jahr 800 in Rom gekrönt.', ['year 800']],
    ['ar', 'أسس المنصور مدينة بغداد في عام 762.', ['year 762']],
    ['zh', '唐朝建立于618年，国都是长安。', ['year 618']],
    ['zh', '宫殿有300年历史。', []],
    ['ja', '平安京は794年に建設された。', ['year 794']],
    ['es', 'Está a unas 25 millas (40 km) al sur de Georgia.', []],
    ['de', 'Sie begann Mitte der sechziger Jahre im 20. Jahrhundert.', []],
    ['es', 'La guerra en la década de 1620 provocó la abolición de los privilegios.', ['decade 1620']],
    ['de', 'In den 1970er-Jahren sahen viele den Sender ABC.', ['decade 1970er']],
    ['hi', '1980 के दशक में नेटवर्क बढ़ा।', ['decade 1980']],
    ['es', 'La ley requiere una mayoría de tres quintas partes en la cámara.', []],
    ['de', 'Die Wälder sammelten 0,62 ± 0,37 Tonnen Kohlenstoff an.', []],
    ['de', 'Die Mitose besteht aus vier Phasen.', ['count vier']],
    ['es', 'Colón llegó a América el 12 de octubre de 1492.', ['date 12 de octubre de 1492']],
    ['fr', 'Le canal mesure 193 kilomètres de long.', ['count 193']],
    ['fr', 'Il régna entre 1859 et 1869 sur la France.', []],
    ['it', 'Nel XV secolo la flotta contava 3.300 navi.', ['century XV', 'count 3.300']],
    ['pt', 'Cerca de 70 % da massa é água.', ['percent 70']],
    ['nl', 'In Nederland kwamen 1836 mensen om het leven.', ['count 1836']],
    ['pl', 'Kopernik urodził się 19 lutego 1473 roku.', ['date 19 lutego 1473']],
    ['ru', 'Глубина озера составляет 1642 метра.', ['count 1642']],
    ['ru', 'В мае 1945 года война закончилась.', ['date мае 1945']],
    ['uk', 'Університет засновано в 1834 році.', ['year 1834']],
    ['tr', 'Vücudun yaklaşık yüzde 60 kadarı sudur.', ['percent 60']],
    ['tr', "Vücudun yüzde 60'ı sudan oluşur.", []],
    ['ar', 'تأسست الجامعة في عام 1908.', ['year 1908']],
    ['hi', 'क्यूरी का जन्म 1867 में हुआ था।', ['year 1867']],
    ['zh', '中华人民共和国成立于1949年10月1日。', ['date 1949年10月1日']],
    ['zh', '秦始皇于公元前221年统一六国。', []],
    ['ja', '富士山の標高は3776メートルである。', ['count 3776']],
  ])('finds in %s of “%s” %j', (code, text, expected) => expect(figures(code, text)).toEqual(expected));
});
