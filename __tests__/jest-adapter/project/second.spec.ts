import { es } from '../../../src/adapters/jest/index.js';
import { claimJob, claimJobOverHttp } from './claim-job.js';

test.each([
  { name: 'fetch', claim: claimJob },
  { name: 'http.request', claim: claimJobOverHttp },
])('claims with $name in the second file', async ({ claim }) => {
  es.load('pending-full-sync');
  expect(await claim()).toBe(200);
  expect(es.syncJob('my-connector-sync-job-id')).toBeClaimedBy('some-machine');
});
