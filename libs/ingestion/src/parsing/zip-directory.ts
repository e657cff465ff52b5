import { getFileNameLowLevel, openPromise, type Entry, type ZipFile } from 'yauzl';

/** More entries than any Word document has: 1,000 pictures are 1,000 entries. */
const MOST_ENTRIES = 20_000;

export interface ZipDirectory {
  readonly zip: ZipFile;
  readonly entries: ReadonlyMap<string, Entry>;
}

/**
 * The central directory of a zip file, read without inflating anything. Names are keys, never paths: nothing is written.
 *
 * @throws Error where there is no sound directory, or one without end
 */
export async function openZip(path: string): Promise<ZipDirectory> {
  // decoded by hand, because otherwise one hostile name makes the whole file unreadable
  const zip = await openPromise(path, { decodeStrings: false, autoClose: false });
  try {
    if (zip.entryCount > MOST_ENTRIES) throw new Error(`${zip.entryCount} entries`);
    const entries = new Map<string, Entry>();
    for await (const entry of zip.eachEntry()) entries.set(nameOf(entry), entry);
    return { zip, entries };
  } catch (error) {
    zip.close();
    throw error;
  }
}

function nameOf(entry: Entry): string {
  return getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false)
    .replaceAll('\\', '/')
    .replace(/^\//, '');
}
