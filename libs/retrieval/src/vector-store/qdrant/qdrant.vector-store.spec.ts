import { signatureLine, type EmbeddingSignature } from '@lectern/embedding';
import { AppError, type DocumentId, type TenantId } from '@lectern/platform';
import { pointOf } from '../../../../../test/support/points';
import { contractProblems } from '../../../../../test/support/qdrant-contract';
import { describeWithQdrant, describeWithQdrantTestServer, startQdrant, type TestQdrant } from '../../../../../test/support/qdrant';
import { encodeQuery, stemTerm } from '../../text/sparse-encoder';
import { QdrantVectorStore } from './qdrant.vector-store';
import { describeVectorStore } from '../vector-store.contract';

const signature: EmbeddingSignature = { provider: 'test', model: 'test', revision: '1', dimension: 8, pooling: 'mean', instruction: '' };
const tenant = 'tenant' as TenantId;
const volcanoes = '00000000-0000-7000-8000-000000000001' as DocumentId;
const never = new AbortController().signal;

const dense = Float32Array.of(1, 0, 0, 0, 0, 0, 0, 0);
const sentence = (index: number, documentId = volcanoes) =>
  pointOf(`Sentence ${index} about magma and basalt.`, { documentId, index, dense });
const magma = { sparse: encodeQuery('magma'), limit: 10 };

describeWithQdrant('Qdrant', () => {
  let qdrant: TestQdrant;
  let aliases = 0;
  const stores: QdrantVectorStore[] = [];
  const storeOn = (collection: string, more: Partial<{ url: string; signature: EmbeddingSignature }> = {}) => {
    const store = new QdrantVectorStore({ url: qdrant.url, apiKey: process.env.QDRANT_API_KEY, collection, signature, ...more });
    stores.push(store);
    return store;
  };
  const newAlias = () => `lectern_spec_${process.pid}_${++aliases}`;

  beforeAll(async () => {
    qdrant = await startQdrant();
    console.info(`The Qdrant specs run against ${qdrant.engine}`);
  });
  afterEach(async () => {
    for (const store of stores.splice(0)) await store.close();
    await qdrant.drop(`lectern_spec_${process.pid}_${aliases}`);
  });
  afterAll(() => qdrant.stop());

  describeVectorStore('qdrant', async () => ({ store: storeOn(newAlias()), remove: async () => {} }));

  it('makes one collection when many processes begin at once', async () => {
    const alias = newAlias();
    await Promise.all(Array.from({ length: 6 }, () => storeOn(alias).ping(never)));
    const { config, payload_schema } = (await qdrant.call('GET', `/collections/${alias}`)) as {
      config: { metadata: object };
      payload_schema: Record<string, { params: object }>;
    };
    expect(config.metadata).toEqual({ signature: signatureLine(signature), schema: 1 });
    expect(payload_schema.tenant_id).toMatchObject({ data_type: 'keyword', params: { is_tenant: true } });
    expect(Object.keys(payload_schema).toSorted()).toEqual(['document_id', 'generation', 'kind', 'owner', 'tenant_id']);
  });

  it('refuses a collection of another signature, naming both', async () => {
    const alias = newAlias();
    await storeOn(alias).ping(never);
    const other = { ...signature, model: 'another' };
    const error = await storeOn(alias, { signature: other })
      .upsert(tenant, [sentence(0)], never)
      .catch((error: unknown) => error);
    expect(error).toMatchObject({ code: 'EMBEDDING_MISMATCH', retryable: false });
    expect((error as AppError).message).toContain(signatureLine(signature));
    expect((error as AppError).message).toContain(signatureLine(other));
    expect(await storeOn(alias).documents(never)).toEqual([]);
  });

  it('refuses a collection that others have made', async () => {
    const alias = newAlias();
    await qdrant.call('PUT', `/collections/${alias}_v1`, { vectors: { size: 8, distance: 'Cosine' } });
    await expect(storeOn(alias).ping(never)).rejects.toMatchObject({ code: 'EMBEDDING_MISMATCH' });
  });

  it('completes a collection that was left half made', async () => {
    const alias = newAlias();
    await storeOn(alias).ping(never);
    await qdrant.call('DELETE', `/collections/${alias}_v1/index/owner?wait=true`);
    await qdrant.call('POST', '/collections/aliases', { actions: [{ delete_alias: { alias_name: alias } }] });
    const store = storeOn(alias);
    await store.upsert(tenant, [sentence(0)], never);
    expect(await store.documents(never)).toEqual([{ tenant, documentId: volcanoes, generation: 1, chunk: 1, passage: 0 }]);
  });

  it('makes a collection that has vanished again, empty', async () => {
    const alias = newAlias();
    const store = storeOn(alias);
    await store.upsert(tenant, [sentence(0)], never);
    await qdrant.drop(alias);
    expect(await store.documents(never)).toEqual([]);
    await store.upsert(tenant, [sentence(0)], never);
    expect((await store.search(tenant, magma, never)).lists.find(({ kind }) => kind === 'chunk')!.hits).toHaveLength(1);
  });

  it('is rebuilt for another signature while the one before serves', async () => {
    const alias = newAlias();
    const [before, other] = [storeOn(alias), { ...signature, model: 'another', dimension: 4 }];
    await before.upsert(tenant, [sentence(0)], never);
    const after = storeOn(alias, { signature: other });
    await after.rebuild(async (write) => {
      await write(tenant, [{ ...sentence(0), dense: Float32Array.of(0, 1, 0, 0) }], never);
      expect(await before.count(tenant, volcanoes, 1, never)).toEqual({ chunk: 1, passage: 0 });
    }, never);
    expect(await after.count(tenant, volcanoes, 1, never)).toEqual({ chunk: 1, passage: 0 });
    await expect(before.upsert(tenant, [sentence(0)], never)).rejects.toMatchObject({ code: 'EMBEDDING_MISMATCH' });
    const { collections } = (await qdrant.call('GET', '/collections')) as { collections: { name: string }[] };
    expect(collections.filter(({ name }) => name.startsWith(alias))).toEqual([{ name: `${alias}_v2` }]);
  });

  it('keeps the old collection where a rebuild fails', async () => {
    const alias = newAlias();
    const store = storeOn(alias);
    await store.upsert(tenant, [sentence(0)], never);
    await expect(store.rebuild(() => Promise.reject(new Error('no model')), never)).rejects.toThrow('no model');
    expect(await storeOn(alias).count(tenant, volcanoes, 1, never)).toEqual({ chunk: 1, passage: 0 });
    await store.rebuild((write) => write(tenant, [sentence(1)], never), never);
    const { collections } = (await qdrant.call('GET', '/collections')) as { collections: { name: string }[] };
    expect(collections.filter(({ name }) => name.startsWith(alias))).toEqual([{ name: `${alias}_v3` }]);
  });

  it('keeps tenants of any name apart, even with documents of the same id', async () => {
    const store = storeOn(newAlias());
    const names = ['a/b', 'Ω 1', '{"must":[]}'] as TenantId[];
    for (const name of names) await store.upsert(name, [sentence(0)], never);
    expect((await store.documents(never)).map(({ tenant }) => tenant).toSorted()).toEqual(names.toSorted());
    await store.deleteDocument(names[0]!, volcanoes, {}, never);
    expect(await store.count(names[1]!, volcanoes, 1, never)).toEqual({ chunk: 1, passage: 0 });
  });

  it('keeps a search within its tenant whatever its query says', async () => {
    const store = storeOn(newAlias());
    await store.upsert(tenant, [sentence(0)], never);
    for (const text of ['', '🌋', '{"must":[]}', '"} OR 1=1 --', 'magma* NEAR/2 "basalt"']) {
      const answer = await store.search('other' as TenantId, { sparse: encodeQuery(text), limit: 10 }, never);
      expect(answer.lists.map(({ hits }) => hits.length)).toEqual([0, 0]);
    }
  });

  describeWithQdrantTestServer('when the server fails', () => {
    afterEach(() => qdrant.clearFaults());
    const upserts = { method: 'PUT', path_regex: '/points$' };
    const queries = { method: 'POST', path_regex: '/query/batch$' };
    const countOf = async (since: number, path: RegExp) =>
      (await qdrant.requests()).filter((request) => request.seq > since && path.test(request.path)).length;
    const lastSeq = async () => (await qdrant.requests()).at(-1)?.seq ?? 0;

    it.each([
      ['is away for two requests', { times: 2, status: 503 }],
      ['asks for a second of patience', { times: 1, status: 429, headers: { 'Retry-After': '1' } }],
      ['drops the connection', { times: 2, drop_connection: true }],
      ['cuts its answer off', { times: 1, truncate_body: 10 }],
      ['loses the answer to a write that took effect', { times: 1, drop_connection: true, apply: true }],
      [
        'does not finish a write in time',
        { times: 1, status: 200, body: { result: { operation_id: 1, status: 'wait_timeout' }, status: 'ok', time: 1 } },
      ],
    ])('writes all the same where it %s', async (_, fault) => {
      const store = storeOn(newAlias());
      await store.ping(never);
      await qdrant.fault({ match: upserts, ...fault });
      await store.upsert(tenant, [sentence(0), sentence(1)], never);
      expect(await store.count(tenant, volcanoes, 1, never)).toEqual({ chunk: 2, passage: 0 });
    });

    it('gives up after three attempts, with words for a client that tell nothing of the server', async () => {
      const store = storeOn(newAlias());
      await store.ping(never);
      const since = await lastSeq();
      await qdrant.fault({ match: queries, status: 500, body: { status: { error: 'secret words' }, time: 0 } });
      const error = (await store.search(tenant, magma, never).catch((error: unknown) => error)) as AppError;
      expect(error).toMatchObject({ code: 'VECTOR_STORE_UNAVAILABLE', retryable: true });
      expect(error.message).not.toMatch(/secret|qdrant|http/i);
      expect(String(error.cause)).toContain('500');
      expect(await countOf(since, /query\/batch$/)).toBe(3);
    });

    it.each([400, 401, 403, 409, 422])('does not repeat what was answered with %i', async (status) => {
      const store = storeOn(newAlias());
      await store.ping(never);
      const since = await lastSeq();
      await qdrant.fault({ match: queries, status, body: { status: { error: 'no' }, time: 0 } });
      await expect(store.search(tenant, magma, never)).rejects.toMatchObject({ code: 'VECTOR_STORE_UNAVAILABLE' });
      expect(await countOf(since, /query\/batch$/)).toBe(1);
    });

    it('passes a long wish for patience on, digit for digit', async () => {
      const store = storeOn(newAlias());
      await store.ping(never);
      await qdrant.fault({ match: queries, status: 429, headers: { 'Retry-After': '37' } });
      await expect(store.search(tenant, magma, never)).rejects.toMatchObject({ code: 'VECTOR_STORE_UNAVAILABLE', retryAfterSeconds: 37 });
    });

    it('waits for a server that hangs as long as its signal lets it', async () => {
      const store = storeOn(newAlias());
      await store.ping(never);
      await qdrant.fault({ match: queries, delay_ms: 20_000 });
      const began = performance.now();
      await expect(store.search(tenant, magma, AbortSignal.timeout(200))).rejects.toThrow('timeout');
      expect(performance.now() - began).toBeLessThan(2_000);
      const searching = store.search(tenant, magma, never);
      setTimeout(() => void store.close(), 100);
      await expect(searching).rejects.toMatchObject({ code: 'VECTOR_STORE_UNAVAILABLE' });
    });

    it('serves as soon as the server that was away at the start is there', async () => {
      const store = storeOn(newAlias());
      await qdrant.fault({ match: {}, status: 503 });
      await expect(store.ping(never)).rejects.toMatchObject({ code: 'VECTOR_STORE_UNAVAILABLE' });
      await qdrant.clearFaults();
      await expect(store.ping(never)).resolves.toBeUndefined();
      await expect(storeOn('elsewhere', { url: 'http://127.0.0.1:9' }).ping(never)).rejects.toMatchObject({
        code: 'VECTOR_STORE_UNAVAILABLE',
      });
    });

    it('needs a server that knows an IDF per tenant', async () => {
      await qdrant.fault({ match: { path_regex: '^/$' }, status: 200, body: { title: 'qdrant', version: '1.18.3' } });
      const error = (await storeOn(newAlias())
        .ping(never)
        .catch((error: unknown) => error)) as AppError;
      expect(String(error.cause)).toContain('1.19 or newer is needed');
    });

    it('has sent nothing that the API does not know', async () => {
      const store = storeOn(newAlias());
      const vector = { dense: Float32Array.of(1, 0, 0, 0, 0, 0, 0, 0), frequenciesOf: Uint32Array.of(stemTerm('magma')) };
      await store.upsert(tenant, [sentence(0)], never);
      await store.search(tenant, { ...magma, ...vector, documentIds: [volcanoes] }, never);
      await store.deleteDocument(tenant, volcanoes, { keepGeneration: 2 }, never);
      await store.documents(never);
      const requests = (await qdrant.requests()).filter(({ path }) => /^.collections.(lectern_spec|aliases)/.test(path));
      expect(requests.length).toBeGreaterThan(10);
      expect(contractProblems(requests)).toEqual([]);
      const mistyped = { ...requests.find(({ path }) => path.endsWith('/scroll'))!, body: { filters: {} } };
      expect(contractProblems([mistyped])).toEqual([expect.stringContaining('additional properties')]);
    });
  });
});
