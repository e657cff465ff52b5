import type { Response } from 'express';

/** Begins an answer of Server-Sent Events (WHATWG HTML 9.2), which no proxy may keep back. */
export function beginEvents(response: Response, status: number): void {
  response.status(status).set({
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-cache, no-transform',
    'X-Accel-Buffering': 'no',
  });
}

export function writeEvent(response: Response, name: string, data: unknown): void {
  response.write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
}
