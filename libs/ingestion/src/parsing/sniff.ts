import { open, type FileHandle } from 'node:fs/promises';
import { AppError } from '@lectern/platform';
import { MEDIA_TYPES, type DocumentFormat } from './document-format';
import { CORRUPT_DOCX, ENCRYPTED } from './parse-failure';
import { encodingOfMark } from './text-decoder';
import { openZip, type ZipDirectory } from './zip-directory';

export interface SniffedDocument {
  readonly format: DocumentFormat;
  readonly mediaType: string;
}

const HEAD_BYTES = 1 << 16;
/** Where readers look for the header of a PDF (ISO 32000-2, annex I.2 of its first edition). */
const PDF_HEADER_WITHIN = 1024;
const MAIN_PART =
  /application\/vnd\.(openxmlformats-officedocument\.wordprocessingml\.(document|template)|ms-word\.(document|template)\.macroEnabled)\.main\+xml/i;
const LONGEST_CONTENT_TYPES = 1 << 20;
/** Text that is another format's source, and names under which nobody expects plain text. */
const MARKUP = /^\s*(\{\\rtf|%!PS|<!doctype html|<html|<\?xml|<svg)/i;
const NOT_TEXT_BY_NAME = /\.(pdf|docx?|docm|dot[xm]?|rtf|od[tps]|pptx?|xlsx?|epub|html?|xml|png|jpe?g|gif|exe)$/i;

/**
 * Tells what a file is from its first bytes and its structure, reading only a bounded part of it; what cannot be told so
 * fails later, when it is parsed.
 *
 * @param path a local file
 * @param filename only used to refuse text under a name that promises something else
 * @throws AppError `UNSUPPORTED_TYPE`, `DOCUMENT_EMPTY`, `DOCUMENT_CORRUPT`, `DOCUMENT_ENCRYPTED`
 */
export async function sniffDocument(path: string, filename: string): Promise<SniffedDocument> {
  const file = await open(path);
  try {
    const head = await read(file, 0, HEAD_BYTES);
    const format = await formatOf(file, head, { path, filename });
    return { format, mediaType: MEDIA_TYPES[format] };
  } finally {
    await file.close();
  }
}

async function formatOf(file: FileHandle, head: Buffer, { path, filename }: { path: string; filename: string }): Promise<DocumentFormat> {
  if (head.length === 0) throw new AppError('DOCUMENT_EMPTY', 'The file is empty.');
  if (isPdf(head, filename)) return 'pdf';
  if (startsWith(head, 'PK\x03\x04') || startsWith(head, 'PK\x05\x06')) return await requireWord(path);
  if (startsWith(head, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return await refuseCompoundFile(file, head);
  if (!isText(head) || MARKUP.test(head.subarray(0, 200).toString('latin1')) || NOT_TEXT_BY_NAME.test(filename)) throw unsupported();
  return 'txt';
}

/** The header at the beginning, or after some other bytes where the rest is not text about PDF; or, having lost it, its objects. */
function isPdf(head: Buffer, filename: string): boolean {
  const at = head.subarray(0, PDF_HEADER_WITHIN).indexOf('%PDF-', 0, 'latin1');
  if (at === 0 || (at > 0 && !isText(head))) return true;
  return /\.pdf$/i.test(filename) && /^\s*\d+ \d+ obj\b/m.test(head.toString('latin1'));
}

async function requireWord(path: string): Promise<DocumentFormat> {
  const directory = await openZip(path).catch((error: unknown) => {
    throw new AppError('DOCUMENT_CORRUPT', CORRUPT_DOCX, { cause: error });
  });
  try {
    if (![...directory.entries.keys()].includes('word/document.xml') && !MAIN_PART.test(await contentTypes(directory))) throw unsupported();
    return 'docx';
  } finally {
    directory.zip.close();
  }
}

async function contentTypes({ zip, entries }: ZipDirectory): Promise<string> {
  const entry = entries.get('[Content_Types].xml');
  if (!entry || entry.isEncrypted() || entry.uncompressedSize > LONGEST_CONTENT_TYPES) return '';
  try {
    const parts: Buffer[] = [];
    for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part as Buffer);
    return Buffer.concat(parts).toString('utf8');
  } catch (error) {
    throw new AppError('DOCUMENT_CORRUPT', CORRUPT_DOCX, { cause: error });
  }
}

/** A compound file (MS-CFB) is an old Office document, or the wrapping of an encrypted new one (MS-OFFCRYPTO 2.3.4.4). */
async function refuseCompoundFile(file: FileHandle, head: Buffer): Promise<never> {
  if (head.length >= 52) {
    const sectorBytes = 1 << Math.min(head.readUInt16LE(30), 16);
    const directory = await read(file, (head.readUInt32LE(48) + 1) * sectorBytes, HEAD_BYTES);
    if (directory.includes(Buffer.from('EncryptedPackage', 'utf16le'))) throw new AppError('DOCUMENT_ENCRYPTED', ENCRYPTED);
  }
  throw unsupported();
}

/** Whether bytes look like text: few NULs and next to no other control characters, unless a mark says that it is UTF-16. */
function isText(head: Buffer): boolean {
  if (encodingOfMark(head)?.startsWith('utf-16')) return true;
  const count = (odd: (byte: number) => boolean) => head.reduce((sum, byte) => sum + Number(odd(byte)), 0);
  const nuls = count((byte) => byte === 0);
  const controls = count((byte) => byte > 0 && byte < 0x20 && !(byte >= 0x08 && byte <= 0x0d) && byte !== 0x1b);
  return nuls <= head.length * 0.25 && controls <= head.length * 0.02;
}

function startsWith(head: Buffer, magic: string): boolean {
  return head.subarray(0, magic.length).equals(Buffer.from(magic, 'latin1'));
}

function unsupported(): AppError {
  return new AppError('UNSUPPORTED_TYPE', 'The file is none of PDF, Word document (DOCX) and plain text, whatever its name says.');
}

async function read(file: FileHandle, position: number, bytes: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, position);
  return buffer.subarray(0, bytesRead);
}
