// oxlint-disable no-control-regex -- control characters are what this file is about
const LINE_ENDS = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;
/** C0 but tab and line feed, DEL, C1, and the two noncharacters that some programs use as marks. */
const CONTROLS = /[\0-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/g;

/** Text as all parsers give it: line ends are `\n`, no other control characters but tab, well-formed UTF-16. */
export function cleanText(text: string): string {
  return withoutControls(text.replace(LINE_ENDS, '\n'));
}

/** For text whose control characters mean nothing at all, not even line ends: glyphs of symbol fonts in PDF. */
export function withoutControls(text: string): string {
  return text.replace(CONTROLS, '').toWellFormed();
}
