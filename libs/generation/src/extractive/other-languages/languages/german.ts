import { family, familyOf } from '../families';
import { BARE, pairs, words, type Language } from '../language';
import { definitionTurn, low, PERSON, personTurn, YEAR, yearTurn } from '../turns';

const common = words(
  'der die das den dem des ein eine einen einem einer eines und oder ist sind war waren wird werden wurde wurden hat haben hatte hatten nicht mit von zu zum zur im in am an auf aus bei für durch über unter um als auch wie dass sich nach vor seit bis gegen ohne nur noch mehr kann können zwischen während wegen rund etwa vom beim ins ans laut jeder jede jedes alle viele mehrere beide einige jahr jahre jahren mit nahe',
);
/** Verbs that stand second in a main clause of the past. */
const VERB =
  '(?:wurden?|waren?|hatten?|begann(?:en)?|endeten?|entstand(?:en)?|starb(?:en)?|gewann(?:en)?|erhielt(?:en)?|verlor(?:en)?|schrieb(?:en)?|fand(?:en)?|kam(?:en)?|ging(?:en)?|trat(?:en)?|nahm(?:en)?|gab(?:en)?|erschien(?:en)?|zog(?:en)?|ließ(?:en)?|schloss(?:en)?|schuf(?:en)?|brach(?:en)?|fiel(?:en)?|stieg(?:en)?|\\p{Ll}{3,}te(?:n)?)';

export const GERMAN: Language = {
  ...BARE,
  code: 'de',
  common,
  opens: words(
    'sei seien erstens zweitens drittens rechts links er sie es dies diese dieser dieses diesem diesen jene jener jenes solche solcher dabei daher dennoch deshalb deswegen dadurch damit danach darauf daraufhin daraus davon dafür dagegen dazu dort hier hierbei hierzu hierdurch hierfür dann denn also so somit folglich schließlich zudem außerdem ferner weiterhin jedoch allerdings aber und oder sondern doch trotzdem stattdessen anschließend später zuvor vorher inzwischen mittlerweile erst beide beides einige manche andere anderer weitere letztere letzterer ihr ihre ihrem ihren ihrer sein seine seinem seinen seiner dessen deren was wer wie wo warum welche welcher man zunächst nun damals ebenso ebenfalls auch gleichzeitig entsprechend entsprechende ähnlich ähnliche entsprechender diesbezügliche jahrhundert jahrhunderts januar februar märz april mai juni juli august september oktober november dezember darin darunter darüber daran seitdem seither ersterer beispielsweise zusätzlich insgesamt natürlich nämlich vgl siehe',
  ),
  leans: words(
    'zuvor desselben derselben also oben unten jedoch allerdings hingegen dagegen deshalb daher dadurch somit ihnen ich mich mir mein meine meinen meiner meinem wir uns unser unsere unserem unseren unserer dies diese dieser dieses diesem diesen jene jener jenes jenem jenen solche solcher solches solchen obige obigen folgende folgender folgendes folgenden vorige vorigen vorliegende vorliegenden genannte genannten erwähnte erwähnten damals derselbe dieselbe dasselbe denselben demselben letztere letzterer letzteren siehe vgl usuelle hierbei hierzu deine dein ihm gestern stattdessen daraufhin jetzt',
  ),
  subjects: words('er sie ihn'),
  connective: /^Auch (?!wenn|ob|als|dass|hier|dort|da(?:mit|bei|für|durch)|dies|nach|vor|er |sie |es )/u,
  aside: /(?<=\p{L})(?<!, \p{L}+) (?:jedoch|allerdings|dennoch|daher|deshalb|somit|zudem|außerdem|hingegen|beispielsweise|ebenfalls|wiederum|folglich|trotzdem)(?= \p{L})/gu, // prettier-ignore
  more: /(?<=^(?!(?:Als|Wenn|Da|Obwohl|Weil|Nachdem|Während|Bevor|Sobald|Solange|Falls|Um|Indem|Anstatt|Seit|Seitdem|Wer|Was|Wo|Wie|Auch|Nicht|Je) )\S+ [^,]*), (?:was|wobei|sodass|so dass|während|obwohl|obgleich|weil|da|und|aber|doch|denn) .*(?=\.$)/u, // prettier-ignore
  resolved: /(?<=, \p{L}+ )(?:jedoch|allerdings)(?= )|^(?:Einige|Manche) (?=(?:\p{Ll}+ )?\p{Lu})/gu,
  leaning: /^Eine[rs]? der \p{Ll}+te[nr]? \p{Lu}\p{Ll}+ (?:ist|war)(?!\p{L})|^(?:Zu sehen|In der Zwischenzeit|Ausgestellt|Frühe Versionen)(?!\p{L})|(?<!\p{L})(?:[Dd]u|von dort|dort) \p{Ll}|(?<!\p{L})(?:frühen|späten|im|zum|des|dem) \d{1,2}\.$|^\d{4} \p{Ll}+,|, (?:schreibt|sagt|meint|betont|erklärt|so) \p{Lu}|^[^,]*\s(?:damit|dabei|dadurch|daran|darin|davon|dafür|darauf|daraus|dazu|darüber|dorthin|dort|hierzu)\s[^,]*(?:$|, (?!dass |ob |wie |was |warum |wo |wer |indem |weshalb |wenn |[^,]*\szu\s|[^,]*zu\p{Ll}+en))|^(?:Das (?:ist|sind|war|waren|wird|wurde|hat|hatte|kann|führt|liegt|bedeutet|gilt|geschah|macht|heißt|\p{Ll}+te)|Zum Beispiel|Auf ähnliche|Ein Beispiel|Im Allgemeinen|Im Gegensatz|Im Gegenteil|Im Ergebnis|Auf diese|(?:Eine?|Der|Die|Das) (?:weiter|ander|zweit|dritt|nächst|letzt)e[rns]?)(?!\p{L})|(?<=\s)(?:Sie|Ihnen|Ihre?[nmrs]?)(?=[\s,])|(?<!\p{L})(?:im selben|im gleichen|im folgenden|im nächsten|am selben|zur gleichen|zur selben) |(?:Jahre|Monate|Tage|Wochen) (?:später|zuvor|danach)/u, // prettier-ignore
  past: /(?<!\p{L})(?:wurden?|waren?|hatten?|konnten?|mussten?|sollten?|kam(?:en)?|ging(?:en)?|begann(?:en)?|stieg(?:en)?|fiel(?:en)?|gab(?:en)?|erlitt(?:en)?|\p{Ll}{2,}(?:el|er|ig|ch|ss|tz|ier|nde|lde|de|e|k|p|b|t|ub|eb|rn|ll)ten?)(?![\p{L}])/u, // prettier-ignore
  finite: /(?<![\p{L}\p{M}])(?:ist|sind|war|waren|wird|werden|hat|haben|kann|können|muss|müssen|soll|gibt|\p{Ll}*(?:schrieb|fand|kam|ging|trat|nahm|gab|schien|zog|ließ|schloss|schuf|brach|fiel|stieg|blieb|hielt|stand|lag|sprach|traf|trug|schlug|wuchs|floh|gann|wann|starb|verlor|rief|lief|wies|floss|lud|sah|las|saß|hieß|bot|bat|warf|half|sank|zwang)|(?!(?:mit|seit|statt|samt|nicht|bereits|heute|letzte|erste|weite|gute|rechte|alte)(?!\p{L}))\p{Ll}{2,}(?:t|te|ten|en))(?![\p{L}\p{M}])/u, // prettier-ignore
  possessives: words('ihr ihre ihrem ihren ihrer sein seine seinem seinen seiner'),
  definiteArticles: words('der die das den dem des im am zum zur vom beim'),
  articles: words('der die das den dem des im am zum zur vom beim ein eine einen einem einer eines'),
  within: words('in'),
  by: words('von durch'),
  besides: words('nach aus bei mit für über unter an auf vor seit gegen zu um ohne zwischen'),
  generic: words(
    'norweger norwegern spanier spaniern engländer engländern italiener italienern amerikaner amerikanern dänen schotten iren campus gelände bundesstaat skript text kurs vorlesung eltern kinder frauen männer personen definition version patient patientin patienten arzt ärztin lehrer schüler student klient klientin kunde nutzer dokument datei traum erste ersten erster neue neuen große großen stadt land staat fluss see berg insel krieg schlacht könig kaiser königin präsident regierung partei firma unternehmen gesellschaft gruppe organisation verein universität schule kirche gebäude haus brücke kanal straße platz film buch roman werk serie album lied spiel mannschaft team projekt programm gesetz vertrag abkommen verfahren methode system prozess begriff name wort artikel autor autorin studie theorie region gebiet gemeinde bezirk dorf hauptstadt bevölkerung einwohner stadtteil kolonie armee truppen reich dynastie museum park sammlung ausstellung entscheidung ergebnis folge ursache problem idee zahl anzahl anlage maschine gerät modell art gattung stoff element fall teil zeit jahr jahre tag ende anfang beginn prozent millionen milliarden form weise menschen mensch leute mitglieder hälfte drittel grund möglichkeit beispiel abschnitt kapitel aufgabe frage seite mann frau kind vater form kraft betrieb verbindung bezug anspruch richtung ruhe zukunft gebrauch besitz gefahr höhe folge not arbeit hilfe freiheit frieden haft sicherheit mutter sohn tochter bruder schwester',
  ),
  acts: /^(?:führte|stellte|kritisierte|entdeckte|erfand|gründete|schrieb|verfasste|veröffentlichte|malte|komponierte|entwickelte|entwarf|erhielt|gewann|regierte|heiratete|studierte|beschrieb|formulierte|bewies|baute|besiegte|eroberte|unterzeichnete|landete|reiste|übersetzte|lehrte|starb|floh|lebte|arbeitete|wurde (?:\S+ ){0,6}geboren)(?!\p{L})/u, // prettier-ignore
  whatDoes: 'Was',
  titles: words('ökonom ökonomin historiker chirurg botaniker könig königin kaiser kaiserin präsident papst bischof kanzler herzog graf fürst general professor dr physiker chemiker astronom mathematiker philosoph dichter architekt ingenieur maler komponist schriftsteller forscher sultan zar admiral missionar biologe arzt erfinder minister'), // prettier-ignore
  declines: true,
  yearBefore:
    /(?:(?<!\p{L})Jahre?|^(?:Seit|Ab|Um|Von|Bis)|(?<!\p{L})(?:seit|ab|um|bis|von|Ende|Anfang|Mitte|Sommer|Winter|Frühjahr|Herbst))\s$|\($|^$/u,
  yearAfter: /^\s(?:wurden?|waren?|\p{Ll}+te[nt]?|als|von|in|mit|durch|durch|zum|zur|nach|bis|auf|an|am|und|den|die|das|der|dem|ein|eine|einen|begann|starb|kam|ging|erhielt|gewann|eröffnet|gegründet|geboren|ge\p{Ll}+t)(?!\p{L})|^[).,]|^$/u, // prettier-ignore
  century: /(?<n>\d{1,2})\. Jahrhunderts?/gu,
  numbers: 'zwei drei vier fünf sechs sieben acht neun zehn elf zwölf'.split(' '),
  earlyYear: [/(?<!\p{L})Jahre?\s$/u, /(?:)/u],
  percentAfter: /^\s?(?:%|Prozent)/u,
  opposites: pairs(
    'erste/letzte ersten/letzten erster/letzter begann/endete begannen/endeten gewann/verlor gewannen/verloren frühen/späten Anfang/Ende Mehrheit/Minderheit besser/schlechter ältesten/jüngsten älteste/jüngste vollständig/teilweise erlaubte/verbot erlaubten/verboten eröffnet/geschlossen erfolgreich/erfolglos Norden/Süden Osten/Westen nördlich/südlich nördlichen/südlichen östlich/westlich östlichen/westlichen Nordosten/Südwesten Nordwesten/Südosten mehr/weniger größer/kleiner größte/kleinste größten/kleinsten höher/niedriger höchste/niedrigste höchsten/niedrigsten hohe/niedrige hohen/niedrigen hoher/niedriger starke/schwache starken/schwachen stärker/schwächer große/kleine großen/kleinen lange/kurze langen/kurzen schnell/langsam schneller/langsamer maximale/minimale maximalen/minimalen positive/negative positiven/negativen innere/äußere inneren/äußeren innerhalb/außerhalb steigt/sinkt steigen/sinken stieg/sank zunächst/zuletzt öffentlichen/privaten warme/kalte warmen/kalten wärmeren/kälteren direkt/indirekt immer/nie häufig/selten häufige/seltene erhöht/verringert vergrößert/verkleinert links/rechts oberhalb/unterhalb obere/untere oberen/unteren verboten/erlaubt meisten/wenigsten',
  ),
  definitions: [
    /^(?<what>.{15,200}) (?:wird|werden) (?:auch |oft |meist )?(?:als )?(?<subject>\p{Lu}[\p{L}-]{3,})(?: \([^)]*\))? (?:genannt|bezeichnet)$/u,
    /^(?<what>.{15,200}) (?:heißt|heißen|nennt man) (?:auch )?(?<subject>\p{Lu}[\p{L}-]{4,})$/u,
    /^(?<article>Der |Die |Das |Eine? )?(?<subject>\p{Lu}[\p{L}-]{4,}) (?:ist|sind|bezeichnet|bezeichnen) (?<what>(?:eine?n?|der|die|das|den) (?!\p{L}+ste[nrs]? ).{16,220})$/u,
    /^(?:Unter|Als) (?<article>)(?<subject>\p{Lu}[\p{L}-]{4,}) (?:versteht man|bezeichnet man) (?<what>(?:in [^,]{3,40} )?(?:eine?n?|den|die|das) .{16,220})$/u,
  ],
  families: [
    familyOf(
      'französisch britisch deutsch spanisch italienisch polnisch russisch amerikanisch japanisch chinesisch niederländisch schwedisch portugiesisch griechisch türkisch österreichisch norwegisch dänisch ungarisch irisch',
      'e en er es em',
    ),
    familyOf('Franzosen Briten Deutschen Russen Portugiesen Dänen Türken Griechen Chinesen Iren', '-'),
    familyOf('nördlich südlich östlich westlich', '- e en er es em'),
    family('Norden/Süden/Osten/Westen'),
    family('Nordosten/Nordwesten/Südosten/Südwesten'),
  ],
  turns: [
    yearTurn(new RegExp(`^(?:Im Jahre? )?${YEAR} (?<rest>\\p{Ll}+ .+)$`, 'u'), ({ rest }) => `In welchem Jahr ${rest}?`),
    yearTurn(
      new RegExp(`^(?<subject>(?:[^\\s,]+ ){0,6}?\\p{Lu}[\\p{L}-]+) (?<verb>${VERB}) (?<middle>[^,]*?)(?:im Jahre? )?${YEAR}(?<end> [^,]*)?$`, 'u'),
      ({ subject, verb, middle, end = '' }) => (common.has(subject!.toLowerCase()) ? undefined : `In welchem Jahr ${verb} ${low(subject!, common)} ${middle}${end}?`),
    ),
    personTurn(new RegExp(`^${PERSON} (?<rest>(?!und |oder |von |der |die |das |aus |in |sowie |als |zu |zur |zum |bis )\\p{Ll}+ [^;:,]{12,})$`, 'u'), ({ rest }) => `Wer ${rest}?`),
    definitionTurn(
      /^(?<subject>(?:Der|Die|Das|Eine?) (?:\p{Ll}+ )?\p{Lu}[\p{L}-]{5,}|\p{Lu}[\p{L}-]{5,}) (?<verb>ist|sind) (?<answer>(?:eine?|der|die|das) (?!\p{L}+ste[nrs]? )[^;:]{24,220})$/u,
      ({ subject, verb }) => `Was ${verb} ${low(subject!, common)}?`,
    ),
  ], // prettier-ignore
};
