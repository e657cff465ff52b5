import { createInterface } from 'node:readline';

const LEVELS = { 10: 'TRACE', 20: 'DEBUG', 30: 'INFO', 40: 'WARN', 50: 'ERROR', 60: 'FATAL' };
const COLOURS = { WARN: 33, ERROR: 31, FATAL: 31, DEBUG: 2, TRACE: 2 };
const NOT_SHOWN = new Set(['level', 'time', 'pid', 'hostname', 'msg', 'name', 'app', 'context', 'v', 'req', 'res', 'err']);
const FIELDS_WIDTH = 120;

/** On a terminal the JSON log lines of a process become readable ones: `12:01:02 api    INFO  document ready  pages=12`. */
export function showReadably(name, child) {
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => process.stdout.write(`${readable(name, line)}\n`));
  }
}

export function readable(name, line) {
  const entry = parsed(line);
  if (!entry) return `         ${name.padEnd(6)} ${line}`;
  const time = new Date(entry.time ?? Date.now()).toTimeString().slice(0, 8);
  const level = LEVELS[entry.level] ?? String(entry.level ?? '').toUpperCase();
  const text = `${time} ${name.padEnd(6)} ${level.padEnd(5)} ${entry.msg ?? ''}${fieldsOf(entry)}${errorOf(entry, level)}`;
  return COLOURS[level] ? `\x1b[${COLOURS[level]}m${text}\x1b[0m` : text;
}

function parsed(line) {
  if (!line.startsWith('{')) return undefined;
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function fieldsOf(entry) {
  const request = entry.req ? ` ${entry.req.method ?? ''} ${entry.req.url ?? ''} ${entry.res?.statusCode ?? ''}`.trimEnd() : '';
  const shown = Object.entries(entry)
    .filter(([key, value]) => !NOT_SHOWN.has(key) && value !== null && typeof value !== 'object')
    .map(([key, value]) => ` ${key}=${value}`);
  return `${request}${shown.length > 0 ? ` ${shown.join('')}` : ''}`.slice(0, FIELDS_WIDTH);
}

function errorOf({ err }, level) {
  if (!err) return '';
  return ['ERROR', 'FATAL'].includes(level) && err.stack ? `\n  ${String(err.stack).replaceAll('\n', '\n  ')}` : ` (${err.message ?? ''})`;
}
