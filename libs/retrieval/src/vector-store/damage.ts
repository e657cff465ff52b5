/** What is read from the file cannot have been written by this program. */
export class DamagedFileError extends Error {}

const SQLITE_SAYS = ['SQLITE_CORRUPT', 'SQLITE_NOTADB', 'SQLITE_IOERR_SHORT_READ'];

/** Whether an error says that the file is damaged, rather than busy, full or out of reach. */
export function saysDamage(error: unknown): boolean {
  if (error instanceof DamagedFileError) return true;
  const { code } = error as { code?: string };
  return SQLITE_SAYS.some((start) => code?.startsWith(start));
}
