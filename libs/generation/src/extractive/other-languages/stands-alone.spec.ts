import { LANGUAGES } from './languages';
import { standsAlone } from './stands-alone';

const stands = (code: string, text: string) =>
  standsAlone(
    text,
    LANGUAGES.find((language) => language.code === code)!,
  );

describe('standsAlone', () => {
  it.each([
    ['de', 'Robert Koch entdeckte 1882 in Berlin das Bakterium der Tuberkulose.'],
    ['de', 'Marie Curie und ihr Mann entdeckten 1898 in Paris das Radium.'],
    ['de', 'Das Chlorophyll nimmt vor allem rotes und blaues Licht auf.'],
    ['nl', 'Het Akkoord van Parijs werd in december 2015 gesloten.'],
    ['ru', 'Вулкан — это гора, из которой на поверхность выходят магма, газы и пепел.'],
    ['es', 'Vasco da Gama llegó a la India en 1498 por mar.'],
    ['fr', 'Louis Pasteur annonça en 1885, quand il eut guéri un enfant, un vaccin contre la rage.'],
    ['it', "Vittorio Emanuele II fu il primo re d'Italia e morì nel 1878."],
    ['pl', 'W 1364 roku Kazimierz Wielki założył Akademię Krakowską.'],
    ['ru', 'Озеро Байкал находится в Восточной Сибири и является самым глубоким в мире.'],
    ['ar', 'أسس المنصور مدينة بغداد في عام 762 على نهر دجلة.'],
    ['zh', '唐朝建立于618年，都城设在长安。'],
    ['ja', '徳川家康は1603年に江戸幕府を開いた。'],
    ['hi', 'मैरी क्यूरी का जन्म 1867 में वारसॉ में हुआ था।'],
    ['tr', 'Fatih Sultan Mehmet 1453 yılında Bizans başkentini fethetti.'],
  ])('holds of a sentence that names what it speaks of (%s): %s', (code, text) => expect(stands(code, text)).toBe(true));

  it.each([
    ['de', 'a pronoun', 'Er wurde 1867 in Warschau geboren und starb in Passy.'],
    ['de', 'a pronoun in the main clause', 'Im Jahr 1905 veröffentlichte er in Bern vier Arbeiten.'],
    ['de', 'a pronoun of the first clause', 'Als er die Tür öffnete, war das Zimmer in Warschau leer.'],
    ['de', 'a demonstrative', 'Im Jahr 1815 wurde diese Ordnung in Wien beschlossen.'],
    ['de', 'a kind of thing', 'Die Stadt wurde im Jahr 1241 von den Mongolen zerstört.'],
    ['de', 'a kind of thing after a preposition', 'Nach dem Krieg wurde Warschau in wenigen Jahren aufgebaut.'],
    ['de', 'a numbered definition', 'Die Aussage folgt wie in Definition 31.a aus der Stetigkeit der Abbildung.'],
    ['de', 'something that brought it about', 'Die Beziehung der beiden ist damit noch enger geworden.'],
    ['de', 'a page', 'Die Definition einer Isotopie kann auf Seite 20 nachgelesen werden.'],
    ['de', 'what stands above', 'Die oben stehenden Ausführungen machen die Folgen der Theorie deutlich.'],
    ['de', 'another', 'Eine weitere Ergänzung brachte Karl Abraham durch seine Annahmen.'],
    ['ru', 'an order', 'Объединить файлы в один файл, используя расширение для слияния, можно без настроек.'],
    ['ru', 'somebody else', 'В частности, в 2006 году партнёрство направило на ремонт систем 700 млн рублей.'],
    ['ru', 'what was said', '«Компании рассматривают вложения в водный бизнес»,— считает руководитель проектов направления.'],
    ['de', 'a letter of a formula', 'Die Abbildung bildet jeden Punkt von X auf einen Punkt ab.'],
    ['de', 'the reader', 'Im Jahr 1989 hätten Sie in Berlin die Mauer fallen sehen.'],
    ['de', 'no verb', 'Aufgaben und Privilegien der Behörden und der Gemeinde.'],
    ['de', 'an abbreviation at which it was cut', 'Die Warschauer Börse hatte 2009 einen Wert von 162 Mio.'],
    ['de', 'the end of a date', 'Jahrhundert verließen etwa 200.000 Hugenotten das Land der Könige.'],
    ['es', 'a possessive', 'En su vida escribió más de doscientos libros sobre medicina.'],
    ['es', 'no subject', 'Fue construido en 1889 por Gustave Eiffel en París.'],
    ['es', 'a demonstrative', 'En 1962 se firmó en París este acuerdo entre los países.'],
    ['fr', 'a pronoun in the main clause', 'En 1903 elle reçut le prix Nobel de physique à Stockholm.'],
    ['it', 'a kind of thing later on', 'Napoleone Bonaparte occupò la città nel 1797 con le sue truppe.'],
    ['pt', 'a pronoun', 'Ela é hoje a terceira maior cidade do Brasil em população.'],
    ['de', 'a demonstrative article', 'Das führte in Polen zum Bau von Hunderten von Kirchen.'],
    ['nl', 'a pronoun', 'Het werd in 1953 na de ramp in Zeeland besloten.'],
    ['nl', 'a kind of thing later on', 'Bijna tweehonderd landen hebben het verdrag ondertekend.'],
    ['nl', 'a pronoun', 'Ze werden gebouwd na de watersnood van 1953 in Zeeland.'],
    ['pl', 'a possessive', 'Jego dzieło ukazało się w 1543 roku w Norymberdze.'],
    ['ru', 'the same', 'По такому же сценарию развивается проект компании в Самаре.'],
    ['ru', 'a kind of thing', 'Город был основан в 1703 году по приказу царя.'],
    ['uk', 'a pronoun', 'Він був автором багатьох праць з історії України.'],
    ['tr', 'a demonstrative', 'Bu eser 1575 yılında Edirne şehrinde tamamlandı.'],
    ['ar', 'a demonstrative', 'أدى هذا القرار إلى حرب في عام 1956 بين الدول.'],
    ['ar', 'a kind of thing', 'افتتحت القناة في عام 1869 بعد عشر سنوات من العمل.'],
    ['hi', 'a pronoun', 'उन्होंने 1946 में राष्ट्रीय चैंपियनशिप भी जीती।'],
    ['zh', 'a demonstrative', '这一决定于1956年引发了第二次中东战争。'],
    ['ja', 'a demonstrative', 'この決定は1956年に第二次中東戦争を引き起こした。'],
  ])('does not hold in %s of %s: %s', (code, _, text) => expect(stands(code, text)).toBe(false));
});
