import { family } from '../families';
import { BARE, pairs, words, type Language } from '../language';
import { definitionTurn, low, PERSON, personTurn, YEAR, yearTurn } from '../turns';

const common = words(
  'só sempre nunca ainda já apenas o a os as um uma uns umas de do da dos das em no na nos nas ao aos à às por pelo pela pelos pelas com para sem sobre até desde entre e ou que se é são foi foram era eram tem têm não seu sua seus suas como mais muito também cada todo todos quando onde mas já cerca após contra durante segundo hoje vários várias muitos muitas',
);

export const PORTUGUESE: Language = {
  ...BARE,
  code: 'pt',
  common,
  opens: words(
    'semelhante análogo foi foram é são era eram tem têm está estão nasceu morreu ele ela eles elas este esta estes estas isto esse essa esses essas isso aquele aquela aqueles seu sua seus suas também mas além e ou assim então depois posteriormente finalmente porém contudo entretanto todavia portanto ambos ambas outro outra outros outras alguns algumas tal tais ali aqui lá se que quem qual quais como quando onde mesmo nenhum pois porque neste nesta nesse nessa deste desta desse dessa dele dela lhe nele nela logo todavia igualmente',
  ),
  leans: words(
    'porém contudo entretanto todavia portanto eles elas eu me mim meu minha nós nosso nossa nossos nossas você vocês este esta estes estas isto esse essa esses essas isso aquele aquela neste nesta nesse nessa deste desta desse dessa daquele naquele referido referida citado citada seguinte seguintes ontem então ali aqui agora tal dele dela deles delas',
  ),
  subjects: words('ele ela eles elas'),
  connective: /^(?:No entanto|Contudo|Porém|Todavia|Além disso|Por exemplo|Portanto|De fato|Em particular|Por outro lado), /u, // prettier-ignore
  aside: /, (?:no entanto|contudo|porém|todavia|além disso|por exemplo|portanto|de fato),/gu,
  more: /(?<=^(?!(?:Quando|Se|Embora|Como|Enquanto|Para|Após|Depois|Antes|Não) )\S+ [^,]*), (?:mas|enquanto|o que|embora|já que|pois|onde) .*(?=\.$)/u, // prettier-ignore
  leaning:
    /^[OA] últim[oa](?!\p{L})|^(?:Em particular|Em geral|Por exemplo|De fato|No entanto|Ao todo|(?:O|A) (?:segund[oa]|terceir[oa]))(?!\p{L})|(?<!\p{L})(?:mais tarde|no mesmo ano|o mesmo|a mesma|os mesmos|anos depois|por isso|no ano seguinte|ver (?:a )?(?:figura|tabela))(?!\p{L})/iu,
  past: /(?<!\p{L})(?:foi|foram|era|eram|tinha|tinham|\p{L}{3,}(?:ou|aram|eram|iram))(?!\p{L})/u, // prettier-ignore
  possessives: words('seu sua seus suas'),
  definiteArticles: words('o a os as do da dos das no na nos nas ao aos à às pelo pela pelos pelas'),
  articles: words('o a os as do da dos das no na nos nas ao aos à às pelo pela pelos pelas um uma uns umas'),
  within: words('em'),
  by: words('por'),
  of: words('de do da dos das'),
  besides: words('de com para sem sobre até desde entre contra segundo'),
  generic: words(
    'texto curso pais crianças definição versão paciente médico profesor aluno estudante cliente usuário documento arquivo primeiro primeira primeiros primeiras último nova novo cidade país estado rio lago montanha ilha guerra batalha rei rainha imperador presidente governo partido empresa companhia sociedade grupo organização universidade escola igreja edifício edifícios casa ponte canal rua praça filme livro romance obra série álbum canção jogo equipe projeto programa lei tratado acordo método sistema processo termo nome palavra artigo autor autora estudo teoria região zona município distrito aldeia capital população habitantes bairro colônia exército tropas império dinastia museu parque coleção exposição decisão resultado causa problema ideia número máquina aparelho modelo espécie gênero substância elemento caso parte época tempo ano anos dia final fim início milhões forma maioria pessoas gente membros metade razão exemplo capítulo seção lugar mundo vida homem mulher pai mãe filho filha irmão irmã crise litoral norte sul',
  ),
  acts: /^(?:\p{Ll}{3,}(?:ou|eu|iu)|descobriu|inventou|fundou|escreveu|publicou|pintou|compôs|desenvolveu|recebeu|ganhou|governou|estudou|descreveu|formulou|demonstrou|construiu|derrotou|conquistou|assinou|desembarcou|viajou|traduziu|ensinou|viveu|morreu|nasceu|propôs|proclamou|chegou|observou|obteve|dirigiu)(?!\p{L})/u, // prettier-ignore
  verbs: words(
    'contém produz transforma transformam regula regulam absorve absorvem separa separam permite permitem consiste consistem forma formam transporta transportam protege protegem controla controlam armazena armazenam libera liberam converte convertem utiliza utilizam inclui representa representam depende dependem ocorre ocorrem começa começam provoca provocam conecta conectam une unem cobre cobrem mede medem recebe recebem gera geram aumenta aumentam reduz diminui afeta afetam determina determinam define definem descreve descrevem explica explicam constitui possui tem pode podem costuma costumam está é foi era eram serve servem ajuda ajudam atua atuam realiza realizam leva levam divide dividem facilita facilitam impede impedem mantém requer emprega empregam reflete refletem elimina eliminam desempenha desempenham alcança alcançam ocupa ocupam sintetiza sintetizam limita limitam obtém capta captam emite emitem cria criam consome consomem envolve envolvem desemboca desembocam atravessa atravessam nasce nascem são foram têm contêm mantêm',
  ),
  whatDoes: 'O que',
  titles: words('rei rainha imperador imperatriz presidente papa bispo duque conde príncipe princesa general professor doutor dom físico químico astrônomo matemático filósofo poeta arquiteto engenheiro pintor compositor escritor sultão czar almirante explorador navegador cientista médico ministro marechal'), // prettier-ignore
  yearBefore: /(?:(?<!\p{L})(?:ano|em|desde|até|por volta de)\s|\()$/iu,
  century: /séculos? (?<n>[IVX]{1,5})(?![\p{L}])/gu,
  numbers: 'três quatro cinco seis sete oito nove dez onze doze'.split(' '),
  earlyYear: [/(?<!\p{L})ano\s$/u, /(?:)/u],
  percentAfter: /^\s?(?:%|por cento)/u,
  opposites: pairs(
    'norte/sul oriental/ocidental orientais/ocidentais mais/menos maior/menor maiores/menores aumenta/diminui aumentam/diminuem alto/baixo alta/baixa altos/baixos máximo/mínimo máxima/mínima positivo/negativo positiva/negativa interno/externo interna/externa rápido/lento quente/frio antes/depois sempre/nunca esquerda/direita superior/inferior direta/indireta melhor/pior forte/fraco',
  ),
  definitions: [
    /^(?<what>.{15,200}) (?:chamam?-se|é chamad[oa](?: de)?|são chamad[oa]s(?: de)?|denominam?-se|recebem? o nome de) (?<subject>\p{Ll}[\p{L}-]{3,}(?: \p{Ll}[\p{L}-]{3,}){0,2})$/u,
    /^(?<article>O |A |Os |As |Uma? )(?<subject>\p{Ll}[\p{L}-]{3,}(?: (?:de |do |da )?\p{Ll}[\p{L}-]{2,}){0,2}) (?:é|são) (?<what>(?:uma?|o|a|os|as) (?!mais ).{16,220})$/u,
  ],
  families: [
    family('norte/sul/leste/oeste'),
    family(
      'francês francesa franceses francesas/inglês inglesa ingleses inglesas/escocês escocesa escoceses escocesas/português portuguesa portugueses portuguesas/holandês holandesa holandeses holandesas/japonês japonesa japoneses japonesas/chinês chinesa chineses chinesas',
    ),
  ],
  turns: [
    yearTurn(new RegExp(`^Em ${YEAR},? (?<rest>.+)$`, 'u'), ({ rest }) => `Em que ano ${low(rest!, common)}?`),
    yearTurn(
      new RegExp(`^(?<before>[^,]+?) em ${YEAR}(?<end> [^,]*)?$`, 'u'),
      ({ before, end = '' }) => `Em que ano ${low(before!, common)}${end}?`,
    ),
    personTurn(new RegExp(`^${PERSON} (?<rest>(?!e |ou |de |do |da |em |é |são )\\p{Ll}+ [^;:,]{12,})$`, 'u'), ({ rest }) => `Quem ${rest}?`),
    definitionTurn(
      /^(?<subject>(?:O|A|Os|As|Uma?) \p{Ll}[\p{L}-]{4,}(?: (?:de |do |da )?[\p{L}-]+){0,2}) (?<verb>é|são) (?<answer>(?:uma?|o|a|os|as) (?!mais |maior |menor )[^;:]{24,220})$/u,
      ({ subject, verb }) => `O que ${verb} ${low(subject!, common)}?`,
    ),
  ], // prettier-ignore
};
