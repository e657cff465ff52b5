import { Database } from '@lectern/platform';
import { TestApi } from '../support/api';
import { expectErrorBody } from '../support/error-body';

describe('tasks, while Redis is away', () => {
  const documentId = '0193b1c2-0000-7000-8000-000000000001';
  let api: TestApi;
  let owner: { token: string; tenant: string };

  beforeAll(async () => {
    api = await TestApi.start();
    owner = await api.session();
    await api.app.get(Database).document.create({
      data: { id: documentId, tenantId: owner.tenant, filename: 'a.txt', mediaType: 'text/plain', size: 1, sha256: 'x', generation: 2, attempts: 1 },
    }); // prettier-ignore
  });
  afterAll(() => api.close());
  const task = (generation: number, token = owner.token) =>
    api.get(`/api/tasks/ingest-${documentId}-${generation}`, { token, headers: { 'x-request-id': 'r' } });
  const become = (data: object) => api.app.get(Database).document.update({ where: { id: documentId }, data });

  it('tells how far the ingestion is, from the row', async () => {
    expect((await task(2)).json).toEqual({ id: `ingest-${documentId}-2`, queue: 'ingestion', state: 'waiting', progress: 0, attempts: 1, error: null, document_id: documentId });

    await become({ status: 'processing', progress: 0.5 });
    expect((await task(2)).json).toMatchObject({ state: 'active', progress: 0.5 });
    await become({ status: 'failed', errorCode: 'DOCUMENT_CORRUPT', errorMessage: 'It cannot be read.' });
    expect((await task(2)).json).toMatchObject({ state: 'failed', error: { code: 'DOCUMENT_CORRUPT', message: 'It cannot be read.' } });
    await become({ status: 'ready', progress: 1, errorCode: null, errorMessage: null });
    expect((await task(2)).json).toMatchObject({ state: 'completed', progress: 1, error: null });
  }); // prettier-ignore

  it('tells a task of an earlier generation as superseded', async () => {
    expect((await task(1)).json).toMatchObject({ state: 'superseded', error: null });
  });

  it('says the same of an unknown task and of one of another tenant', async () => {
    const thief = await api.session();
    const theirs = await task(2, thief.token);
    expectErrorBody(theirs, 404, 'NOT_FOUND');
    for (const id of [
      'x',
      `ingest-${documentId}-3`,
      `ingest-${documentId}-0`,
      `ingest-${documentId.replace('1', '2')}-2`,
      `embed-${documentId}-1-1`,
    ]) {
      expect((await api.get(`/api/tasks/${id}`, { token: thief.token, headers: { 'x-request-id': 'r' } })).text).toBe(theirs.text);
    }
  });
});
