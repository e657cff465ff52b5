import { get } from 'node:http';

/** Whether `/health/ready` answers 200. Not by `fetch`: it refuses ports such as 6000, which a browser must not reach. */
export function answersReady(url) {
  return new Promise((done) => {
    const request = get(`${url}/health/ready`, { agent: false, timeout: 2_000 }, (response) => {
      response.resume();
      done(response.statusCode === 200);
    });
    request.once('timeout', () => request.destroy()).once('error', () => done(false));
  });
}
