import { deadlineTimer } from './deadline-timer';

/** What `work` answers, or a failure once `deadlineMs` have passed; the work itself is not stopped. */
export async function inTime<Result>(work: Promise<Result>, deadlineMs: number): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = deadlineTimer(deadlineMs, () => reject(new Error(`no answer in ${deadlineMs} ms`)));
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
