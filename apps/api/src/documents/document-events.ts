import { setTimeout as sleep } from 'node:timers/promises';
import type { Response } from 'express';
import type { DocumentRow } from '@lectern/ingestion';
import { AppError } from '@lectern/platform';
import { beginEvents, writeEvent } from '../http/event-stream';
import { viewOf } from './document.view';

/** How often the row is looked at; a look costs about 0.1 ms. */
const LOOK_MS = 200;

/** Proxies close a connection that is silent for long; a comment keeps it. */
const KEEP_ALIVE_MS = 15_000;

/**
 * Writes `progress` events (Server-Sent Events) as the row changes, the terminal state last, then ends the response. It ends early when the client goes
 * away or the document is deleted.
 */
export async function streamProgress(response: Response, first: DocumentRow, look: () => Promise<DocumentRow>): Promise<void> {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  beginEvents(response, 200);
  response.flushHeaders();
  let row: DocumentRow | undefined = first;
  let sent: DocumentRow | undefined;
  let lastWrite = performance.now();
  while (row && !gone.signal.aborted) {
    if (!sent || row.updatedAt > sent.updatedAt || row.status !== sent.status) {
      // two states of one attempt may be read out of order behind a pooled database: progress never goes back
      const progress: number = sent && sent.generation === row.generation ? Math.max(row.progress, sent.progress) : row.progress;
      sent = { ...row, progress };
      writeEvent(response, 'progress', viewOf(sent));
      lastWrite = performance.now();
    } else if (performance.now() - lastWrite > KEEP_ALIVE_MS) {
      response.write(': still there\n\n');
      lastWrite = performance.now();
    }
    if (row.status === 'ready' || row.status === 'failed') break;
    await sleep(LOOK_MS, undefined, { signal: gone.signal }).catch(() => {});
    row = await look().catch(whileThere);
  }
  response.end();
}

/** A document that is deleted meanwhile has no further state to tell. */
function whileThere(error: unknown): undefined {
  if (error instanceof AppError && error.code === 'NOT_FOUND') return undefined;
  throw error;
}
