import type { Answer } from './api';

/** What an error may be, to the letter: these six keys, the header beside `retry_after`, and no word of what lies behind. */
export function expectErrorBody(answer: Answer, status: number, code?: string): void {
  expect({ status: answer.status, text: answer.text }).toMatchObject({ status });
  expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
  expect(Object.keys(answer.json).toSorted()).toEqual(['code', 'fallback_used', 'message', 'request_id', 'retry_after', 'status']);
  expect(answer.json).toMatchObject({ status: 'error', message: expect.stringMatching(/\w/), fallback_used: expect.any(Boolean) });
  expect(answer.json.code).toMatch(/^[A-Z][A-Z0-9_]*$/);
  if (code) expect(answer.json.code).toBe(code);
  expect(answer.json.request_id).toBe(answer.headers.get('x-request-id'));
  const wait = answer.headers.get('retry-after');
  expect(answer.json.retry_after).toBe(wait === null ? null : Number(wait));
  expect(answer.text).not.toMatch(/\n\s+at |node_modules|SQLITE|Prisma|ECONNREFUSED|\.(ts|js):\d|\/(tmp|home|usr|work)\//);
}
