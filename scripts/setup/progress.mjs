const FRAMES = ['|', '/', '-', '\\'];
const STILL_MS = 15_000;

/** Says on stderr what is being waited for: a spinner with the seconds on a terminal, a line now and then elsewhere. */
export async function withProgress(label, work) {
  const started = performance.now();
  const seconds = () => `${Math.round((performance.now() - started) / 1000)} s`;
  const terminal = process.stderr.isTTY;
  let frame = 0;
  const spin = () => process.stderr.write(`\r  ${FRAMES[frame++ % FRAMES.length]} ${label} ${seconds()} `);
  const still = () => process.stderr.write(`  ... still ${label}, ${seconds()}\n`);
  if (!terminal) process.stderr.write(`  ${label} ...\n`);
  const timer = setInterval(terminal ? spin : still, terminal ? 150 : STILL_MS);
  let outcome = 'failed';
  try {
    const result = await work();
    outcome = 'done';
    return result;
  } finally {
    clearInterval(timer);
    process.stderr.write(`${terminal ? '\r\x1b[K' : ''}  ${label}: ${outcome} in ${seconds()}\n`);
  }
}
