const POLL_MS = 500;
// one Ctrl-C comes twice: from the terminal, and passed on by npm
const SAME_REQUEST_MS = 700;

/**
 * Everything that means "stop": Ctrl-C, a signal, the end of the process that started this one (npm, when it is killed, leaves its
 * children running), and a closed IPC channel where a script of this project started it.
 * @returns `{ asked, reason, again, done() }`: a promise, why, what a second request does, and the end of listening
 */
export function untilToldToStop() {
  const stop = { again: () => {} };
  let firstAt;
  stop.asked = new Promise((settle) => {
    const request = (reason) => {
      if (firstAt === undefined) {
        firstAt = performance.now();
        stop.reason = reason;
        settle();
      } else if (performance.now() - firstAt > SAME_REQUEST_MS) stop.again();
    };
    const names = { SIGINT: 'Ctrl-C', SIGTERM: 'SIGTERM', SIGHUP: 'the terminal was closed' };
    for (const [signal, reason] of Object.entries(names)) process.on(signal, () => request(reason));
    process.on('disconnect', () => request('the script that started it ended'));
    // a log that nobody reads any more is no reason to end
    for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
    const forgetParent = watchParent(() => request('npm was killed'));
    stop.done = () => {
      forgetParent();
      if (process.connected) process.disconnect();
    };
  });
  return stop;
}

/** Only below npm: started by hand in the background, it may outlive its shell. */
function watchParent(gone) {
  if (!process.env.npm_lifecycle_event) return () => {};
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    gone();
  }, POLL_MS);
  return () => clearInterval(timer);
}
