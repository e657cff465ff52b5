import { createHash } from 'node:crypto';
import { cleanText } from '../clean-text';
import { sentencesOf } from '../sentences';
import { addressesModel } from '../sentence-rules';

/** A mark that no text holds: it is made from all of them. */
export function markFor(texts: readonly string[]): string {
  for (let salt = 0; ; salt++) {
    const mark = createHash('sha256')
      .update(`${salt}${texts.join('\u0000')}`)
      .digest('hex')
      .slice(0, 12);
    if (!texts.some((text) => text.includes(mark))) return mark;
  }
}

/** Data between two lines that nothing inside it can imitate. */
export const fenced = (mark: string, title: string, text: string): string => `[${mark} ${title}]\n${text}\n[${mark} end]`;

/** A passage without the sentences that speak to a model: they are no evidence, so no model needs to see them. */
export function withoutOrders(text: string): string {
  let kept = '';
  let at = 0;
  for (const { start, end } of sentencesOf(text)) {
    if (!addressesModel(cleanText(text.slice(start, end)))) continue;
    kept += text.slice(at, start);
    at = end;
  }
  return kept + text.slice(at);
}
