import { defineJob } from '@lectern/platform';
import { z } from 'zod';

const generation = z.number().int().positive();

/** Parses a document, chunks it and plans its embedding batches. */
export const ingestDocument = defineJob({
  queue: 'ingestion',
  name: 'ingest-document',
  payload: z.object({ documentId: z.uuid(), generation }),
  id: ({ documentId, generation }) => `ingest-${documentId}-${generation}`,
  attempts: 5,
});

/** Embeds one batch of a document's chunks and writes their points. */
export const embedBatch = defineJob({
  queue: 'embedding',
  name: 'embed-batch',
  payload: z.object({ documentId: z.uuid(), generation, batch: z.number().int().nonnegative() }),
  id: ({ documentId, generation, batch }) => `embed-${documentId}-${generation}-${batch}`,
  attempts: 5,
});

/** Compares rows, queues, vectors and files; one for all workers in a slot of time. */
export const reconcile = defineJob({
  queue: 'maintenance',
  name: 'reconcile',
  payload: z.object({ slot: z.number().int().nonnegative() }),
  id: ({ slot }) => `reconcile-${slot}`,
  attempts: 1,
});
