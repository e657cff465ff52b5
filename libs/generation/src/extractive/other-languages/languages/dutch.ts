import { BARE, pairs, words, type Language } from '../language';
import { definitionTurn, low, PERSON, personTurn, YEAR, yearTurn } from '../turns';

const common = words(
  'alleen altijd nooit nog al de het een van en of in op te ten ter met voor door naar uit bij aan over onder om als ook hoe dat die zich na sinds tot tegen zonder is zijn was waren wordt worden werd werden heeft hebben had hadden niet meer kan kunnen tussen tijdens ongeveer er haar hun alle veel verschillende jaar eind rond vanaf',
);
const VERB =
  '(?:werd(?:en)?|was|waren|had(?:den)?|begon(?:nen)?|ontstond(?:en)?|stierf|won(?:nen)?|kreeg|verloor|schreef|vond|kwam(?:en)?|ging(?:en)?|nam(?:en)?|gaf|verscheen|sloot|brak|viel|\\p{Ll}{3,}(?:de|te)n?)';

export const DUTCH: Language = {
  ...BARE,
  code: 'nl',
  common,
  opens: words(
    'vergelijkbare soortgelijke hij zij ze dit deze die dat daarbij daarom daardoor daarmee daarna daarop daaruit daarvan daarvoor daar hier hierbij hierdoor hiermee dan dus zo bovendien verder echter maar en of want toch later eerder intussen inmiddels beide sommige andere enkele zijn haar hun wie wat hoe waar waarom welke men toen ook evenals tegelijkertijd vervolgens uiteindelijk ten_slotte dergelijke zulke er als omdat',
  ),
  leans: words(
    'dus echter daarentegen ik mij me mijn wij we ons onze jij je jouw u uw jullie dit deze dergelijke zulke bovenstaande volgende vorige genoemde dezelfde hetzelfde toen gisteren hier hiervan hierbij hierdoor daarna',
  ),
  subjects: words('hij zij ze'),
  aside: /(?<=\p{L}) (?:echter|evenwel|bijvoorbeeld|daarom|bovendien)(?= \p{L})/gu,
  more: /(?<=^(?!(?:Toen|Als|Hoewel|Omdat|Nadat|Terwijl|Voordat|Om|Niet|Wie|Wat) )\S+ [^,]*), (?:maar|terwijl|waardoor|omdat|hoewel|want) .*(?=\.$)/u, // prettier-ignore
  leaning:
    /^(?:Het (?:is|was|werd|wordt|heeft|kan|gaat|bestaat|ligt|leidt)|In het bijzonder|Over het algemeen|Bijvoorbeeld|In totaal|(?:Een|De|Het) (?:ander|andere|tweede|derde))(?!\p{L})|(?<!\p{L})(?:jaar later|in datzelfde|even later|zie (?:ook|figuur|tabel|afbeelding))(?!\p{L})/iu,
  past: /(?<!\p{L})(?:werd|werden|was|waren|had|hadden|\p{L}{3,}(?:kte|pte|tte|dde|gde|nde|rde)n?)(?!\p{L})/u,
  definiteArticles: words('de het'),
  articles: words('de het een'),
  within: words('in te'),
  by: words('door'),
  of: words('van'),
  besides: words('van op met voor naar uit bij aan over onder tegen tussen tot'),
  generic: words(
    'tekst cursus ouders kinderen definitie versie patiënt arts leraar leerling student klant gebruiker document bestand eerste laatste nieuwe stad land staat rivier meer berg eiland oorlog slag koning koningin keizer president regering partij bedrijf maatschappij groep organisatie universiteit school kerk gebouw huis brug kanaal straat plein film boek roman werk serie album lied spel ploeg team project programma wet verdrag akkoord methode systeem proces begrip naam woord artikel auteur studie theorie regio gebied gemeente wijk dorp hoofdstad bevolking inwoners kolonie leger troepen rijk dynastie museum park collectie tentoonstelling beslissing resultaat gevolg oorzaak probleem idee aantal machine toestel model soort geslacht stof element geval deel tijd jaar jaren dag einde begin procent miljoen vorm mensen leden helft reden voorbeeld hoofdstuk wereld leven man vrouw vader moeder zoon dochter broer zus',
  ),
  acts: /^(?:ontdekte|schreef|publiceerde|schilderde|componeerde|ontwikkelde|ontwierp|kreeg|won|regeerde|trouwde|studeerde|beschreef|formuleerde|bewees|bouwde|versloeg|veroverde|ondertekende|reisde|vertaalde|leefde|werkte|stierf|verhuisde|stichtte|voltooide|werd (?:\S+ ){0,6}(?:geboren|vermoord))(?!\p{L})/u, // prettier-ignore
  verbs: words(
    'bevat bevatten produceert produceren regelt regelen absorbeert absorberen scheidt scheiden bestaat bestaan vormt vormen vervoert vervoeren beschermt beschermen slaat zet zetten gebruikt gebruiken omvat omvatten veroorzaakt veroorzaken verbindt verbinden bedekt bedekken meet meten ontvangt ontvangen wekt wekken verhoogt verhogen verlaagt verlagen beïnvloedt beïnvloeden bepaalt bepalen beschrijft beschrijven verklaart verklaren heeft hebben kan kunnen is zijn werd werden was waren dient dienen helpt helpen maakt maken levert leveren houdt houden vereist vereisen weerspiegelt speelt spelen bereikt bereiken beperkt beperken omgeeft omgeven stroomt stromen wordt worden zorgt zorgen neemt nemen geeft geven ligt liggen',
  ),
  whatDoes: 'Wat',
  titles: words('koning koningin keizer keizerin president paus bisschop hertog graaf prins prinses generaal professor dr natuurkundige scheikundige astronoom wiskundige filosoof dichter architect ingenieur schilder componist schrijver sultan tsaar admiraal ontdekkingsreiziger minister'), // prettier-ignore
  yearBefore: /(?:(?<!\p{L})(?:jaar|in|sinds|vanaf|rond|eind|begin)\s|\()$/iu,
  century: /(?<n>\d{1,2})(?:e|de|ste) eeuw/gu,
  numbers: 'twee drie vier vijf zes zeven acht negen tien elf twaalf'.split(' '),
  earlyYear: [/(?<!\p{L})jaar\s$/u, /(?:)/u],
  percentAfter: /^\s?(?:%|procent)/u,
  opposites: pairs(
    'noorden/zuiden oosten/westen noordelijk/zuidelijk noordelijke/zuidelijke oostelijke/westelijke meer/minder grotere/kleinere grootste/kleinste hoge/lage hoger/lager hogere/lagere hoogste/laagste stijgt/daalt stijgen/dalen snelle/langzame warme/koude warm/koud positieve/negatieve binnen/buiten altijd/nooit linker/rechter directe/indirecte sterk/zwak sterke/zwakke',
  ),
  definitions: [
    /^(?<what>.{15,200}) (?:wordt|worden) (?:ook )?(?:de |het )?(?<subject>\p{Ll}[\p{L}-]{3,}) genoemd$/u,
    /^(?<what>.{15,200}) (?:heet|heten|noemt men) (?:de |het )?(?<subject>\p{Ll}[\p{L}-]{4,})$/u,
    /^(?<article>De |Het |Een )?(?<subject>\p{L}[\p{L}-]{4,}) (?:is|zijn) (?<what>(?:een|de|het) (?!\p{L}+ste ).{16,220})$/u,
  ],
  turns: [
    yearTurn(new RegExp(`^In (?:het jaar )?${YEAR} (?<rest>\\p{Ll}.+)$`, 'u'), ({ rest }) => `In welk jaar ${rest}?`),
    yearTurn(
      new RegExp(`^(?<subject>(?:[^\\s,]+ ){0,6}?[^\\s,]+) (?<verb>${VERB}) (?<middle>[^,]*?)in (?:het jaar )?${YEAR}(?<end> [^,]*)?$`, 'u'),
      ({ subject, verb, middle, end = '' }) => `In welk jaar ${verb} ${low(subject!, common)} ${middle}${end}?`,
    ),
    personTurn(new RegExp(`^${PERSON} (?<rest>(?!en |of |van |de |het |uit |in |is )\\p{Ll}+ [^;:,]{12,})$`, 'u'), ({ rest }) => `Wie ${rest}?`),
    definitionTurn(
      /^(?<subject>(?:De|Het|Een) \p{L}[\p{L}-]{5,}|\p{Lu}[\p{L}-]{5,}) (?<verb>is|zijn) (?<answer>(?:een|de|het) (?!\p{L}+ste )[^;:]{24,220})$/u,
      ({ subject, verb }) => `Wat ${verb} ${/^(?:De|Het|Een) /u.test(subject!) ? low(subject!, common) : lowered(subject!)}?`,
    ),
  ], // prettier-ignore
};

/** A word of the language, and no name, as it is defined. */
const lowered = (subject: string) => subject.charAt(0).toLowerCase() + subject.slice(1);
