import { BullModule, getQueueToken } from '@nestjs/bullmq';
import { Module } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { AppConfig } from '../config/config';
import { ConfigurationModule } from '../config/config.module';
import { QUEUES } from './job-definition';
import { JobQueue } from './job-queue';

/** The three queues as producers see them: an unreachable Redis fails a call at once instead of keeping it waiting. */
@Module({
  imports: [
    BullModule.forRootAsync({
      imports: [ConfigurationModule],
      inject: [AppConfig],
      useFactory: ({ redis }: AppConfig) => ({
        connection: {
          url: redis.queueUrl,
          enableOfflineQueue: false,
          maxRetriesPerRequest: 1,
          retryStrategy: (times) => Math.min(1_000, times * 100),
        },
      }),
    }),
    BullModule.registerQueue(...QUEUES.map((name) => ({ name }))),
  ],
  providers: [
    {
      provide: JobQueue,
      inject: QUEUES.map((name) => getQueueToken(name)),
      useFactory: (...queues: Queue[]) => {
        // without a listener an unreachable Redis would end the process; calls report it themselves
        for (const queue of queues) queue.on('error', () => {});
        return new JobQueue(new Map(QUEUES.map((name, i) => [name, queues[i]!])));
      },
    },
  ],
  exports: [JobQueue, BullModule],
})
export class QueueModule {}
