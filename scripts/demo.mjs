/** `npm run demo -- [FILE] [--topic T] [--count N] [--mode quiz]`: uploads a document and prints questions about it. */
import { basename } from 'node:path';
import { demoArguments } from './demo/arguments.mjs';
import { IngestionProgress } from './demo/ingestion-progress.mjs';
import { LecternClient } from './demo/lectern-client.mjs';
import { startOwnSystem } from './demo/own-system.mjs';
import { plainText } from './demo/plain-text.mjs';
import { environment, placesOf, urlOf } from './environment.mjs';
import { Failure, command } from './failure.mjs';
import { answersReady } from './supervisor/answers-ready.mjs';

await command(async () => {
  const { file, ...request } = demoArguments(process.argv.slice(2));
  const { host, port } = placesOf(environment());
  const url = urlOf(host, port);
  const running = await answersReady(url);
  if (!running) tell('Lectern is not running: starting it for this demo ...');
  const stop = running ? () => {} : await startOwnSystem(url);
  try {
    const client = new LecternClient(url);
    await client.openSession();
    const document = await ingest(client, file);
    tell(`Asking for ${request.count} questions${request.topic ? ` on "${request.topic}"` : ''} ...\n`);
    const pages = document.pages ? `, ${document.pages} pages` : '';
    process.stdout.write(`Questions about ${document.filename}${pages}\n\n${plainText(await client.generateQuestions(request)).trim()}\n`);
  } finally {
    await stop();
  }
});

async function ingest(client, file) {
  tell(`Uploading ${basename(file)} ...`);
  const progress = new IngestionProgress();
  let document = await client.upload(file);
  for await (document of client.progressOf(document.id)) progress.show(document);
  if (document.status === 'failed')
    throw new Failure(`${document.filename} could not be read: ${document.error?.message} (${document.error?.code})`);
  return document;
}

function tell(text) {
  process.stderr.write(`${text}\n`);
}
