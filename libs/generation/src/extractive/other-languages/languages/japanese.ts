import { BARE, type Language } from '../language';
import { definitionTurn, YEAR, yearTurn } from '../turns';

export const JAPANESE: Language = {
  ...BARE,
  code: 'ja',
  leaning:
    /^(?:彼|彼女|それ|これ|この|その|あの|ここ|そこ|同(?!志社|盟)|また|しかし|そして|さらに|なお|ただし|したがって|そのため|このため|一方|例えば|たとえば|つまり|すなわち|当時|全長|面積は|人口は|標高は|その後|翌年|同年|現在|今日|最近|次に|まず)|この|これら|これ(?:に|を|は|が|ら|も)|それ(?:に|を|は|が|ら|ぞれ)?|その(?!もの)|ここで|そこで|上記|下記|前述|後述|以下の|以上の|次の|私|我々|われわれ|あなた|図\s?\d|表\s?\d|第\s?\d+\s?[章節頁]|当時|同年|翌年|同じ|彼(?:は|が|の|女|ら)/u,
  finite: /(?:る|た|い|だ|す|う|く|つ|ぬ|む|ん)。?$/u,
  yearAfter: /^年(?!間|後|前|代|以上|以下|ごと|ぶり)/u,
  century: /(?<n>\d{1,2})世紀/gu,
  earlyYear: [/(?:)/u, /^年に(?!わた)/u],
  percentAfter: /^\s?(?:%|％|パーセント)/u,
  date: /(?<year>(?:1\d|20)\d\d)年(?<month>\d{1,2})月(?:(?<day>\d{1,2})日)?/gu,
  definitions: [
    /^(?<what>.{8,150}[をは])(?<subject>[\p{Script=Han}\p{Script=Katakana}ー・]{2,16})(?:と呼ばれる|と呼ぶ|という)$/u,
    /^(?<article>)(?<subject>[\p{Script=Han}\p{Script=Katakana}ー・]{2,16})(?<!(?<!火)[山川湖島市県国州])(?:とは、?|は、?)(?<what>(?!.{0,6}最も)[^、；：]*(?:[^；：]{8,140})(?:である|のこと(?:である|を指す|をいう)|をいう|を指す|です))$/u,
  ],
  turns: [
    {
      asks: 'term',
      pattern: /^(?<answer>[\p{Script=Han}\p{Script=Katakana}ー・]{2,16})は(?<rest>[^は、]{10,80}(?:る|う|く|す|む|つ|ぶ|ぐ))$/u,
      stem: ({ rest }) => (/(?:である|ている)$/u.test(rest!) ? undefined : `${rest}のは何か。`),
    },
    yearTurn(new RegExp(`^(?<before>[^。]*?は、?)${YEAR}年(?!間|後|前|代|\\d)に(?<rest>[^\\d]*(?:た|る))$`, 'u'), ({ before, rest }) => `${before}何年に${rest}か。`),
    definitionTurn(
      /^(?<subject>[\p{Script=Han}\p{Script=Katakana}ー・]{2,16})(?:とは、?|は)(?<answer>[^；：]{12,140})(?:である|です|をいう|を指す)$/u,
      ({ subject }) => `${subject}とは何か。`,
    ),
  ], // prettier-ignore
};
