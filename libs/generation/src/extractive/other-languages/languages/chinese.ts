import { BARE, type Language } from '../language';
import { definitionTurn, YEAR, yearTurn } from '../turns';

export const CHINESE: Language = {
  ...BARE,
  code: 'zh',
  leaning:
    /^(?:现阶段|目前|他|她|它|其(?!实)|这|那|此|该|本(?!草|质)|因此|所以|但|然而|而|并|且|同时|此外|另外|后来|之后|随后|最后|于是|例如|比如|如果|当时|与此|由于此|以上|以下|同样|另一|两者|前者|后者)|这(?:一|个|些|种|样|里|次)|该(?!死)|上述|下述|如下|如上|前述|我们|我(?!国)|你|您|咱|当时|如今|现在|今天|昨天|见图|如图|见表|图\s?\d|表\s?\d|第\s?\d+\s?[章节页]|他们|她们|它们|同年|次年|翌年/u,
  yearAfter: /^年(?!间|后|前|来|时间|以上|以下|左右)/u,
  century: /(?<n>\d{1,2})世纪/gu,
  earlyYear: [/[于在]$/u, /^年(?![间前后来])/u],
  percentAfter: /^\s?(?:%|％)/u,
  percentBefore: /百分之$/u,
  date: /(?<year>(?:1\d|20)\d\d)年(?<month>\d{1,2})月(?:(?<day>\d{1,2})日)?/gu,
  definitions: [
    /^(?<what>.{8,150})(?:称为|叫做|称作)(?<subject>[\p{Script=Han}]{2,8})$/u,
    /^(?<article>)(?<subject>(?!.{0,10}的)[\p{Script=Han}·]{2,10}?)(?<![山峰河江湖海洋岛市省县州国])(?:是指|指的是|是)(?<what>(?!.{0,4}最|否|由|从|在|因|最|不|以|为|对)[^；：]{10,160})$/u,
    /^(?<article>)(?<subject>[\p{Script=Han}·]{2,10}?)，?(?:又称|也称)[^，；：]{2,12}，是(?<what>(?!最)[^；：]{10,160})$/u,
  ],
  turns: [
    yearTurn(new RegExp(`^(?<before>[^，,]*?)${YEAR}年(?!间|后|前|来|代|\\d)(?<rest>[^\\d]*\\p{Script=Han}.*)$`, 'u'), ({ before, rest }) => `${before}哪一年${rest!.replace(/^，/u, '')}？`),
    definitionTurn(
      /^(?<subject>(?!.{0,10}的)[\p{Script=Han}·]{2,10}?)(?:是指|指的是|是)(?<answer>(?:一种|一个|一类|指)?(?!否|由|从|在|因|最|不|以|为|对)[^；：]{12,160})$/u,
      ({ subject }) => `什么是${subject}？`,
    ),
  ], // prettier-ignore
};
