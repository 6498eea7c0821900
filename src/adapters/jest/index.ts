/**
 * A fake Elasticsearch in every test file of jest: `setupFilesAfterEnv: ['elasticsearch-connector-fake/jest']`.
 *
 * Importing this module makes the fake, {@link es}, resets it to its seed before each test, lets nock intercept
 * `http://localhost:9200` until the file is done, registers the matchers, and fails a test that sent what the fake does
 * not emulate, or that asserted something about a fake that no request had reached. `globals.elasticsearchConnectorFake` in jest's
 * configuration changes that: see {@link JestSettings}.
 *
 * nock waits on timers, so fake ones must leave it two: `jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate'] })`.
 *
 * @module
 */
import type { FakeElasticsearch } from '../../fake.js';
import { install } from './install.js';

export type { ConnectorFakeMatchers } from './matcher-types.js';
export type { JestSettings } from './settings.js';

const KEY = Symbol.for('elasticsearch-connector-fake/jest');

/**
 * The fake of this test file. Not for `test.concurrent`: its tests would share it while it is reset between them.
 *
 * @example
 * es.load('pending-full-sync');
 * await worker.runOnce();
 * expect(es.syncJob('my-connector-sync-job-id')).toBeClaimedBy('some-machine');
 */
// On the sandbox's globalThis, because a test file may load this module again after jest.resetModules(), or in its other
// format: hooks cannot be registered a second time, and two fakes would share one origin.
export const es: FakeElasticsearch = ((globalThis as unknown as { [KEY]: FakeElasticsearch | undefined })[
  KEY
] ??= install());
