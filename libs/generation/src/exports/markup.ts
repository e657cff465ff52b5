/** XML or HTML as such. Where it is put into other markup it stays what it is; a string becomes text. */
export class Markup {
  constructor(readonly source: string) {}
}

/** What follows stands in this encoding, in the version of XML that every reader knows. */
export const XML_DECLARATION = new Markup('<?xml version="1.0" encoding="UTF-8"?>\n');

/** A template whose values are escaped, in elements as in attributes: only what `markup` itself made keeps its tags. */
export function markup(parts: TemplateStringsArray, ...values: readonly (string | Markup | readonly Markup[])[]): Markup {
  return new Markup(parts.reduce((before, part, i) => before + sourceOf(values[i - 1] ?? '') + part));
}

function sourceOf(value: string | Markup | readonly Markup[]): string {
  if (typeof value === 'string') return escapeMarkup(value);
  return value instanceof Markup ? value.source : value.map(({ source }) => source).join('');
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * Characters that XML 1.0 has no place for, not even by number (its production 2, `Char`), are replaced. A mark that would stand
 * on the end of a tag is written by number: who normalises the whole (Anki does) would make one character of both.
 */
function escapeMarkup(text: string): string {
  return (
    text
      .toWellFormed()
      // oxlint-disable-next-line no-control-regex -- these are what is taken out
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '\ufffd')
      .replace(/[&<>"']|^\p{M}/gu, (mark) => ENTITIES[mark] ?? `&#${mark.codePointAt(0)};`)
  );
}
