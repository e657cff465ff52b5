import { randomUUID } from 'node:crypto';

/** 1 to 128 letters that are harmless in a header, a log line and a shell. */
const SANE = /^[A-Za-z0-9_.:@/+=~-]{1,128}$/;

/** The id that a client sent, where it is sane, else a new one. */
export function requestIdOf(sent: string | string[] | undefined): string {
  return typeof sent === 'string' && SANE.test(sent) ? sent : randomUUID();
}
