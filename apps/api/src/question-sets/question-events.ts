import type { Response } from 'express';
import type { ShownQuestionSet } from '@lectern/generation';

/** A set as Server-Sent Events: a `question` each, then one `done` with the set without them. */
export function writeQuestionEvents(response: Response, { questions, ...set }: ShownQuestionSet): void {
  const event = (name: string, data: unknown) => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
  response.set({
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-cache, no-transform',
    'X-Accel-Buffering': 'no',
  });
  for (const question of questions) response.write(event('question', question));
  response.end(event('done', set));
}
