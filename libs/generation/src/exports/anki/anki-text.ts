import { Markup, markup } from '../markup';

/**
 * A text in a field of a note, which is HTML. Anki looks for its own marks in the raw field: `{{c1::...::hint}}`, `[sound:...]`,
 * `[latex]...` (which runs a program), so what they are made of is written by number. Anki keeps texts in the form NFC.
 */
export function ankiText(text: string): Markup {
  const { source } = markup`${text.normalize('NFC')}`;
  return new Markup(source.replace(/[{}[\]]/gu, (mark) => `&#${mark.codePointAt(0)};`).replaceAll('::', ':&#58;'));
}
