/** What a person can act on: printed as a message without a stack, and ends the command with its code. */
export class Failure extends Error {
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Runs a command of the project: its number becomes the exit code, a Failure a message on stderr. */
export async function command(run) {
  // an orderly exit also for signals, so that `exit` handlers end the processes that set-up has started
  const signals = Object.entries({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 });
  for (const [signal, code] of signals) process.once(signal, () => process.listenerCount(signal) === 0 && process.exit(code));
  try {
    process.exitCode = (await run()) ?? 0;
  } catch (error) {
    process.stderr.write(`\nlectern: ${error instanceof Failure ? error.message : error.stack}\n`);
    process.exitCode = error.exitCode ?? 1;
  }
}
