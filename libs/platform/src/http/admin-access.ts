import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';

/** Whether the request carries the operator's token: as the password of user `admin`, or as a bearer token where that is taken. */
export function hasAdminToken(request: Request, adminToken: string, scheme: 'basic' | 'basic or bearer'): boolean {
  const [, kind = '', credentials = ''] = /^(\w+) +(\S+)$/.exec(request.headers.authorization ?? '') ?? [];
  switch (kind.toLowerCase()) {
    case 'basic':
      return isEqual(Buffer.from(credentials, 'base64').toString(), `admin:${adminToken}`);
    case 'bearer':
      return scheme === 'basic or bearer' && isEqual(credentials, adminToken);
    default:
      return false;
  }
}

/** Whether the client runs on this machine. A request that came through a proxy never does, whatever its headers say. */
export function isLocal({ socket, headers }: Request): boolean {
  const proxied = headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined || headers['x-real-ip'] !== undefined;
  return !proxied && /^(127\.|::1$|::ffff:127\.)/.test(socket.remoteAddress ?? '');
}

/** Takes the same time wherever the two differ. */
function isEqual(given: string, expected: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(expected));
}
