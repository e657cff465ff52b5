import { MOST_ANSWER_BYTES } from './most-answer-bytes';

/** `fetch`, whose answers break off where they become too much, unpacked as they are read. */
export async function boundedFetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const response = await fetch(input, init);
  return response.body ? new Response(response.body.pipeThrough(atMost(MOST_ANSWER_BYTES)), response) : response;
}

function atMost(mostBytes: number): TransformStream<Uint8Array, Uint8Array> {
  let bytes = 0;
  return new TransformStream({
    transform(chunk, stream) {
      bytes += chunk.byteLength;
      if (bytes > mostBytes) stream.error(new Error(`an answer of more than ${mostBytes} bytes`));
      else stream.enqueue(chunk);
    },
  });
}
