/** What is read from the file cannot have been written by this program. */
export class DamagedFileError extends Error {}

const SQLITE_SAYS = ['SQLITE_CORRUPT', 'SQLITE_NOTADB', 'SQLITE_IOERR_SHORT_READ'];

/** The file belongs to a process that came later, with another embedding signature. */
export class OtherSignatureError extends Error {
  constructor(stored: string, own: string) {
    super(
      `The search index holds vectors of ${stored}; this process makes those of ${own}. Start it again with the settings of the others.`,
    );
  }
}

/** Whether an error says that the file is damaged, rather than busy, full or out of reach. */
export function saysDamage(error: unknown): boolean {
  if (error instanceof DamagedFileError) return true;
  const { code } = error as { code?: string };
  return SQLITE_SAYS.some((start) => code?.startsWith(start));
}
