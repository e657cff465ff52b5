import { createServer } from 'node:net';
import { Failure } from '../failure.mjs';

/** Finds ports for those that were given as 0, and refuses those that cannot be listened on, by the names of their settings. */
export async function settlePorts({ host, port, workerPort }) {
  for (const [name, value] of Object.entries({ PORT: port, WORKER_PORT: workerPort })) {
    if (!Number.isInteger(value) || value < 0 || value > 65_535) throw new Failure(`${name} must be a whole number from 0 to 65535.`);
  }
  if (port === workerPort && port !== 0) throw new Failure(`PORT and WORKER_PORT are both ${port}, and must differ.`);
  return { port: await settled('PORT', host, port), workerPort: await settled('WORKER_PORT', host, workerPort) };
}

async function settled(name, host, port) {
  const outcome = await listenOnce(host, port);
  if (!outcome.error) return outcome.port;
  const { code } = outcome.error;
  const other = `Choose another:  ${name}=${port < 60_000 ? port + 100 : 4000} npm start`;
  if (code === 'EADDRINUSE') throw new Failure(`Port ${port} (${name}) is taken by another program.\n${other}`);
  if (code === 'EACCES') throw new Failure(`Port ${port} (${name}) may not be used by this user.\n${other}`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') throw new Failure(`HOST is ${host}, and no address of this machine.`);
  throw new Failure(`${name}: cannot listen on ${host}:${port} (${code}).`);
}

/**
 * A free loopback port below those that the system hands out for outgoing connections (32768 and up on Linux): a client that tries again while the
 * server is away could otherwise be given the server's own port, and the server could not come back.
 */
export async function freeLoopbackPort() {
  for (let tries = 0; tries < 50; tries++) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    if (!(await listenOnce('127.0.0.1', port)).error) return port;
  }
  throw new Failure('no free port on 127.0.0.1 between 20000 and 32000 for the private Redis');
}

function listenOnce(host, port) {
  return new Promise((done) => {
    const server = createServer().once('error', (error) => done({ error }));
    server.listen(port, host, () => {
      const { port: settled } = server.address();
      server.close(() => done({ port: settled }));
    });
  });
}
