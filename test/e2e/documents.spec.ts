import { connect } from 'node:net';
import { expectErrorBody } from '../support/error-body';
import { Lectern, sample, type Learner } from '../support/lectern';
import { describeWithRedis } from '../support/redis';

const lesson = (tag: string) => ({
  name: `${tag}.txt`,
  content: `Lesson ${tag}. The silver river rises in the northern hills. It was first mapped in 1874 by Ada Brook.`,
});

describeWithRedis('Documents', () => {
  let lectern: Lectern;
  let learner: Learner;

  beforeAll(async () => {
    lectern = await Lectern.start({ MAX_UPLOAD_MB: '1' });
    learner = await lectern.learner();
  });
  afterAll(() => lectern.stop());

  it.each(['photosynthesis.pdf', 'photosynthesis.docx', 'photosynthesis.txt'])('takes %s to ready', async (name) => {
    expect(await learner.add(sample(name))).toMatchObject({ status: 'ready', stage: 'done', progress: 1, error: null, filename: name });
  });

  it('answers the same bytes with the same document', async () => {
    const [first, again] = [await learner.upload(lesson('same')), await learner.upload({ ...lesson('same'), name: 'other name.txt' })];
    expect([first.status, again.status]).toEqual([202, 200]);
    expect(again.json).toMatchObject({ id: first.json.id, duplicate: true });
  });

  it('makes one document of the same file sent twenty times at once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => learner.upload(lesson('crowd'))));
    expect(new Set(answers.map(({ json }) => json.id)).size).toBe(1);
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(1);
  });

  it('takes several files at once, or none of them', async () => {
    const both = await learner.upload([lesson('eight'), lesson('nine')]);
    expect(both.status).toBe(202);
    expect(both.json.documents).toHaveLength(2);
    const before = (await learner.get('/api/documents?limit=100')).json.documents.length;
    expectErrorBody(
      await learner.upload([lesson('ten'), { name: 'a.pdf', content: 'MZ\x90\0'.padEnd(400, '\0') }]),
      415,
      'UNSUPPORTED_TYPE',
    );
    expect((await learner.get('/api/documents?limit=100')).json.documents).toHaveLength(before);
  });

  it('streams progress until the document is settled', async () => {
    const { json } = await learner.upload(lesson('events'));
    const { text, headers } = await learner.get(`/api/documents/${json.id}/events`);
    expect(headers.get('content-type')).toMatch('text/event-stream');
    const states = text.split('\n').flatMap((line) => (line.startsWith('data: ') ? [JSON.parse(line.slice(6))] : []));
    expect(states.at(-1)).toMatchObject({ id: json.id, status: 'ready', progress: 1 });
    expect(states.map(({ progress }) => progress)).toEqual(states.map(({ progress }) => progress).toSorted((a, b) => a - b));
  });

  it('ends a document that cannot be read as failed, and tries it again on demand', async () => {
    const document = await learner.add({ name: 'bad.pdf', content: '%PDF-1.4\n1 0 obj\n<<\nnothing more' });
    expect(document).toMatchObject({ status: 'failed', error: { code: 'DOCUMENT_CORRUPT' } });
    expect((await learner.request('POST', `/api/documents/${document.id}/retry`)).status).toBe(202);
    expect((await learner.settled(document.id)).error.code).toBe('DOCUMENT_CORRUPT');
    const good = await learner.add(lesson('good'));
    expectErrorBody(await learner.request('POST', `/api/documents/${good.id}/retry`), 409, 'CONFLICT');
  });

  it('gives the text in slices, clamped at its end', async () => {
    const { id } = await learner.add(lesson('slices'));
    expect((await learner.get(`/api/documents/${id}/text?start=7&end=13`)).json).toEqual({ start: 7, end: 13, text: 'slices' });
    expect((await learner.get(`/api/documents/${id}/text?start=100000&end=100001`)).json.text).toBe('');
    for (const query of ['start=5&end=2', 'start=0&end=1000001', 'start=-1', 'start=x'])
      expectErrorBody(await learner.get(`/api/documents/${id}/text?${query}`), 422, 'VALIDATION_FAILED');
  });

  it('pages through the list, newest first', async () => {
    const reader = await lectern.learner();
    const ids: string[] = [];
    for (const tag of ['one', 'two', 'three']) ids.push((await reader.upload(lesson(tag))).json.id);
    const first = (await reader.get('/api/documents?limit=2')).json;
    const second = (await reader.get(`/api/documents?limit=2&cursor=${first.next_cursor}`)).json;
    expect([...first.documents, ...second.documents].map(({ id }) => id)).toEqual(ids.toReversed());
    expect(second.next_cursor).toBeNull();
    for (const query of ['limit=0', 'limit=x', 'status=lost', 'cursor=nonsense'])
      expectErrorBody(await reader.get(`/api/documents?${query}`), 422, 'VALIDATION_FAILED');
  });

  it('never cites a document after its delete receipt', async () => {
    const reader = await lectern.learner();
    const content = Array.from(
      { length: 20 },
      (_, i) => `The zyxomatic turbine number ${i} was built in ${1700 + i} by the engineer Quentin Vole.`,
    ).join(' ');
    const document = await reader.add({ name: 'turbines.txt', content });
    const asked = await reader.ask({ topic: 'zyxomatic turbine', count: 3 });
    expect(asked.status).toBe(200);

    const receipt = await reader.delete(document.id);

    expect(receipt.json).toMatchObject({
      id: document.id,
      deleted: { chunks: document.chunks, files: 1, question_sets: 1 },
      remaining: 0,
    });
    // the answer, and the passages that it was made from
    expect((receipt.json as { deleted: { cache_entries: number } }).deleted.cache_entries).toBeGreaterThanOrEqual(2);
    expectErrorBody(await reader.get(`/api/documents/${document.id}`), 404, 'NOT_FOUND');
    expect((await reader.get(`/api/question-sets/${asked.headers.get('x-question-set')}`)).status).toBe(404);
    expectErrorBody(await reader.ask({ topic: 'zyxomatic turbine', count: 3 }), 404, 'NO_MATERIAL');
    expect((await reader.upload({ name: 'turbines.txt', content })).json).toMatchObject({ duplicate: false });
  });

  it('does not show a document to another tenant', async () => {
    const { id } = await learner.add(lesson('mine'));
    const thief = await lectern.learner();
    const unknown = '00000000-0000-7000-8000-000000000000';
    for (const [method, path] of [
      ['GET', ''],
      ['GET', '/text?start=0&end=5'],
      ['GET', '/events'],
      ['POST', '/retry'],
      ['DELETE', ''],
    ] as const) {
      const headers = { 'x-request-id': 'probe' };
      const [theirs, none] = [
        await thief.request(method, `/api/documents/${id}${path}`, { headers }),
        await thief.request(method, `/api/documents/${unknown}${path}`, { headers }),
      ];
      expect([theirs.status, theirs.text]).toEqual([404, none.text]);
    }
    expect((await learner.get(`/api/documents/${id}`)).status).toBe(200);
  });

  describe('with an Idempotency-Key', () => {
    const key = { 'idempotency-key': 'key-1' };

    it('replays the answer of the same request and refuses another body', async () => {
      const [first, again] = [await learner.upload(lesson('key'), key), await learner.upload(lesson('key'), key)];
      expect([first.status, again.status, again.text]).toEqual([202, 202, first.text]);
      expectErrorBody(await learner.upload(lesson('another'), key), 422, 'IDEMPOTENCY_KEY_REUSED');
      expect((await (await lectern.learner()).upload(lesson('theirs'), key)).status).toBe(202);
    });

    it('frees the key when the request fails', async () => {
      const other = { 'idempotency-key': 'key-2' };
      expect((await learner.upload({ name: 'empty.txt', content: '' }, other)).status).toBe(422);
      expect((await learner.upload(lesson('second try'), other)).status).toBe(202);
    });
  });

  describe('refuses', () => {
    it('a file over the limit, and keeps nothing of it', async () => {
      expectErrorBody(await learner.upload({ name: 'large.txt', content: 'a'.repeat(1_200_000) }), 413, 'TOO_LARGE');
    });

    it('an empty file, a request without one, and what is no multipart body', async () => {
      expectErrorBody(await learner.upload({ name: 'empty.txt', content: '' }), 422, 'DOCUMENT_EMPTY');
      expectErrorBody(await learner.request('POST', '/api/documents', { body: new FormData() }), 422);
      expectErrorBody(await learner.request('POST', '/api/documents', { json: { file: 'x' } }), 415, 'UNSUPPORTED_MEDIA_TYPE');
    });

    it('a body that ends before its file does, and lives on', async () => {
      const cut = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nabc';
      expectErrorBody(
        await learner.request('POST', '/api/documents', { body: cut, headers: { 'content-type': 'multipart/form-data; boundary=x' } }),
        400,
        'MALFORMED_REQUEST',
      );
      expect((await learner.get('/health/live')).status).toBe(200);
    });

    it('nothing aloud when the client hangs up in mid-upload', async () => {
      const before = (await learner.get('/api/documents?limit=100')).json.documents.length;
      const { hostname, port } = new URL(lectern.url);
      const socket = connect(Number(port), hostname);
      socket.write(
        `POST /api/documents HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${learner.token}\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 5000\r\n\r\n`,
      );
      socket.write('--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nhalf of it');
      await new Promise((resolve) => setTimeout(resolve, 150));
      socket.destroy();
      await new Promise((resolve) => setTimeout(resolve, 150));
      expect((await learner.get('/api/documents?limit=100')).json.documents).toHaveLength(before);
    });
  });
});
