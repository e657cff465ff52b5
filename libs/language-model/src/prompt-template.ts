import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/**
 * A prompt kept as a readable file: a part below the heading `# system` and one below `# user`, with `{{names}}` for what is put
 * in. What is put in is never read again for names.
 */
export class PromptTemplate {
  /** Changes with every letter of the file: part of what answers are kept by. */
  readonly version: string;
  private readonly system: string;
  private readonly user: string;

  /** @throws Error where a part is missing */
  constructor(file: string) {
    const text = readFileSync(file, 'utf8');
    const [, system, user] = /^# system\n(.*)\n# user\n(.*)$/su.exec(text.replaceAll('\r\n', '\n')) ?? [];
    if (system === undefined || user === undefined) throw new Error(`${file} has no part "# system" with a part "# user" behind it`);
    this.version = createHash('sha256').update(text).digest('hex').slice(0, 8);
    this.system = system.trim();
    this.user = user.trim();
  }

  /** @throws Error for a name that has no value */
  filled(values: Readonly<Record<string, string | number>>): { system: string; user: string } {
    const put = (text: string) =>
      text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
        const value = values[name];
        if (value === undefined) throw new Error(`The prompt asks for "${name}"`);
        return String(value);
      });
    return { system: put(this.system), user: put(this.user) };
  }
}
