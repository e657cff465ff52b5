import { family } from '../families';
import { BARE, pairs, words, type Language } from '../language';
import { definitionTurn, low, PERSON, personTurn, YEAR, yearTurn } from '../turns';

const common = words(
  'seulement toujours jamais encore déjà le la les un une des du de d l et ou à au aux en dans par pour sur avec sans vers que qui se est sont fut furent était étaient a ont avait ne pas son sa ses comme plus très aussi il elle ils elles ce cette entre selon après avant contre chaque tout tous quand où mais si sous chez environ plusieurs depuis jusqu près lors',
);

export const FRENCH: Language = {
  ...BARE,
  code: 'fr',
  common,
  opens: words(
    'semblable analogue il elle ils elles ce cela cette ces cet c ça sa son ses leur leurs mais et ou donc ainsi alors puis ensuite enfin aussi de ailleurs toutefois cependant pourtant néanmoins celui celle ceux celles on là ici auparavant certains certaines d’autres autre autres tel telle tels telles tous toutes plusieurs lui y en_effet si pourquoi comment quand où qui que quel quelle quels quelles chacun chacune or car parallèlement finalement désormais dès parmi elles-mêmes',
  ),
  leans: words(
    'donc cependant toutefois néanmoins eux je j me m moi mon ma mes nous notre nos vous votre vos tu te ton ce cette ces cet cela ceci celui celle ceux celles ci dernier dernière derniers précédent précédente suivant suivante suivants suivantes hier demain alors ici ledit ladite susmentionné désormais',
  ),
  subjects: words('il elle ils elles on'),
  connective: /^(?:Cependant|Toutefois|Néanmoins|En outre|De plus|Par exemple|Par conséquent|En effet|En revanche|Par ailleurs|En particulier|De même),? (?!(?:il|elle|ils|elles|on) )/u, // prettier-ignore
  aside: /, (?:cependant|toutefois|néanmoins|en outre|par exemple|par conséquent|en effet|en revanche|par ailleurs),/gu,
  more: /(?<=^(?!(?:Quand|Si|Bien|Comme|Lorsque|Puisque|Pour|Après|Avant|Depuis|Non|Tant) )\S+ [^,]*), (?:mais|ce qui|tandis que|alors que|car|bien que|puisque|où) .*(?=\.$)/u, // prettier-ignore
  leaning: /(?<=\p{Lu}\p{Ll}+ )l(?:a|e|es) \p{Ll}+(?:a|it|ut|èrent)(?!\p{L})|^(?:Le derni|La derni)ère?(?!\p{L})|(?<!\p{L})l['’](?:a|avait|ont|avaient|eut|eurent)(?!\p{L})|^(?:En particulier|En général|Par exemple|De plus|En revanche|De même|Au total|(?:Un|Une|L['’])\s?autre|(?:Le|La) (?:second|seconde|deuxième|troisième))(?!\p{L})|(?<!\p{L})(?:plus tard|la même année|le même|les mêmes|ans après|par conséquent|en effet|en outre|de plus|voir (?:la )?(?:figure|table|page)|ci-dess\p{L}+|à cette|l['’]année suivante|à son tour)(?!\p{L})/iu, // prettier-ignore
  past: /(?<!\p{L})(?:fut|furent|était|étaient|avait|avaient|\p{L}+(?:èrent|irent|urent|aient))(?!\p{L})/u, // prettier-ignore
  possessives: words('son sa ses leur leurs'),
  definiteArticles: words('le la les l du des au aux'),
  articles: words('le la les l du des au aux un une'),
  within: words('à en dans'),
  by: words('par'),
  of: words('de d du des'),
  besides: words('de d pour sur avec sans vers chez contre entre sous selon'),
  generic: words(
    'texte cours parents enfants définition version patient patiente médecin professeur élève étudiant client utilisateur document fichier premier première premiers premières dernier nouvelle ville pays état fleuve rivière lac montagne île guerre bataille roi reine empereur président gouvernement parti entreprise compagnie société groupe organisation université école église bâtiment maison pont canal rue place film livre roman œuvre série album chanson jeu équipe projet programme loi traité accord méthode système processus terme nom mot article auteur étude théorie région zone commune district village capitale population habitants quartier colonie armée troupes empire dynastie musée parc collection exposition décision résultat cause problème idée nombre machine appareil modèle espèce genre substance élément cas partie époque temps année années jour fin début millions forme majorité personnes gens membres moitié raison exemple chapitre section lieu monde vie homme femme père mère fils fille frère sœur crise quantité ensemble plupart bout cours base suite surface feuille',
  ),
  acts: /^(?:\p{Ll}{2,}(?:a|it|ut|int)(?!\p{L})|découvrit|inventa|fonda|écrivit|publia|peignit|composa|développa|reçut|obtint|gagna|gouverna|épousa|étudia|décrivit|formula|démontra|construisit|vainquit|conquit|signa|débarqua|voyagea|traduisit|enseigna|vécut|mourut|naquit|proposa|proclama|arriva|observa|dirigea|mit|devint|a (?:découvert|inventé|fondé|écrit|publié|peint|composé|reçu|obtenu|étudié|décrit|formulé|démontré|construit|vaincu|conquis|signé|traduit|vécu|proposé|proclamé|observé)|est (?:né|née|mort|morte))(?!\p{L})/u, // prettier-ignore
  verbs: words(
    'contient produit transforme transforment régule régulent absorbe absorbent sépare séparent permet consiste consistent forme forment transporte transportent protège protègent contrôle contrôlent stocke stockent libère libèrent convertit utilise utilisent comprend représente représentent dépend commence commencent provoque provoquent relie relient unit couvre couvrent mesure mesurent reçoit génère génèrent augmente augmentent réduit diminue diminuent affecte affectent détermine déterminent définit décrit explique expliquent constitue constituent possède possèdent a peut est fut était sert aide aident agit réalise réalisent mène mènent divise divisent facilite facilitent empêche empêchent maintient exige exigent emploie emploient reflète reflètent élimine éliminent joue jouent atteint occupe occupent synthétise synthétisent limite limitent capte captent émet crée créent consomme consomment entoure entourent traverse traversent désigne désignent assure assurent contiennent produisent permettent convertissent comprennent dépendent unissent reçoivent réduisent définissent décrivent ont peuvent sont furent étaient servent agissent maintiennent atteignent émettent',
  ),
  whatDoes: "Qu'est-ce qui",
  titles: words('roi reine empereur impératrice président pape évêque duc comte prince général professeur docteur physicien chimiste astronome mathématicien philosophe poète architecte ingénieur peintre compositeur écrivain sultan tsar amiral explorateur navigateur savant médecin ministre'), // prettier-ignore
  yearBefore: /(?:(?<!\p{L})(?:an|année|en|depuis|dès|vers|avant|après|fin|début)\s|\()$/iu,
  century: /(?<n>[IVX]{1,5})(?:e|ème|er|ᵉ) siècles?/gu,
  numbers: 'deux trois quatre cinq six sept huit neuf dix onze douze'.split(' '),
  earlyYear: [/(?<!\p{L})(?:an|année)\s$/u, /(?:)/u],
  percentAfter: /^\s?(?:%|pour cent)/u,
  opposites: pairs(
    'nord/sud oriental/occidental orientale/occidentale septentrional/méridional plus/moins augmente/diminue augmentent/diminuent augmenta/diminua grand/petit grande/petite grands/petits grandes/petites haut/bas haute/basse hauts/bas maximum/minimum maximale/minimale positif/négatif positive/négative interne/externe internes/externes intérieur/extérieur rapide/lent chaud/froid chaude/froide avant/après toujours/jamais gauche/droite supérieur/inférieur supérieure/inférieure direct/indirect directe/indirecte meilleur/pire fort/faible forte/faible',
  ),
  definitions: [
    /^(?<what>.{15,200}) (?:s['’]appell(?:e|ent)|se nomme(?:nt)?|est appelée?|sont appelée?s|porte le nom de) (?:le |la |les |l['’])?(?<subject>\p{Ll}[\p{L}-]{3,}(?: \p{Ll}[\p{L}-]{3,}){0,2})$/u,
    /^(?<article>Le |La |Les |L['’]|Une? )(?<subject>\p{Ll}[\p{L}-]{3,}(?: (?:de |d['’]|du )?\p{Ll}[\p{L}-]{2,}){0,2}) (?:est|sont|désigne) (?<what>(?:une? |le |la |les |l['’])(?!plus ).{16,220})$/u,
  ],
  families: [
    family(
      'français française françaises/anglais anglaise anglaises/écossais écossaise écossaises/portugais portugaise portugaises/polonais polonaise polonaises/irlandais irlandaise irlandaises/japonais japonaise japonaises/hollandais hollandaise hollandaises',
    ),
    family('nord/sud/est/ouest'),
    family('septentrional septentrionale/méridional méridionale/oriental orientale/occidental occidentale'),
  ],
  turns: [
    yearTurn(new RegExp(`^En (?:l['’]an(?:née)? )?${YEAR},? (?<rest>.+)$`, 'u'), ({ rest }) => asked(rest!)),
    yearTurn(
      new RegExp(`^(?<before>[^,]+?) en (?:l['’]an(?:née)? )?${YEAR}(?<end> [^,]*)?$`, 'u'),
      ({ before, end = '' }) => asked(`${before}${end}`),
    ),
    personTurn(new RegExp(`^${PERSON} (?<rest>(?!et |ou |de |du |en |à |est |sont )\\p{Ll}+ [^;:,]{12,})$`, 'u'), ({ rest }) => `Qui ${rest}\u00a0?`),
    definitionTurn(
      /^(?<subject>(?:Le |La |Les |Une? |L['’])\p{Ll}[\p{L}-]{4,}(?: (?:de |d['’]|du )?[\p{L}-]+){0,2}) (?:est|sont) (?<answer>(?:une? |le |la |les |l['’])(?!plus )[^;:]{24,220})$/u,
      ({ subject }) => `Qu'est-ce ${/^Une? /u.test(subject!) ? "qu'" : 'que '}${low(subject!, common)}\u00a0?`,
    ),
  ], // prettier-ignore
};

function asked(rest: string): string {
  const statement = low(rest, common);
  return `En quelle année ${/^[aeéèêiouyhâîœAEÉIOUYH]/u.test(statement) ? "est-ce qu'" : 'est-ce que '}${statement}\u00a0?`;
}
