import { setTimeout as sleep } from 'node:timers/promises';
import busboy from 'busboy';
import type { Request } from 'express';
import type { ReceivedFile } from '@lectern/ingestion';
import { AppError, type BlobStore } from '@lectern/platform';

const LIMITS = { files: 20, fields: 20, parts: 60, fieldSize: 64 * 1024, headerPairs: 50 };

/** How long what a refused client still sends is read and thrown away, so that it reads the refusal and not a reset. */
const DRAIN_MS = 5_000;

/**
 * Streams the parts named `file` of a multipart body to the blob store, one behind the other, never whole in memory.
 * @throws AppError `UNSUPPORTED_MEDIA_TYPE`, `MALFORMED_REQUEST`, `VALIDATION_FAILED` without a file, `TOO_LARGE` for a file over `maxBytes` or too many of
 *   them; nothing stays staged then
 */
export async function receiveFiles(request: Request, blobs: BlobStore, maxBytes: number, signal: AbortSignal): Promise<ReceivedFile[]> {
  const parser = parserOf(request);
  const staging: Promise<ReceivedFile>[] = [];
  parser.on('file', (field, stream, { filename }) => {
    // whoever reads the stream meets its error; before the first read nobody listens, and that would end the process
    stream.on('error', () => {});
    if (field !== 'file') return void stream.resume();
    const staged = blobs.stage(stream, maxBytes, signal).then((blob) => ({ filename, blob }));
    staged.catch((error: Error) => parser.destroy(error));
    staging.push(staged);
  });
  for (const limit of ['filesLimit', 'partsLimit', 'fieldsLimit'] as const) {
    parser.once(limit, () =>
      parser.destroy(new AppError('TOO_LARGE', `An upload holds at most ${LIMITS.files} files and ${LIMITS.fields} other fields.`)),
    );
  }
  try {
    await parse(request, parser, signal);
    const files = await Promise.all(staging);
    if (files.length === 0) throw new AppError('VALIDATION_FAILED', 'file: send at least one file as a multipart field named `file`.');
    return files;
  } catch (error) {
    await discard(staging);
    request.unpipe(parser);
    await drain(request);
    throw error;
  }
}

export async function discardFiles(files: readonly ReceivedFile[]): Promise<void> {
  await Promise.all(files.map(({ blob }) => blob.discard()));
}

function parserOf(request: Request): busboy.Busboy {
  if (!request.is('multipart/form-data'))
    throw new AppError('UNSUPPORTED_MEDIA_TYPE', 'Send the file as multipart/form-data, in a field named `file`.');
  try {
    return busboy({ headers: request.headers, defParamCharset: 'utf8', limits: LIMITS });
  } catch (error) {
    throw new AppError('MALFORMED_REQUEST', 'The multipart body has no usable boundary.', { cause: error });
  }
}

function parse(request: Request, parser: busboy.Busboy, signal: AbortSignal): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    const malformed = (cause: unknown) =>
      reject(
        cause instanceof AppError ? cause : new AppError('MALFORMED_REQUEST', 'The multipart body is cut off or malformed.', { cause }),
      );
    signal.addEventListener('abort', () => parser.destroy(signal.reason as Error), { once: true });
    parser.once('error', malformed).once('close', resolve);
    request.once('error', malformed);
    request.pipe(parser);
  });
}

async function discard(staging: readonly Promise<ReceivedFile>[]): Promise<void> {
  const settled = await Promise.allSettled(staging);
  await discardFiles(settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])));
}

async function drain(request: Request): Promise<void> {
  if (request.readableEnded || request.destroyed) return;
  const ended = new Promise((resolve) => request.once('end', resolve).once('close', resolve));
  request.resume();
  await Promise.race([ended, sleep(DRAIN_MS, undefined, { ref: false })]);
  if (!request.readableEnded) request.res?.setHeader('Connection', 'close');
}
