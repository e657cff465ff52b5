import { addressesModel } from '../sentence-rules';

/** Schemas let explanations have as many letters. */
const MOST_LETTERS = 900;

/** Whether what a model explains may stand beside its question: no markup, no link, nothing that gives orders. */
export const isShowable = (explanation: string): boolean =>
  explanation !== '' &&
  explanation.length <= MOST_LETTERS &&
  !/[<>\ufffd]|\]\(|\w:\/\/|\b(?:javascript|vbscript|data):|\bwww\./iu.test(explanation) &&
  !addressesModel(explanation);
