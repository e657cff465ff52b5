import { family } from '../families';
import { BARE, pairs, words, type Language } from '../language';
import { definitionTurn, low, PERSON, personTurn, YEAR, yearTurn } from '../turns';

const common = words(
  'solo sólo ya siempre nunca aún todavía el la los las un una unos unas de del al a y o en con por para sin sobre hasta desde entre que se es son fue fueron era eran ha han había no su sus como más muy también lo le les durante según tras ante contra cada todo todos esta este cuando donde pero si ya cerca unos alrededor aproximadamente casi muchos muchas varios algunas algunos',
);
const VERB =
  '(?:(?:fue|fueron|es|era) \\p{Ll}+[ao]s?|fue|fueron|nació|murió|obtuvo|tuvo|hizo|dijo|vino|comenzó|\\p{Ll}{3,}(?:ó|aron|ieron))';

export const SPANISH: Language = {
  ...BARE,
  code: 'es',
  common,
  opens: words(
    'ahora primero segundo tercero parte similar similares análogo fue fueron es son era eran tiene tienen tenía está están consiste contiene nació murió tras él ella ellos ellas este esta estos estas esto ese esa esos esas eso aquel aquella aquellos su sus también pero además y o así entonces luego después posteriormente finalmente sin asimismo igualmente por ello ambos ambas otro otra otros otras algunos algunas dicho dicha dichos dichas tal tales allí aquí ahí entretanto si qué quién cuál cómo cuándo dónde lo le les se esos mismo incluso ninguno cada estas sino pues porque ante tras',
  ),
  leans: words(
    'mismo misma mismos mismas pues ellos ellas yo me mí mi mis nosotros nosotras nos nuestro nuestra nuestros nuestras este esta estos estas esto ese esa esos esas eso aquel aquella dicho dicha dichos dichas citado citada mencionado mencionada usted ustedes tú siguiente siguientes ayer entonces allí aquí tal',
  ),
  subjects: words('él ella ellos ellas'),
  connective: /^(?:(?:Sin embargo|No obstante|Además|Asimismo|Por ejemplo|Por (?:lo )?tanto|En consecuencia|Por consiguiente|Por el contrario|En cambio|Por otra parte|Por otro lado|En efecto|De hecho|En particular|En general|Igualmente|También), |También (?=(?:durante|en|el|la|los|las|por|para|entre|con) ))/u, // prettier-ignore
  aside: /, (?:sin embargo|no obstante|por (?:lo )?tanto|por ejemplo|además|en cambio|en consecuencia|asimismo|por consiguiente|también)(?:,|(?=\.$))/gu, // prettier-ignore
  more: /(?<=^(?!(?:Cuando|Si|Aunque|Como|Mientras|Dado|Puesto|Para|Al|Tras|Después|Antes|Desde|A|No|Tanto) )\S+ [^,]*), (?:pero|aunque|lo que|lo cual|por lo que|ya que|mientras que|donde|y (?=(?:se|lo|esto|este|esta|su|sus|\p{Ll}+(?:ó|aron|ieron)) )).*(?=\.$)/u, // prettier-ignore
  resolved:
    /(?<=\p{L}{4,} )este(?=[,.]| (?:y|de|del)(?!\p{L}))|(?<!\p{L})(?:del|al|el) [Ee]ste(?!\p{L})|(?<!\p{L})(?:él|sí) mism[oa]s?(?!\p{L})|(?<!\p{L})(?:el|la) mism[oa] \p{Ll}+ (?:[\p{L}\p{N}]+ ){0,6}que |(?<=, )entre ell[oa]s|(?<!\p{L})de tal (?:manera|modo|forma) que|(?<!\p{L})tal(?:es)? como|(?<=(?:y|que|como|pero) )más tarde|(?<=, )como l[oa]s? \p{Ll}+ó (?=\p{Lu})|^Se (?:estima|sabe|cree|sospecha|calcula|considera|piensa|supone|ha \p{Ll}+o) (?:que )?|^(?:Tras (?=(?:el|la|los|las|una?) |\p{Lu})|Después de(?: que)? |Algun[oa]s (?=\p{Ll}+ (?:\p{Ll}+ )?(?:de|del|que|se|han|\p{Ll}+n) )|Cada )/gu, // prettier-ignore
  leaning:
    /^(?:La realidad es|Mientras tanto,?) |^(?:Cuando|Al|Mientras|Tras|Después|Antes|Aunque)[^,]*, (?:se )?\p{Ll}+(?:aron|ieron|aban|ían) |^(?:Los|Las) anteriores |^Un[oa] de l[oa]s [^,]*más \p{Ll}+ (?:es|fue|era) |(?<=(?:^|\s)\p{Lu}\p{Ll}+ )l[oa]s? \p{Ll}+(?:ó|aron|ieron)(?!\p{L})|^(?:El|La) últim[oa](?!\p{L})|^(?:En particular|En general|De hecho|Por ejemplo|En cambio|No obstante|En efecto|En otras|En total|(?:El|La|Los|Las) (?:otr[oa]s?|segund[oa]|tercer[oa]?))(?!\p{L})|(?<!\p{L})(?:[Mm]ás tarde|el mismo año|[Ee]se mismo|[Aa]ños después|[Dd]espués de ello|[Pp]or ello|[Pp]or lo tanto|[Ss]in embargo|[Ee]n consecuencia|[Cc]omo se|la misma|los mismos|(?:[Tt]iempo|[Pp]oco|[Aa]ños|[Dd]ías|[Mm]eses) después|[Aa] continuación|[Ee]n la sección|[Vv]éase|[Cc]onsulta|la imagen|[Vv]er (?:la )?(?:figura|tabla))(?!\p{L})/u, // prettier-ignore
  past: /(?<!\p{L})(?:fue|fueron|era|eran|había|habían|tuvo|tuvieron|hizo|hicieron|\p{L}{2,}(?:ó|aron|ieron|aban|ían))(?!\p{L})/u, // prettier-ignore
  finite: /(?<!\p{L})(?:es|son|fue|era|eran|ha|han|hay|está|están|va|van|da|dan|\p{Ll}{2,}(?:ó|n|a|e))(?!\p{L})/u,
  possessives: words('su sus'),
  definiteArticles: words('el la los las del al'),
  articles: words('el la los las del al un una unos unas'),
  within: words('en'),
  by: words('por'),
  of: words('de del'),
  besides: words('de a con para sin sobre hasta desde entre contra según'),
  generic: words(
    'campus texto curso padres niños definición versión paciente médico profesor alumno estudiante cliente usuario documento archivo primer primero primera primeros primeras último última nuevo nueva versiones ciudad país estado río lago montaña isla guerra batalla rey reina emperador presidente gobierno partido empresa compañía sociedad grupo organización universidad escuela iglesia edificio casa puente canal calle plaza película libro novela obra serie álbum canción juego equipo proyecto programa ley tratado acuerdo método sistema proceso término nombre palabra artículo autor autora estudio teoría región zona municipio distrito pueblo capital población habitantes barrio colonia ejército tropas imperio dinastía museo parque colección exposición decisión resultado causa problema idea número máquina aparato modelo especie género sustancia elemento caso parte época tiempo año años día final principio millones forma mayoría personas gente miembros mitad razón ejemplo capítulo sección lugar vida hombre mujer padre madre hijo hija hermano hermana monarca crisis decreto',
  ),
  acts: /^(?:\p{Ll}{3,}ó|descubrió|inventó|fundó|escribió|publicó|pintó|compuso|desarrolló|diseñó|recibió|ganó|gobernó|estudió|describió|formuló|demostró|construyó|derrotó|conquistó|firmó|desembarcó|viajó|tradujo|enseñó|vivió|murió|nació|propuso|proclamó|llegó|observó|obtuvo|dirigió)(?!\p{L})/u, // prettier-ignore
  verbs: words(
    'contiene contienen produce producen transforma transforman regula regulan absorbe absorben separa separan permite permiten consiste consisten forma forman transporta transportan protege protegen controla controlan almacena almacenan libera liberan convierte convierten utiliza utilizan incluye incluyen representa representan depende dependen ocurre ocurren comienza comienzan provoca provocan conecta conectan une unen cubre cubren mide miden recibe reciben genera generan aumenta aumentan reduce reducen disminuye disminuyen afecta afectan determina determinan define definen describe describen explica explican constituye constituyen posee poseen tiene tienen puede pueden suele suelen está están es fue fuen era eran sirve sirven ayuda ayudan actúa actúan realiza realizan lleva llevan divide dividen facilita facilitan impide impiden mantiene mantienen requiere requieren emplea emplean refleja reflejan elimina eliminan desempeña desempeñan alcanza alcanzan ocupa ocupan sintetiza sintetizan traza trazan limita limitan obtiene obtienen capta captan emite emiten crea crean consume consumen rodea rodean desemboca desembocan atraviesa atraviesan nace nacen son fueron',
  ),
  whatDoes: '¿Qué',
  titles: words('rey reina emperador emperatriz presidente papa obispo duque conde príncipe general profesor doctor don físico química químico astrónomo matemático filósofo poeta arquitecto ingeniero pintor compositor escritor sultán zar almirante explorador navegante científico médico ministro'), // prettier-ignore
  yearBefore: /(?:(?<!\p{L})(?:año|años|en|desde|hasta|hacia|del)\s|\()$/iu,
  century: /siglos? (?<n>[IVX]{1,5})(?![\p{L}])/gu,
  numbers: 'dos tres cuatro cinco seis siete ocho nueve diez once doce'.split(' '),
  earlyYear: [/(?<!\p{L})año\s$/u, /(?:)/u],
  percentAfter: /^\s?(?:%|por ciento)/u,
  opposites: pairs(
    'primer/último primera/última primeros/últimos primeras/últimas comenzó/terminó comenzaron/terminaron ganó/perdió ganaron/perdieron principios/finales mayoría/minoría abrió/cerró abrieron/cerraron permitió/impidió permitieron/impidieron construyó/destruyó aceptó/rechazó aceptaron/rechazaron antiguo/moderno antigua/moderna antiguos/modernos antiguas/modernas norte/sur oriental/occidental orientales/occidentales septentrional/meridional más/menos mayor/menor mayores/menores alto/bajo alta/baja altos/bajos altas/bajas aumenta/disminuye aumentan/disminuyen aumentó/disminuyó aumentaron/disminuyeron máximo/mínimo máxima/mínima positivo/negativo positiva/negativa interno/externo interna/externa interior/exterior dentro/fuera rápido/lento rápida/lenta caliente/frío cálido/frío antes/después siempre/nunca izquierda/derecha superior/inferior directa/indirecta directo/indirecto mejor/peor fuerte/débil fuertes/débiles favorable/desfavorable',
  ),
  definitions: [
    /^(?<what>.{15,200}) (?:se llaman?|se denominan?|se conocen? como|reciben? el nombre de|es llamad[ao]) (?<subject>\p{Ll}[\p{L}-]{3,}(?: \p{Ll}[\p{L}-]{3,}){0,2})$/u,
    /^(?<article>El |La |Los |Las |Una? )(?<subject>\p{Ll}[\p{L}-]{3,}(?: (?:de |del )?\p{Ll}[\p{L}-]{2,}){0,2}) (?:es|son) (?<what>(?:una?|el|la|los|las) (?!más ).{16,220})$/u,
  ],
  families: [
    family(
      'francés francesa franceses francesas/portugués portuguesa portugueses portuguesas/alemán alemana alemanes alemanas/italiano italiana italianos italianas/polaco polaca polacos polacas/ruso rusa rusos rusas/chino china chinos chinas/sueco sueca suecos suecas/griego griega griegos griegas/turco turca turcos turcas/británico británica británicos británicas/noruego noruega noruegos noruegas/húngaro húngara húngaros húngaras/austríaco austríaca austríacos austríacas/japonés japonesa japoneses japonesas',
    ),
    family('norte/sur/este/oeste'),
    family('noreste/noroeste/sureste/suroeste'),
    family('septentrional septentrionales/meridional meridionales/oriental orientales/occidental occidentales'),
  ],
  turns: [
    yearTurn(new RegExp(`^En (?:el año )?${YEAR},? (?<rest>.+)$`, 'u'), ({ rest }) => `¿En qué año ${low(rest!, common)}?`),
    yearTurn(
      new RegExp(`^(?<subject>(?:[^\\s,]+ ){0,6}?[^\\s,]+) (?<verb>${VERB}) (?<middle>[^,]*?)en (?:el año )?${YEAR}(?<end> [^,]*)?$`, 'u'),
      ({ subject, verb, middle, end = '' }) => `¿En qué año ${verb} ${low(subject!, common)} ${middle}${end}?`,
    ),
    personTurn(new RegExp(`^${PERSON} (?<rest>(?!y |e |o |de |del |en |es |son |fue uno )\\p{Ll}+ [^;:,]{12,})$`, 'u'), ({ rest }) => `¿Quién ${rest}?`),
    definitionTurn(
      /^(?<subject>(?:El|La|Los|Las|Una?) \p{Ll}[\p{L}-]{4,}(?: (?:de |del )?[\p{L}-]+){0,2}) (?<verb>es|son) (?<answer>(?:una?|el|la|los|las) (?!más |mayor |menor )[^;:]{24,220})$/u,
      ({ subject, verb }) => `¿Qué ${verb} ${low(subject!, common)}?`,
    ),
  ], // prettier-ignore
};
