import { zipSync } from 'fflate';
import { Markup } from './markup';

/** The first moment that ZIP can tell, in local time, as it keeps times: the same files give the same bytes, wherever. */
const NO_TIME = new Date(1980, 0, 1);

/** A ZIP file of these files, in this order. */
export function zipOf(files: Readonly<Record<string, Uint8Array | Markup | string>>): Uint8Array {
  const bytes = Object.entries(files).map(([name, content]) => [name, bytesOf(content)] as const);
  return zipSync(Object.fromEntries(bytes), { mtime: NO_TIME });
}

function bytesOf(content: Uint8Array | Markup | string): Uint8Array {
  if (content instanceof Uint8Array) return content;
  return new TextEncoder().encode(content instanceof Markup ? content.source : content);
}
