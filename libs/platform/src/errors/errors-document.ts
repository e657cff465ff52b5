import { ERRORS } from './error-codes';

/** `docs/errors.md`: every code with its status, whether trying again may help, and what to do. */
export function errorsDocument(): string {
  const rows = Object.entries(ERRORS).map(
    ([code, { status, retryable, help }]) => `| \`${code}\` | ${status} | ${retryable ? 'yes' : 'no'} | ${help} |`,
  );
  return [
    '# Errors',
    '',
    'Every error has the body `{status, message, fallback_used, retry_after, code, request_id}`. `code` is one of these. A document that fails while it is read keeps the code in its `error`. Made by `npm run docs:errors`.',
    '',
    '| code | HTTP | try again | what to do |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
