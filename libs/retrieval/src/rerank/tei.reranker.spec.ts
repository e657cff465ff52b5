import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { describeReranker } from './reranker.contract';
import { TeiReranker } from './tei.reranker';

interface Ask {
  query: string;
  texts: string[];
  truncate: boolean;
}
type Answer = (ask: Ask, response: ServerResponse) => void;

/** Text Embeddings Inference's `POST /rerank`: longer texts score higher here, and come best first, as there. */
const ranked: Answer = ({ texts }, response) => {
  if (texts.length > 32) return json(response, 413, { error: 'batch size > maximum allowed batch size', error_type: 'Validation' });
  json(
    response,
    200,
    texts.map(({ length }, index) => ({ index, score: length / 1000 })).toSorted((a, b) => b.score - a.score),
  );
};
const json = (response: ServerResponse, status: number, body: unknown) =>
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

describe('TeiReranker', () => {
  let server: Server;
  let answer: Answer;
  let asked: (Ask & { path: string })[];
  let url: string;
  const never = new AbortController().signal;
  const candidates = ['aa', 'a', 'aaa'].map((text, i) => ({ text, score: 1 - i / 10 }));

  beforeAll(async () => {
    server = createServer((request, response) => void serve(request, response));
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/reranker/`;
  });
  afterAll(() => server.closeAllConnections());
  afterAll(() => new Promise((closed) => server.close(closed)));
  beforeEach(() => {
    answer = ranked;
    asked = [];
  });

  async function serve(request: IncomingMessage, response: ServerResponse) {
    const body = JSON.parse(Buffer.concat(await request.toArray()).toString()) as Ask;
    asked.push({ ...body, path: request.url! });
    answer(body, response);
  }

  describeReranker('tei', async () => new TeiReranker({ url }));

  it('orders by the scores of the server, asked as its API says', async () => {
    const order = await new TeiReranker({ url }).rerank('q', candidates, never);
    expect(order.map(({ at }) => at)).toEqual([2, 0, 1]);
    expect(asked).toEqual([{ path: '/reranker/rerank', query: 'q', texts: ['aa', 'a', 'aaa'], truncate: true }]);
  });

  it.each<[string, Answer]>([
    ['is loading', (_, response) => json(response, 503, { error: 'Model is overloaded', error_type: 'Overloaded' })],
    ['refuses', (_, response) => json(response, 422, { error: 'inputs cannot be empty', error_type: 'Validation' })],
    ['speaks HTML', (_, response) => response.end('<html>')],
    ['leaves a text out', (_, response) => json(response, 200, [{ index: 0, score: 1 }])],
    [
      'scores one twice',
      ({ texts }, response) =>
        json(
          response,
          200,
          texts.map(() => ({ index: 0, score: 1 })),
        ),
    ],
    [
      'scores null',
      ({ texts }, response) =>
        json(
          response,
          200,
          texts.map((_, index) => ({ index, score: null })),
        ),
    ],
    ['never ends its answer', (_, response) => void setInterval(() => response.write(' '.repeat(64 * 1024)), 1).unref()],
    ['closes early', (_, response) => response.socket!.destroy()],
  ])('says RERANKER_UNAVAILABLE where the server %s', async (_, act) => {
    answer = act;
    await expect(new TeiReranker({ url }).rerank('q', candidates, never)).rejects.toMatchObject({
      code: 'RERANKER_UNAVAILABLE',
      retryable: true,
    });
  });

  it('stops waiting when its signal is aborted', async () => {
    answer = () => {};
    const caller = new AbortController();
    const call = new TeiReranker({ url }).rerank('q', candidates, caller.signal);
    caller.abort(new Error('gone'));
    await expect(call).rejects.toThrow('gone');
  });
});
