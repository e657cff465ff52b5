import { AWAITED_SETTINGS } from './awaited-settings';
import { SETTINGS } from './settings';

/** `.env.example`: every setting with what it is for and its default, all commented out, since none is needed. */
export function envExample(): string {
  const lines = ['# Every setting of Lectern. None is needed: what is commented out has the default shown. Made by `npm run env:example`.'];
  let group = '';
  for (const [name, setting] of Object.entries(SETTINGS)) {
    if (setting.group !== group) lines.push('', `# --- ${(group = setting.group)} ---`);
    const fallback = setting.value.safeParse(undefined).data;
    lines.push(`# ${setting.help}`, `# ${name}=${fallback === undefined ? '' : String(fallback)}`);
  }
  lines.push('', '# --- Named, checked, and without effect in this version ---');
  for (const [name, { help }] of Object.entries(AWAITED_SETTINGS)) lines.push(`# ${help}`, `# ${name}=`);
  return `${lines.join('\n')}\n`;
}
