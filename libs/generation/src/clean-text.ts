/** Document text as a learner may see it: one line, no soft hyphens, words joined that a line end had parted. */
export function cleanText(text: string): string {
  return (
    text
      .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu, '')
      // PDFium writes a hyphen that it knows to be a line-end one as U+FFFE or U+0002
      // oxlint-disable-next-line no-control-regex -- these are what is taken out
      .replace(/[\ufffe\u0002]\s*/gu, '')
      .replace(/(\p{Ll})-[ \t]*\r?\n\s*(?=\p{Ll})/gu, '$1')
      // oxlint-disable-next-line no-control-regex -- these are what is taken out
      .replace(/[\u0000-\u001f\u007f-\u009f\s]+/gu, ' ')
      .trim()
  );
}
