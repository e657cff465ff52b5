import { addressesModel } from '../sentence-rules';

/** Schemas let explanations have as many letters. */
const MOST_LETTERS = 900;

/** Something to follow: nothing of a question is. */
export const holdsLink = (text: string): boolean => /\]\(|\w:\/\/|\b(?:javascript|vbscript|data):|\bwww\./iu.test(text);

/** Whether what a model explains may stand beside its question: no markup, no link, nothing that gives orders. */
export const isShowable = (explanation: string): boolean =>
  explanation !== '' &&
  explanation.length <= MOST_LETTERS &&
  !/[<>\ufffd]/u.test(explanation) &&
  !holdsLink(explanation) &&
  !addressesModel(explanation);
