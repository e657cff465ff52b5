import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { ExpressAdapter } from '@bull-board/express';
import { getQueueToken } from '@nestjs/bullmq';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Queue } from 'bullmq';
import { AppConfig, QUEUES } from '@lectern/platform';
import { onlyAdmins } from './only-admins';

const PATH = '/admin/queues';

/** Bull Board on the three queues, for operators. */
export function mountQueueBoard(app: NestExpressApplication): void {
  const adapter = new BoardAdapter().setBasePath(PATH);
  const queues = QUEUES.map((name) => new BullMQAdapter(app.get<Queue>(getQueueToken(name), { strict: false })));
  createBullBoard({ queues, serverAdapter: adapter, options: { uiConfig: { boardTitle: 'Lectern' } } });
  app.use(PATH, onlyAdmins(app.get(AppConfig)), adapter.getRouter());
}

/** Shows no words of Redis or of the code when a queue cannot be read. */
class BoardAdapter extends ExpressAdapter {
  override setErrorHandler(): this {
    return super.setErrorHandler(() => ({
      status: 500,
      body: { error: 'QUEUE_UNAVAILABLE', message: 'The queues cannot be read at the moment.' },
    }));
  }
}
