import type { z } from 'zod';
import { AppError } from '../errors/app-error';

export const QUEUES = ['ingestion', 'embedding', 'maintenance'] as const;
export type QueueName = (typeof QUEUES)[number];

/**
 * A kind of job, declared once in the library whose work it is, and parsed on both ends. The payload holds ids only: what it speaks of
 * is read from the database when the job runs. The id is made from the payload, so that enqueueing twice is once.
 */
export interface JobDefinition<Payload> {
  readonly queue: QueueName;
  readonly name: string;
  id(payload: Payload): string;
  /** @throws AppError `INTERNAL` for a payload of another shape */
  parse(data: unknown): Payload;
  readonly attempts: number;
}

interface JobDeclaration<Schema extends z.ZodType> {
  queue: QueueName;
  name: string;
  payload: Schema;
  /** Letters, digits and `-`; never digits alone, and no `:`, which BullMQ keeps for itself. */
  id: (payload: z.output<Schema>) => string;
  attempts: number;
}

export function defineJob<Schema extends z.ZodType>(declaration: JobDeclaration<Schema>): JobDefinition<z.output<Schema>> {
  return {
    queue: declaration.queue,
    name: declaration.name,
    attempts: declaration.attempts,
    id: declaration.id,
    parse(data) {
      const parsed = declaration.payload.safeParse(data);
      if (parsed.success) return parsed.data;
      throw new AppError('INTERNAL', `A job ${declaration.name} has a payload of another shape.`, { cause: parsed.error });
    },
  };
}
