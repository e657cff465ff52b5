import { BARE, words, type Language } from '../language';
import { definitionTurn, PERSON, personTurn, YEAR, yearTurn } from '../turns';

const common = words(
  've ile bir bu da de ki için gibi kadar daha en çok olan olarak olup ise ya veya ancak hem her sonra önce göre karşı üzere tarafından yılında yılı yıl yaklaşık arasında içinde üzerinde altında değil var yok ilk tüm bazı birçok itibaren',
);

export const TURKISH: Language = {
  ...BARE,
  code: 'tr',
  common,
  opens: words(
    'o onlar bu bunlar şu şunlar bunun onun onların bundan ondan böylece böyle ayrıca ancak fakat ama ve veya sonra daha_sonra ardından önce önceleri bunlardan bazıları diğer diğerleri burada orada şimdi bugün günümüzde dolayısıyla bu_nedenle yine hem ikisi kim ne nasıl nerede neden hangi eğer çünkü aynı buna ona bunu onu üstelik öte nitekim',
  ),
  leans: words(
    'ben bana benim biz bize bizim sen size sizin siz bu şu bunu buna bunun bundan onun ona böyle şöyle bugün dün şimdi burada orada aynı yukarıdaki aşağıdaki sözü söz günümüzde diğer',
  ),
  subjects: words('o onlar'),
  leaning: /^(?:Genel olarak|Örneğin|Özellikle|Toplamda)(?!\p{L})|(?<!\p{L})(?:yıl sonra|o dönem|bkz\.?|o zaman|daha sonra)(?!\p{L})/iu,
  finite: /(?:d[ıiuü]r(?:lar|ler)?|t[ıiuü]r|d[ıiuü]|t[ıiuü]|[ıiuüae]r|yor|m[ıiuü]ş|lar|ler|var|yok|tad[ıi]r|maktad[ıi]r)[.!]?$/u,
  generic: words(
    'şehir ülke devlet nehir göl dağ ada savaş muharebe kral kraliçe imparator padişah sultan cumhurbaşkanı hükümet parti şirket toplum grup kuruluş üniversite okul kilise cami bina ev köprü kanal cadde meydan film kitap roman eser dizi albüm şarkı oyun takım proje program yasa antlaşma yöntem sistem süreç kavram isim kelime makale yazar çalışma teori bölge ilçe köy başkent nüfus koloni ordu imparatorluk hanedan müze park koleksiyon sergi karar sonuç neden sorun sayı makine cihaz model tür cins madde element durum kısım zaman yıl gün son baş',
  ),
  titles: words('kral kraliçe imparator padişah sultan cumhurbaşkanı papa piskopos dük kont prens general profesör doktor fizikçi kimyager astronom matematikçi filozof şair mimar mühendis ressam besteci yazar çar amiral bilim bakan'), // prettier-ignore
  declines: true,
  yearAfter: /^(?:\s(?:yıl\p{L}*|senes\p{L}*)|['’](?:de|da|te|ta|den|dan|ten|tan)(?!\p{L}))/u,
  yearBefore: /\($/u,
  century: /(?<n>\d{1,2})\. yüzyıl\p{L}*/gu,
  numbers: 'üç dört beş altı yedi sekiz dokuz on'.split(' '),
  earlyYear: [/(?:)/u, /^ yılında/u],
  percentAfter: /^\s?%/u,
  percentBefore: /(?:%|yüzde\s)$/iu,
  definitions: [
    /^(?<what>.{15,200}) (?<subject>\p{Ll}[\p{L}-]{3,}) (?:denir|adı verilir|olarak adlandırılır)$/u,
    /^(?<article>)(?<subject>\p{Lu}[\p{Ll}-]{4,}(?: \p{Ll}[\p{L}-]{2,}){0,1}), (?<what>[^,;:]{18,200}(?:d[ıiuü]r|t[ıiuü]r))$/u,
  ],
  turns: [
    yearTurn(new RegExp(`^(?<before>[^,]* )?${YEAR} yılında (?<rest>[^,]+)$`, 'u'), ({ before = '', rest }) => `${before}${before === '' ? 'H' : 'h'}angi yılda ${rest}?`),
    personTurn(new RegExp(`^${PERSON} (?<rest>(?!ve |ile |ise )(?:\\p{Ll}|\\d)[^;:,]{20,}(?:[^rk][dt][ıiuü]))$`, 'u'), ({ rest }) => `Kim ${rest}?`),
    definitionTurn(
      /^(?<subject>\p{Lu}[\p{Ll}-]{5,}(?: \p{Ll}[\p{L}-]{2,}){0,1}), (?<answer>[^,;:]{24,200})(?:d[ıiuü]r|t[ıiuü]r)$/u,
      ({ subject }) => `${subject} nedir?`,
    ),
  ], // prettier-ignore
};
