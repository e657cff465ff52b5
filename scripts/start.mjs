/** `npm start`: sets up what is missing, then runs Redis, the API and the worker until Ctrl-C. */
import { mkdirSync } from 'node:fs';
import { ROOT, environment, placesOf } from './environment.mjs';
import { Failure, command } from './failure.mjs';
import { setUp } from './setup/setup.mjs';
import { claim } from './supervisor/claim.mjs';
import { settlePorts } from './supervisor/ports.mjs';
import { RunFile } from './supervisor/run-file.mjs';
import { untilToldToStop } from './supervisor/stop-requests.mjs';
import { Supervisor } from './supervisor/supervisor.mjs';
import { welcome } from './supervisor/welcome.mjs';

await command(async () => {
  const started = performance.now();
  const say = (text) => process.stdout.write(`lectern: ${text}\n`);
  process.chdir(ROOT);
  const given = environment();
  const programs = await setUp({ withRedis: !given.REDIS_URL });

  const wanted = placesOf(given);
  mkdirDataDir(wanted.dataDir);
  const runFile = new RunFile(wanted.dataDir);
  await claim(runFile, wanted.dataDir);
  const stop = untilToldToStop();
  let supervisor;
  try {
    const places = { ...wanted, ...(await settlePorts(wanted)) };
    const env = { ...given, PORT: String(places.port), WORKER_PORT: String(places.workerPort) };
    const failure = new Promise((_, failed) => {
      supervisor = new Supervisor({ env, places, programs, runFile, say, failed });
    });
    stop.again = () => supervisor.stop();
    await Promise.race([supervisor.start(), failure, stop.asked]);
    if (!stop.reason) process.stdout.write(welcome({ ...places, seconds: (performance.now() - started) / 1000 }));
    await Promise.race([stop.asked, failure]);
    say(`stopping (${stop.reason})`);
  } finally {
    await supervisor?.stop();
    runFile.clear();
    stop.done();
  }
  say('stopped');
});

function mkdirDataDir(dataDir) {
  try {
    mkdirSync(dataDir, { recursive: true });
  } catch (error) {
    throw new Failure(`DATA_DIR is ${dataDir}, and cannot be made (${error.code}).`);
  }
}
