import type { Language } from './language';
import { isEnclosed, nounAt, type Noun } from './noun';

/** One to three words between a word that joins, or a comma, and a postposition: what the postposition belongs to. */
const CHUNK =
  /(?<=(?<opens>^|[,।] )|(?<![\p{L}\p{M}])(?:का|के|की|को|से|में|पर|ने|और|या|एक|तक|कि|द्वारा|लिए) )(?<noun>[\p{L}\p{M}]+(?: [\p{L}\p{M}]+){0,2}) (?<after>का|के|की|को|से|में|पर|ने)(?![\p{L}\p{M}])/gu;

const SHORTEST = 5;

/** Noun phrases of Hindi: with a postposition after them they all have the same case, whatever their gender. */
export function hindiNounsIn(text: string, { common, generic, opens, leans }: Language): Noun[] {
  return Array.from(text.matchAll(CHUNK)).flatMap((match) => {
    const { noun = '', after = '', opens: opening } = match.groups!;
    const words = noun.split(' ');
    if (noun.length < SHORTEST || isEnclosed(text, match.index)) return [];
    if (words.some((word) => [common, opens, leans].some((list) => list.has(word)) || IS_NO_NOUN.test(word) || LIGHT.has(word))) return [];
    if (words.length === 1 && generic.has(noun)) return [];
    // `का उपयोग पशुधन के`: in the middle two nouns may belong apart
    if (words.length > 1 && opening === undefined && !words.slice(0, -1).every((word) => IS_ADJECTIVE.test(word))) return [];
    const many = /ों$/u.test(noun) ? ' +' : '';
    return [nounAt(noun, match.index, `${GROUPS[after] ?? after} ${words.length}${many}${FOREIGN.test(noun) ? ' ~' : ''}`)];
  });
}

/** `राजनीतिक`, `यूरोपीय`, `सामाजिक`. */
const IS_ADJECTIVE = /(?:िक|ीय|ी|पूर्ण|ित|न्न|र्य)$/u;
/** Letters of names and words from other languages: they stand among their like. */
const FOREIGN = /[ॉॅ़]|^\p{Script=Latin}/u;

const GROUPS: Readonly<Record<string, string>> = { का: 'का', के: 'का', की: 'का' };

/** Infinitives, participles, ordinals and figures. */
const IS_NO_NOUN = /(?:ने|ना|ते|ता|ती|कर|ाया|ाई|ाए|वाले|वाली|वाला|वें|वीं|वां)$|^(?:हुए|हुई|हुआ|गए|गई|गया|रहे|रही|रहा|किए|जाने|होने|बड़े|बड़ी|छोटे|छोटी|नए|नई|पहले|पहली|दूसरे|दूसरी|तीसरे|अपने|अपनी|किसी|सबसे|अधिक|केवल|जिससे|जिसमे|जिसमें|जिसने|जिनमें|भीतर|पास|प्राप्त|करके|स्वयं|प्रत्येक|चार|पांच|सात|सत्रह|लगभग|बहुत|एवं|तथा|अपेक्षाकृत)$/u; // prettier-ignore

/** Words of time, manner and amount, which say nothing of the matter. */
const LIGHT = new Set(
  'रूप तौर तरह बाद बारे साथ कारण दौरान अनुसार लिए द्वारा वर्तमान हाल अंत शुरुआत प्रारंभ आरंभ समय बीच वर्ष साल दशक शताब्दी सदी प्रकार तरीके तरीकों वास्तव विशेष आम मुख्य ओर अलावा बावजूद विपरीत संदर्भ मामले मामलों उदाहरण परिणामस्वरूप परिणाम स्वरूप तुलना आधार माध्यम सहायता मदद बजाय विभिन्न सामान्य लोगों बदले आसपास भर प्रति वजह चलते दिन महीने सप्ताह घंटे मिनट प्रतिशत मिलियन बिलियन हजार लाख करोड़ संख्या हिस्से भाग भागों कम ज्यादा'.split(
    ' ',
  ),
);
