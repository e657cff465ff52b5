import type { Entry } from 'yauzl';
import { CORRUPT_DOCX, ENCRYPTED, ParseFailure } from './parse-failure';
import { openZip, type ZipDirectory } from './zip-directory';

/** Inflated XML of one document: fifty times that of a 54,000-word journal. */
const MOST_BYTES = 96 << 20;

/** A DOCX file as mammoth reads it: a set of named parts. */
export class DocxPackage {
  private inflated = 0;

  private constructor(private readonly directory: ZipDirectory) {}

  static async open(path: string): Promise<DocxPackage> {
    try {
      return new DocxPackage(await openZip(path));
    } catch (error) {
      throw new ParseFailure('DOCUMENT_CORRUPT', CORRUPT_DOCX, { cause: error });
    }
  }

  exists(name: string): boolean {
    return this.directory.entries.has(name);
  }

  /** The text of a part. Bytes are counted as they inflate, whatever the directory says, over all parts together. */
  async read(name: string): Promise<string> {
    const entry = this.directory.entries.get(name);
    if (!entry) throw new ParseFailure('DOCUMENT_CORRUPT', CORRUPT_DOCX);
    if (entry.isEncrypted()) throw new ParseFailure('DOCUMENT_ENCRYPTED', ENCRYPTED);
    this.count(entry.uncompressedSize);
    const xml = decodeXml(await this.inflate(entry));
    // no Word document has a document type; entities are all that one could bring
    if (xml.includes('<!DOCTYPE')) throw new ParseFailure('DOCUMENT_CORRUPT', CORRUPT_DOCX);
    return xml;
  }

  private async inflate(entry: Entry): Promise<Buffer> {
    const parts: Buffer[] = [];
    let bytes = 0;
    for await (const part of await this.directory.zip.openReadStreamPromise(entry)) {
      bytes += (part as Buffer).length;
      if (bytes > entry.uncompressedSize) throw new ParseFailure('DOCUMENT_CORRUPT', CORRUPT_DOCX);
      parts.push(part as Buffer);
    }
    return Buffer.concat(parts);
  }

  private count(bytes: number): void {
    this.inflated += bytes;
    if (this.inflated <= MOST_BYTES) return;
    throw new ParseFailure('TOO_COMPLEX', `The Word document unpacks to more than ${MOST_BYTES >> 20} MB of text and markup. Split it.`);
  }
}

function decodeXml(bytes: Buffer): string {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
  return new TextDecoder(utf16 ?? 'utf-8').decode(bytes);
}
