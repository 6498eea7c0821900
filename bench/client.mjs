// The official client into the fake, against the same client into @elastic/elasticsearch-mock with a static stub.
import { Client } from '@elastic/elasticsearch';
import { clientOptions } from 'elasticsearch-connector-fake/client';
import { createRequire } from 'node:module';
import {
  atOnce,
  heading,
  microseconds,
  perSecond,
  report,
  reportModes,
  sequential,
  takeTurns,
} from './measure.mjs';
import { claimBody, claimPath, fakeWithJobs, request } from './seed.mjs';

const Mock = createRequire(import.meta.url)('@elastic/elasticsearch-mock');
const CALLS = 4000;
const JOBS = 100;

const mock = new Mock();
mock.add({ method: 'PUT', path: '/_connector/_sync_job/:id/_claim' }, () => ({ result: 'updated' }));
const es = fakeWithJobs(JOBS);
const clients = {
  ours: new Client(clientOptions(es)),
  mock: new Client({ node: 'http://localhost:9200', Connection: mock.getConnection() }),
};
const claimWith = (client) => (at) =>
  client.connector.syncJobClaim({
    connector_sync_job_id: `job-${at % JOBS}`,
    worker_hostname: 'worker-1',
    sync_cursor: { at },
  });
const fresh = (run) => () => {
  es.reset();
  return run();
};
const requests = Array.from({ length: JOBS }, (_, at) => request('PUT', claimPath(at), claimBody));
const medians = await takeTurns(
  {
    handle: fresh(() => 1e6 / microseconds((at) => es.handle(requests[at % JOBS]), CALLS)),
    ...Object.fromEntries(
      Object.entries(clients).flatMap(([name, client]) => [
        [`${name} sequential`, fresh(() => sequential(claimWith(client), CALLS))],
        [`${name} at once`, fresh(() => atOnce(claimWith(client), CALLS))],
      ]),
    ),
  },
  { rounds: 9 },
);

heading('Official client: claim a sync job (aim 1.3×)', 'client adapter', 'static stub');
reportModes(medians, 'ours', 'mock', { sequential: 1 });

heading('Without the client: claim a sync job', 'es.handle', 'client and stub');
const { handle, 'mock sequential': mocked } = medians;
report('  es.handle', perSecond(handle), perSecond(mocked), handle / mocked, 2.5);
