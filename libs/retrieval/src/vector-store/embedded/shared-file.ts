import { OtherSignatureError, saysDamage } from './file-errors';
import { type FileOptions, setAsideDamaged } from './open-file';
import { type ThreadAnswer, type ThreadCall } from './thread-messages';
import { VectorFile } from './vector-file';

const REPLACED: ThreadAnswer = { outcome: 'busy', message: 'The file was replaced.' };

/**
 * The file that lies at a path, whatever becomes of it: opened at the first call, and again where it was damaged or another
 * process has replaced it. A call that met either has to be made again ('busy'), since it may have written into nowhere.
 */
export class SharedFile {
  private open: VectorFile | undefined;

  constructor(
    private readonly options: FileOptions,
    private readonly notify: (notice: string) => void,
  ) {}

  call({ method, args }: ThreadCall): ThreadAnswer {
    try {
      if (this.open?.isReplaced) this.close();
      const file = this.opened();
      const value: unknown = Reflect.apply(file[method], file, args);
      return file.isReplaced ? REPLACED : { outcome: 'done', value };
    } catch (error) {
      return this.answerTo(error);
    }
  }

  close(): void {
    this.open?.close();
    this.open = undefined;
  }

  private opened(): VectorFile {
    if (this.open) return this.open;
    this.open = new VectorFile(this.options);
    if (this.open.notice) this.notify(this.open.notice);
    return this.open;
  }

  private answerTo(error: unknown): ThreadAnswer {
    const { code, message } = error as { code?: string; message: string };
    if (error instanceof OtherSignatureError) return { outcome: 'mismatch', message };
    if (code?.startsWith('SQLITE_BUSY') || this.open?.isReplaced) return { outcome: 'busy', message };
    if (!this.open || !saysDamage(error)) return { outcome: 'failed', message: `${code ?? ''} ${message}` };
    const { inode } = this.open;
    this.close();
    try {
      setAsideDamaged(this.options.file, inode);
      this.notify(`The search index was damaged (${message}) and set aside. A new one is filled from the database.`);
    } catch {
      // another process is at it, or will be: the call is made again and meets the damage again, if it is still there
    }
    return { outcome: 'busy', message };
  }
}
