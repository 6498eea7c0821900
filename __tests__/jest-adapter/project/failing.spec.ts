import { es } from '../../../src/adapters/jest/index.js';

test('sends what the fake does not emulate', async () => {
  await fetch('http://localhost:9200/_no/such/api');
});

test('asserts something about a fake that it never reached', () => {
  es.load('pending-full-sync');
  expect(es.syncJob('my-connector-sync-job-id')).toHaveStatus('pending');
});

test('is none the worse for the ones before', async () => {
  await fetch('http://localhost:9200/_connector/_sync_job');
  expect(es).toHaveNoUnhandledRequests();
});
