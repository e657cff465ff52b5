import { workerData } from 'node:worker_threads';

/** Ends the parser's process, busy or not, once the parent that it was given is no longer its parent. */
setInterval(() => {
  if (process.ppid !== workerData) process.kill(process.pid, 'SIGKILL');
}, 500);
