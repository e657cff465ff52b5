/** In the words of BullMQ, which Bull Board shows too. */
export type TaskState = 'waiting' | 'delayed' | 'active' | 'completed' | 'failed';

/**
 * How far an ingestion is. The first job of a document is completed while its batches are still being embedded, and a lost job is enqueued
 * again by the reconciler, so the row decides; the job can only add that it waits.
 */
export function taskState(documentStatus: string, jobState: string | undefined): TaskState {
  switch (documentStatus) {
    case 'ready':
      return 'completed';
    case 'failed':
      return 'failed';
    case 'processing':
      return jobState === 'delayed' ? 'delayed' : 'active';
    default:
      return jobState === 'delayed' || jobState === 'active' ? jobState : 'waiting';
  }
}
