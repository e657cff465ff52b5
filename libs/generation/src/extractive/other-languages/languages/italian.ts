import { family } from '../families';
import { BARE, pairs, words, type Language } from '../language';
import { definitionTurn, low, PERSON, personTurn, YEAR, yearTurn } from '../turns';

const common = words(
  'solo sempre mai ancora già il lo la i gli le un uno una l di del dello della dei degli delle dell a al allo alla ai agli alle da dal dalla dai in nel nello nella nei negli nelle con su sul sulla per tra fra e o che si è sono fu furono era erano ha hanno non suo sua suoi come più anche cui ogni tutto tutti quando dove ma se circa oltre molti molte diversi secondo dopo prima contro verso durante',
);
const VERB =
  '(?:(?:fu|furono|venne|vennero|è stat[oa]|sono stat[ie]) \\p{Ll}+[aoei]|fu|furono|nacque|morì|vinse|ottenne|scrisse|prese|\\p{Ll}{3,}(?:ò|ì|arono|irono|erono))';

export const ITALIAN: Language = {
  ...BARE,
  code: 'it',
  common,
  opens: words(
    'simile analogo fu furono è sono era erano ha hanno nacque morì egli ella esso essa essi esse lui lei loro questo questa questi queste quello quella quelli quelle ciò suo sua suoi sue anche ma inoltre e o così allora poi quindi dunque infine tuttavia però pertanto perciò successivamente ovvero altri altre altro altra alcuni alcune tale tali qui lì là intanto se che chi quale quali come quando dove entrambi entrambe ognuno ciascuno invece infatti perché dopodiché',
  ),
  leans: words(
    'quindi dunque tuttavia però pertanto perciò loro essi io mi me mio mia miei mie noi ci nostro nostra nostri nostre voi vostro tu tuo questo questa questi queste quest quello quella ciò tale tali suddetto suddetta predetto seguente seguenti ieri allora qui lì',
  ),
  subjects: words('egli ella esso essa essi esse lui lei'),
  connective: /^(?:Tuttavia|Inoltre|Per esempio|Ad esempio|Pertanto|Infatti|Di conseguenza|Al contrario|In particolare),? /u,
  aside: /, (?:tuttavia|inoltre|per esempio|ad esempio|pertanto|infatti|di conseguenza|invece),/gu,
  more: /(?<=^(?!(?:Quando|Se|Benché|Come|Mentre|Poiché|Per|Dopo|Prima|Non|Sebbene) )\S+ [^,]*), (?:ma|mentre|poiché|anche se|dove|il che) .*(?=\.$)/u, // prettier-ignore
  leaning:
    /(?<=\p{Lu}\p{Ll}+ )l[oaie] \p{Ll}+(?:ò|ì|arono|irono)(?!\p{L})|^L['’]ultim[oa](?!\p{L})|^(?:In particolare|In generale|Per esempio|Ad esempio|Di fatto|In totale|Un['’]altra|Un altro|L['’]altr[oa]|Il secondo|La seconda|Il terzo|La terza)(?!\p{L})|(?<!\p{L})(?:più tardi|lo stesso|la stessa|gli stessi|anni dopo|di conseguenza|l['’]anno successivo|vedi (?:la )?(?:figura|tabella))(?!\p{L})/iu,
  past: /(?<!\p{L})(?:fu|furono|era|erano|aveva|avevano|\p{L}+(?:arono|irono|erono|avano)|\p{L}{3,}ò)(?!\p{L})/u, // prettier-ignore
  possessives: words('suo sua suoi sue'),
  definiteArticles: words(
    'il lo la i gli le l del dello della dei degli delle dell al allo alla ai agli alle dal dalla nel nella sul sulla',
  ),
  articles: words(
    'il lo la i gli le l del dello della dei degli delle dell al allo alla ai agli alle dal dalla nel nella sul sulla un uno una',
  ),
  within: words('in a ad'),
  by: words('da'),
  of: words('di d del dello della dell dei degli delle'),
  besides: words('di con su per tra fra verso contro'),
  generic: words(
    'testo corso genitori bambini definizione versione paziente medico insegnante alunno studente cliente utente documento file primo prima primi prime ultimo nuova nuovo città paese stato fiume lago montagna isola guerra battaglia re regina imperatore presidente governo partito azienda compagnia società gruppo organizzazione università scuola chiesa edificio casa ponte canale via piazza film libro romanzo opera serie album canzone gioco squadra progetto programma legge trattato accordo metodo sistema processo termine nome parola articolo autore studio teoria regione zona comune distretto villaggio capitale popolazione abitanti quartiere colonia esercito truppe impero dinastia museo parco collezione mostra decisione risultato causa problema idea numero macchina apparecchio modello specie genere sostanza elemento caso parte epoca tempo anno anni giorno fine inizio milioni forma maggioranza persone gente membri metà ragione esempio capitolo sezione luogo mondo vita uomo donna padre madre figlio figlia fratello sorella crisi volta base maggior',
  ),
  acts: /^(?:\p{Ll}{3,}[òì]|scoprì|inventò|fondò|scrisse|pubblicò|dipinse|compose|sviluppò|ricevette|vinse|governò|sposò|studiò|descrisse|formulò|dimostrò|costruì|sconfisse|conquistò|firmò|sbarcò|viaggiò|tradusse|insegnò|visse|morì|nacque|propose|proclamò|arrivò|osservò|ottenne|partì|occupò|diresse)(?!\p{L})/u, // prettier-ignore
  verbs: words(
    'contiene contienono produce producono trasforma trasformano regola regolano assorbe assorbono separa separano permette permettono consiste consistono forma formano trasporta trasportano protegge proteggono controlla controllano immagazzina immagazzinano libera liberano converte convertono utilizza utilizzano include includono rappresenta rappresentano dipende dipendono avviene avvienono inizia iniziano provoca provocano collega collegano unisce uniscono copre coprono misura misurano riceve ricevono genera generano aumenta aumentano riduce riducono diminuisce diminuiscono influenza influenzano determina determinano definisce definiscono descrive descrivono spiega spiegano costituisce costituiscono possiede possiedono ha può è fu era serve servono aiuta aiutano agisce agiscono svolge svolgono porta portano divide dividono facilita facilitano impedisce impediscono mantiene mantienono richiede richiedono impiega impiegano riflette riflettono elimina eliminano raggiunge raggiungono occupa occupano sintetizza sintetizzano limita limitano ottiene ottienono cattura catturano emette emettono crea creano consuma consumano circonda circondano sfocia sfociano attraversa attraversano nasce nascono sono furono erano hanno possono',
  ),
  whatDoes: 'Che cosa',
  titles: words('re regina imperatore imperatrice presidente papa vescovo duca conte principe generale professore dottor fisico chimico astronomo matematico filosofo poeta architetto ingegnere pittore compositore scrittore sultano zar ammiraglio esploratore navigatore scienziato medico ministro doge'), // prettier-ignore
  yearBefore: /(?:(?<!\p{L})(?:anno|nel|dal|al|del)\s|\()$/iu,
  century: /(?<n>[IVX]{1,5}) secolo/gu,
  numbers: 'due tre quattro cinque sei sette otto nove dieci undici dodici'.split(' '),
  earlyYear: [/(?<!\p{L})anno\s$/u, /(?:)/u],
  percentAfter: /^\s?(?:%|per cento)/u,
  opposites: pairs(
    'nord/sud orientale/occidentale orientali/occidentali settentrionale/meridionale più/meno maggiore/minore maggiori/minori aumenta/diminuisce aumentano/diminuiscono alto/basso alta/bassa alti/bassi massimo/minimo massima/minima positivo/negativo positiva/negativa interno/esterno interna/esterna rapido/lento caldo/freddo calda/fredda prima/dopo sempre/mai sinistra/destra superiore/inferiore diretto/indiretto migliore/peggiore forte/debole forti/deboli',
  ),
  definitions: [
    /^(?<what>.{15,200}) (?:si chiaman?o?|è chiamat[oa]|è dett[oa]|sono (?:chiamat|dett)[ie]|prend(?:e|ono) il nome di) (?<subject>\p{Ll}[\p{L}-]{3,}(?: \p{Ll}[\p{L}-]{3,}){0,2})$/u,
    /^(?<article>Il |La |Lo |I |Gli |Le |L['’])(?<subject>\p{Ll}[\p{L}-]{3,}(?: (?:di |del |della )?\p{Ll}[\p{L}-]{2,}){0,2}) (?:è|sono) (?<what>(?:un |una |uno |un['’]|il |la |lo |i |gli |le |l['’])(?!più ).{16,220})$/u,
  ],
  families: [
    family('nord/sud/est/ovest'),
    family('settentrionale settentrionali/meridionale meridionali/orientale orientali/occidentale occidentali'),
    family(
      'francese francesi/inglese inglesi/scozzese scozzesi/portoghese portoghesi/giapponese giapponesi/cinese cinesi/ungherese ungheresi/olandese olandesi/svedese svedesi',
    ),
  ],
  turns: [
    yearTurn(new RegExp(`^Nel(?:l['’]anno)? ${YEAR},? (?<rest>.+)$`, 'u'), ({ rest }) => `In quale anno ${low(rest!, common)}?`),
    yearTurn(
      new RegExp(`^(?<subject>(?:[^\\s,]+ ){0,6}?[^\\s,]+) (?<verb>${VERB}) (?<middle>[^,]*?)nel(?:l['’]anno)? ${YEAR}(?<end> [^,]*)?$`, 'u'),
      ({ subject, verb, middle, end = '' }) => `In quale anno ${low(subject!, common)} ${verb} ${middle}${end}?`,
    ),
    personTurn(new RegExp(`^${PERSON} (?<rest>(?!e |o |di |da |in |è |fu uno )\\p{Ll}+ [^;:,]{12,})$`, 'u'), ({ rest }) => `Chi ${rest}?`),
    definitionTurn(
      /^(?<subject>(?:Il |La |Lo |I |Gli |Le |L['’])\p{Ll}[\p{L}-]{4,}(?: (?:di |del |della )?[\p{L}-]+){0,2}) (?<verb>è|sono) (?<answer>(?:un |una |un['’]|il |la |lo |i |gli |le |l['’])(?!più )[^;:]{24,220})$/u,
      ({ subject, verb }) => `Che cosa ${verb} ${low(subject!, common)}?`,
    ),
  ], // prettier-ignore
};
