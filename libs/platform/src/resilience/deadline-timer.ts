/**
 * Calls `late` once `ms` have passed, and what has arrived by then is read. Node runs timers before it reads (see "The Node.js Event Loop"), so a process that was
 * busy itself for that long would otherwise call an answer late that has been waiting for it.
 */
export function deadlineTimer(ms: number, late: () => void): NodeJS.Timeout {
  return setTimeout(() => setImmediate(late), ms);
}
