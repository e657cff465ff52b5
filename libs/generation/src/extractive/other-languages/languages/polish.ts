import { BARE, pairs, words, type Language } from '../language';
import { definitionTurn, low, PERSON, personTurn, YEAR, yearTurn } from '../turns';

const common = words(
  'zawsze nigdy jeszcze już w we z ze na do od o po za przez dla przy pod nad przed między i a oraz lub że się jest są był była było byli były nie jak także też który która które którzy którego której w którym tym to jego jej ich roku latach około ponad wiele każdy gdy kiedy gdzie ale już tylko jako według podczas przeciw u ku bez niż co został została zostało zostały',
);

export const POLISH: Language = {
  ...BARE,
  code: 'pl',
  common,
  opens: words(
    'podobny podobna podobne analogiczny analogiczna był była było byli jest są został została zostało on ona ono oni one ten ta to te ci tego tej temu tym tych tamten jego jej ich jemu im taki taka takie tacy dlatego zatem więc jednak ponadto poza następnie potem później wtedy wówczas tam tu tutaj też także również oraz i a ale lecz natomiast zaś inni inne inny niektóre niektórzy oba obie obaj kto co jak gdzie kiedy dlaczego który która które jeśli jeżeli gdyż ponieważ bowiem tak takim stąd dzięki_temu',
  ),
  leans: words(
    'zatem więc jednak natomiast ja mnie mi mój moja moje my nas nam nasz nasza nasze naszego ty twój państwo ten ta te tego tej temu tych tymi tamten tamtej taki taka takie takiego takich wczoraj wtedy wówczas teraz powyższy powyższe następujący następujące tenże',
  ),
  subjects: words('on ona oni'),
  connective: /^(?:Jednak|Jednakże|Ponadto|Na przykład|Natomiast),? /u,
  aside: /(?<=\p{L}) (?:jednak|natomiast|ponadto)(?= \p{L})/gu,
  leaning:
    /^(?:Ponadto|W szczególności|Przy tym|Oprócz|Mimo to|Na przykład|Co więcej|W ogóle)(?!\p{L})|(?<!\p{L})(?:lat później|tym samym|tego samego|rok później|patrz|zob\.|w tym czasie)(?!\p{L})/iu,
  possessives: words('jego jej ich swój swoje swoją'),
  within: words('w we'),
  by: words('przez'),
  besides: words('z ze na do od o po za dla przy pod nad przed między u ku bez'),
  generic: words(
    'przykład wariant wersja definicja pacjent lekarz nauczyciel uczeń student klient użytkownik dokument pierwszy pierwsza pierwsze ostatni nowa nowy miasto kraj państwo rzeka jezioro góra wyspa wojna bitwa król królowa cesarz prezydent rząd partia firma przedsiębiorstwo spółka grupa organizacja uniwersytet uczelnia szkoła kościół budynek dom most kanał ulica plac film książka powieść dzieło utwór serial album piosenka gra drużyna projekt program ustawa traktat umowa metoda system proces pojęcie nazwa słowo artykuł autor autorka badanie teoria region obszar gmina dzielnica wieś stolica ludność mieszkańcy kolonia armia wojska cesarstwo dynastia muzeum park kolekcja wystawa decyzja wynik przyczyna problem liczba maszyna urządzenie model gatunek rodzaj substancja pierwiastek przypadek część czas rok lata dzień koniec początek tysięcy milionów osób ludzi większość połowa',
  ),
  acts: /^(?:(?:odkrył|wynalazł|założył|napisał|opublikował|namalował|skomponował|opracował|otrzymał|zdobył|rządził|poślubił|studiował|opisał|sformułował|udowodnił|zbudował|pokonał|podbił|podpisał|przetłumaczył|żył|zmarł|urodził|zaproponował|ogłosił|objął|przeniósł|wykazał)a?)(?!\p{L})/u, // prettier-ignore
  verbs: words(
    'zawiera zawierają produkuje produkują wytwarza wytwarzają reguluje regulują pochłania pochłaniają oddziela oddzielają umożliwia umożliwiają tworzy tworzą transportuje transportują chroni chronią kontroluje kontrolują magazynuje magazynują uwalnia uwalniają przekształca przekształcają wykorzystuje wykorzystują obejmuje obejmują powoduje powodują łączy łączą pokrywa pokrywają mierzy mierzą zwiększa zwiększają zmniejsza zmniejszają określa określają opisuje opisują wyjaśnia wyjaśniają stanowi stanowią posiada posiadają ma mają może mogą jest są służy służą pomaga pomagają pełni pełnią dzieli dzielą utrzymuje utrzymują wymaga wymagają osiąga osiągają otacza otaczają przenosi przenoszą odpowiada odpowiadają zachodzi zachodzą składa',
  ),
  whatDoes: 'Co',
  titles: words('król królowa cesarz prezydent papież biskup książę hrabia generał profesor fizyk chemik astronom matematyk filozof poeta architekt inżynier malarz kompozytor pisarz sułtan car admirał podróżnik uczony minister marszałek hetman króla cesarza'), // prettier-ignore
  declines: true,
  yearAfter: /^\s(?:roku|r\.)/u,
  yearBefore: /\((?:\p{Ll}+\.?\s)?$|(?<!\p{L})(?:latach|rok)\s$/u,
  century: /(?<n>[IVX]{1,5}) wiek\p{L}{0,2}/gu,
  earlyYear: [/(?:)/u, /^ roku/u],
  percentAfter: /^\s?(?:%|procent)/u,
  opposites: pairs(
    'północy/południu północnej/południowej północny/południowy wschodzie/zachodzie wschodniej/zachodniej więcej/mniej większy/mniejszy większa/mniejsza większe/mniejsze wysoki/niski wysoka/niska wysokie/niskie największy/najmniejszy zwiększa/zmniejsza rośnie/maleje dodatni/ujemny dodatnie/ujemne wewnętrzny/zewnętrzny zawsze/nigdy szybko/wolno ciepłe/zimne',
  ),
  definitions: [
    /^(?<what>.{15,200}) (?:nazywa się|nazywamy|nazywane są|nazywany jest|nazywana jest|nosi nazwę) (?<subject>\p{Ll}[\p{L}-]{3,}(?: \p{Ll}[\p{L}-]{3,})?)$/u,
    /^(?<article>)(?<subject>\p{Lu}[\p{Ll}-]{4,}(?: \p{Ll}[\p{L}-]{2,}){0,2}) (?:to|–|—) (?<what>(?!nie )\p{Ll}.{20,220})$/u,
    /^(?<article>)(?<subject>\p{Lu}[\p{Ll}-]{4,}(?: \p{Ll}[\p{L}-]{2,}){0,1}) (?:jest|są) (?<what>(?!naj)\p{Ll}.{20,220})$/u,
  ],
  turns: [
    yearTurn(new RegExp(`^W ${YEAR} roku (?<rest>.+)$`, 'u'), ({ rest }) => `W którym roku ${rest}?`),
    yearTurn(new RegExp(`^(?<before>[^,]+?) w ${YEAR} roku(?<end> [^,]*)?$`, 'u'), ({ before, end = '' }) => `W którym roku ${low(before!, common)}${end}?`),
    personTurn(new RegExp(`^${PERSON} (?<rest>(?!i |oraz |to |jest |w |z )\\p{Ll}+(?<!ła|ły|ło|li|są) [^;:,]{12,})$`, 'u'), ({ rest }) => `Kto ${rest}?`),
    definitionTurn(
      /^(?<subject>\p{Lu}[\p{Ll}-]{5,}(?: \p{Ll}[\p{L}-]{2,}){0,1}) to (?<answer>\p{Ll}[^;:]{24,220})$/u,
      ({ subject }) => `Co to jest ${subject!.charAt(0).toLowerCase()}${subject!.slice(1)}?`,
    ),
  ], // prettier-ignore
};
