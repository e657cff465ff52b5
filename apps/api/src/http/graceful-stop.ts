import type { Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { NextFunction, Request, Response } from 'express';
import type { Readiness } from '@lectern/platform';

/** Left of the grace period for closing the database and the connections to Redis. */
const CLOSING_MS = 1_500;

/** The answers that are being written: what a stop has to wait for. */
export class OpenAnswers {
  private readonly open = new Set<Response>();

  constructor(private readonly readiness: Readiness) {}

  /** Notes each answer; while draining, each one tells its client that the connection ends with it. */
  readonly middleware = (_request: Request, response: Response, next: NextFunction) => {
    this.open.add(response);
    response.once('close', () => this.open.delete(response));
    if (this.readiness.draining) response.setHeader('Connection', 'close');
    next();
  };

  /**
   * Stops a server without breaking a connection that is in use: says 503 on `/health/ready` and goes on answering while balancers take notice,
   * then takes no new connections, ends streams that would never end by themselves, and waits for the rest.
   * @param graceMs after this, what is left is cut off
   * @param noticeMs how long balancers are given
   */
  async stop(server: Server, { graceMs, noticeMs }: { graceMs: number; noticeMs: number }): Promise<void> {
    const until = performance.now() + graceMs - CLOSING_MS;
    this.readiness.drain();
    await sleep(noticeMs);
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    let done = false;
    void closed.then(() => (done = true));
    while (!done && performance.now() < until) {
      // Node takes an answer that was ended for sent, and would destroy its connection with the last bytes still unsent: so those that end
      // now have until the next turn
      server.closeIdleConnections();
      this.endEventStreams();
      await Promise.race([closed, sleep(50)]);
    }
    server.closeAllConnections();
  }

  /** Clients of `text/event-stream` connect again by themselves; progress is read, so nothing is lost by that. */
  private endEventStreams(): void {
    for (const response of this.open) {
      const streams = String(response.getHeader('Content-Type') ?? '').startsWith('text/event-stream');
      if (streams && response.req.method === 'GET') response.end();
    }
  }
}
