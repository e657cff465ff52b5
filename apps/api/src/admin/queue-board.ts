import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { ExpressAdapter } from '@bull-board/express';
import { getQueueToken } from '@nestjs/bullmq';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Queue } from 'bullmq';
import type { NextFunction, Request, Response } from 'express';
import { AppConfig, JobQueue, QUEUES } from '@lectern/platform';
import { onlyAdmins } from './only-admins';

const PATH = '/admin/queues';

/** Bull Board on the three queues, for operators. */
export function mountQueueBoard(app: NestExpressApplication): void {
  const adapter = new BoardAdapter().setBasePath(PATH);
  const queues = QUEUES.map((name) => new BullMQAdapter(app.get<Queue>(getQueueToken(name), { strict: false })));
  createBullBoard({ queues, serverAdapter: adapter, options: { uiConfig: { boardTitle: 'Lectern' } } });
  app.use(PATH, onlyAdmins(app.get(AppConfig)));
  app.use(`${PATH}/api`, whileQueuesAnswer(app.get(JobQueue)));
  app.use(PATH, adapter.getRouter());
}

/** Bull Board itself would wait for a Redis that is away as long as that takes. */
function whileQueuesAnswer(queue: JobQueue) {
  return (_request: Request, _response: Response, next: NextFunction) => queue.ping().then(() => next(), next);
}

/** Shows no words of Redis or of the code when a job cannot be read. */
class BoardAdapter extends ExpressAdapter {
  override setErrorHandler(): this {
    return super.setErrorHandler(() => ({ status: 500, body: { error: 'INTERNAL', message: 'The queues cannot be read at the moment.' } }));
  }
}
