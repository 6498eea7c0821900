import { es } from '../../../src/adapters/jest/index.js';

test.each([1, 2])('claims after the modules were reset, time %s', async () => {
  jest.resetModules();
  const { claimJob } = await import('./claim-job.js');
  const again = await import('../../../src/adapters/jest/index.js');
  again.es.load('pending-full-sync');
  expect(await claimJob()).toBe(200);
  expect(es.syncJob('my-connector-sync-job-id')).toBeClaimedBy('some-machine');
});
