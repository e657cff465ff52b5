import { urlOf } from '../environment.mjs';

/** The first screen: where everything is, and one request to try. */
export function welcome({ host, port, workerPort, dataDir, seconds }) {
  const url = urlOf(host, port);
  return `
  Lectern is ready (${seconds.toFixed(1)} s)

    API         ${url}
    Try it out  ${url}/docs
    Queues      ${url}/admin/queues
    Health      ${url}/health/ready    (worker: ${urlOf(host, workerPort)}/health/ready)
    Data        ${dataDir}

  Upload a document, then ask for questions:

    curl -F file=@samples/photosynthesis.pdf ${url}/api/documents
    curl -X POST ${url}/api/chat/generate-questions \\
         -H 'content-type: application/json' -d '{"topic": "photosynthesis", "count": 5}'

  or see both at once, in another terminal:  npm run demo
  Ctrl-C stops everything.

`;
}
