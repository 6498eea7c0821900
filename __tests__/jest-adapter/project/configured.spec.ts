import { expect, test } from '@jest/globals';
import { es } from '../../../src/adapters/jest/index.js';
import { claimJob } from './claim-job.js';

test('finds its fixtures, clock and origin in the configuration, and needs no globals of jest', async () => {
  expect(await claimJob('http://elastic.test:1234')).toBe(200);
  expect(es.syncJob('my-connector-sync-job-id')).toHaveBeenSeenAt('2030-01-01T00:00:00Z');
});
