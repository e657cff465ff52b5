import { AppError } from '@lectern/platform';
import { ankiFormat } from './anki/anki.format';
import { csvFormat } from './csv.format';
import { giftFormat } from './gift.format';
import { markdownFormat } from './markdown.format';
import { moodleXmlFormat } from './moodle-xml.format';
import { qtiFormat } from './qti/qti.format';
import type { QuestionFormat } from './question-format';

const FORMATS: readonly QuestionFormat[] = [markdownFormat, giftFormat, moodleXmlFormat, qtiFormat, ankiFormat, csvFormat];

/** @throws AppError `VALIDATION_FAILED` naming the formats that there are */
export function formatNamed(name: string): QuestionFormat {
  const format = FORMATS.find((one) => one.name === name);
  if (!format) throw new AppError('VALIDATION_FAILED', `format must be one of ${FORMATS.map((one) => one.name).join(', ')}.`);
  return format;
}
