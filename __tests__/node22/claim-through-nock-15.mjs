// Runs under Node 22 with nock 15, against the built package; prints what happened as one line of JSON.
import { request as httpRequest } from 'node:http';
import { registerHooks } from 'node:module';

// The package imports its peer `nock`; here that is this folder's nock 15, not the nock 14 of development.
registerHooks({
  resolve: (specifier, context, next) =>
    next(specifier, specifier === 'nock' ? { ...context, parentURL: import.meta.url } : context),
});

const { Client, HttpConnection } = await import('@elastic/elasticsearch');
const { Client: Client8 } = await import('es8');
const { createFakeElasticsearch } = await import('../../dist/esm/index.js');
const { interceptWithNock } = await import('../../dist/esm/adapters/nock.js');

const ORIGIN = 'http://es.example:9200';
const JOB = 'my-connector-sync-job-id';
const es = createFakeElasticsearch({ fixtures: ['pending-full-sync'] });
const interception = interceptWithNock(es, ORIGIN);
const results = {};

async function claimBy(worker, client) {
  es.reset();
  await client.connector.syncJobClaim({ connector_sync_job_id: JOB, worker_hostname: worker });
  results[worker] = await client.connector.syncJobGet({ connector_sync_job_id: JOB });
  await client.close();
}

await claimBy('client 9, default connection', new Client({ node: ORIGIN }));
await claimBy('client 9, HttpConnection', new Client({ node: ORIGIN, Connection: HttpConnection }));
await claimBy('client 8, default connection', new Client8({ node: ORIGIN }));
await claimBy('client 9, compressing', new Client({ node: ORIGIN, compression: true }));

const put = (body) => ({ method: 'PUT', headers: { 'content-type': 'application/json' }, body });
const claim = `${ORIGIN}/_connector/_sync_job/${JOB}/_claim`;
results.malformed = await (await fetch(claim, put('{"worker_hostname":'))).json();
results.duplicate = await (await fetch(claim, put('{"worker_hostname":"a","worker_hostname":"b"}'))).json();
const head = await fetch(ORIGIN, { method: 'HEAD' });
results.head = { status: head.status, product: head.headers.get('x-elastic-product') };
results.overHttp = await new Promise((resolve, reject) => {
  const sent = httpRequest(`${ORIGIN}/_connector/_sync_job/nope`, (response) => {
    let text = '';
    response
      .on('data', (chunk) => (text += chunk))
      .on('end', () => resolve({ status: response.statusCode, text }));
  });
  sent.on('error', reject).end();
});

interception.remove();
process.stdout.write(`${JSON.stringify(results)}\n`);
