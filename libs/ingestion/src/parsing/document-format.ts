export type DocumentFormat = 'pdf' | 'docx' | 'txt';

export const MEDIA_TYPES: Record<DocumentFormat, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  txt: 'text/plain',
};

export function formatOf(mediaType: string): DocumentFormat {
  const format = (Object.keys(MEDIA_TYPES) as DocumentFormat[]).find((name) => MEDIA_TYPES[name] === mediaType);
  if (!format) throw new Error(`No format has the media type ${mediaType}`);
  return format;
}
