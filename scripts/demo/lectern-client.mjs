import { readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '../failure.mjs';
import { serverSentEvents } from './server-sent-events.mjs';

const MEDIA_TYPES = {
  '.pdf': 'application/pdf',
  '.txt': 'text/plain',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};
const settled = ({ status }) => status === 'ready' || status === 'failed';

/** The few calls that the demo needs, in a session of its own. */
export class LecternClient {
  constructor(url) {
    this.url = url;
    this.headers = {};
  }

  async openSession() {
    const { token } = await this.#call('POST', '/api/sessions');
    this.headers = { authorization: `Bearer ${token}` };
  }

  upload(file) {
    const form = new FormData();
    const type = MEDIA_TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream';
    form.append('file', new Blob([readFileSync(file)], { type }), basename(file));
    return this.#call('POST', '/api/documents', { body: form });
  }

  /** The states of a document until it is `ready` or `failed`, that one included. */
  async *progressOf(id) {
    for (;;) {
      try {
        const response = await fetch(`${this.url}/api/documents/${id}/events`, {
          headers: { ...this.headers, accept: 'text/event-stream' },
        });
        if (!response.ok) throw new Error(`the events answered ${response.status}`);
        for await (const document of serverSentEvents(response.body)) {
          yield document;
          if (settled(document)) return;
        }
      } catch {
        await sleep(500); // the API may be restarting: look again
      }
      const document = await this.#call('GET', `/api/documents/${id}`);
      yield document;
      if (settled(document)) return;
    }
  }

  async generateQuestions(request) {
    const headers = { 'content-type': 'application/json' };
    return (await this.#call('POST', '/api/chat/generate-questions', { headers, body: JSON.stringify(request) })).response;
  }

  async #call(method, path, { headers = {}, body } = {}) {
    let response;
    try {
      response = await fetch(this.url + path, { method, body, headers: { ...this.headers, ...headers } });
    } catch (error) {
      throw new Failure(`${this.url} could not be reached (${error.cause?.code ?? error.message})`);
    }
    const answer = await response.json().catch(() => undefined);
    if (response.ok && answer) return answer;
    throw new Failure(answer?.message ?? `${method} ${path} answered ${response.status}; is it Lectern that runs at ${this.url}?`);
  }
}
