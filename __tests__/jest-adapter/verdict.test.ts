import { createFakeElasticsearch, type FakeElasticsearch } from '../../src/index.js';
import { readSettings } from '../../src/adapters/jest/settings.js';
import { verdictOn } from '../../src/adapters/jest/verdict.js';
import { watchMatchers, type WatchedMatchers } from '../../src/adapters/jest/watched-matchers.js';

let es: FakeElasticsearch;
let watched: WatchedMatchers;
beforeEach(() => {
  es = createFakeElasticsearch({ fixtures: ['pending-full-sync'] });
  watched = watchMatchers(es.journal);
});

const get = (rawPath: string) =>
  es.handle({ method: 'GET', rawPath, rawQuery: '', headers: {}, bodyText: '' });
const verdict = (settings = {}) => verdictOn(es.journal, watched.notes(), settings);

function assert(
  name: keyof WatchedMatchers['matchers'],
  isNot: boolean,
  received: unknown,
  ...expected: unknown[]
) {
  return watched.matchers[name].call({ isNot }, received, ...(expected as never[]));
}
const job = () => es.syncJob('my-connector-sync-job-id');

describe('after a test', () => {
  it('there is nothing to say of one that left the fake alone, or only loaded fixtures', () => {
    es.load('idle');
    expect(verdict()).toBeUndefined();
  });

  it('there is nothing to say of one whose requests were all known', () => {
    get('/_connector/_sync_job');
    assert('toHaveStatus', false, job(), 'pending');
    expect(verdict()).toBeUndefined();
  });

  it('a request that the fake does not emulate fails it', () => {
    get('/_connector/_sync_job');
    get('/_no/such/api');
    expect(verdict()).toMatchInlineSnapshot(`
     "The fake does not emulate a request of this test:
       #2 2024-06-01T12:00:00.000Z  (no API)  GET /_no/such/api → 400 {"error":"no handler found for uri [/_no/such/api] and method [GET]"}

     If the test means to send them, end it with es.journal.clear(), or set globals.elasticsearchConnectorFake.unhandled to 'allow' in jest's configuration."
    `);
    expect(verdict({ unhandled: 'allow' })).toBeUndefined();
    es.journal.clear();
    expect(verdict()).toBeUndefined();
  });

  it('an assertion that held on a fake that nothing had reached fails it', () => {
    assert('toHaveStatus', false, job(), 'pending');
    assert('toBeClaimedBy', true, job(), 'some-machine');
    assert('toHaveStatus', false, job(), 'pending');
    expect(verdict()).toMatchInlineSnapshot(`
     "This test asserted something about the fake, and it held, but only because nothing had happened: toHaveStatus, toBeClaimedBy.

     No request reached the fake. One that was sent went past it: nock 14 and older see nothing of undici, which the official client uses unless told otherwise. Make the client with clientOptions(es), or give it Connection: HttpConnection; check that it talks to the origin that is intercepted; and leave nock its timers: jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate'] }).

     If nothing shall reach the fake, say so: expect(es).not.toHaveReceived()."
    `);
    expect(verdict({ unreached: 'allow' })).toBeUndefined();
  });

  it('an assertion that did not hold has said so itself', () => {
    assert('toHaveStatus', false, job(), 'completed');
    expect(verdict()).toBeUndefined();
  });

  it('an assertion before the first request is no matter', () => {
    assert('toHaveStatus', false, job(), 'pending');
    get('/_connector/_sync_job');
    expect(verdict()).toBeUndefined();
  });

  it('a test may say that nothing arrives', () => {
    assert('toHaveStatus', false, job(), 'pending');
    assert('toHaveReceived', true, es);
    expect(verdict()).toBeUndefined();
  });

  it('a journal that the test cleared does not count as empty', () => {
    get('/_connector/_sync_job');
    assert('toHaveReceived', false, es);
    es.journal.clear();
    assert('toHaveStatus', false, job(), 'pending');
    expect(verdict()).toBeUndefined();
  });

  it('the next test starts with a clean sheet', () => {
    assert('toHaveStatus', false, job(), 'pending');
    watched.forget();
    expect(verdict()).toBeUndefined();
  });
});

describe('settings', () => {
  const settings = (elasticsearchConnectorFake: unknown) => readSettings({ elasticsearchConnectorFake });

  it('are none unless jest is configured', () => {
    expect(readSettings({})).toEqual({});
    expect(settings({ origin: false })).toEqual({ origin: false });
  });

  it.each([
    [null, 'globals.elasticsearchConnectorFake must be an object: received null.'],
    [
      { orgin: 'http://es' },
      'globals.elasticsearchConnectorFake.orgin is not a setting. Did you mean "origin"? Settings are: clock, fixtures, origin, refresh, seed, unhandled, unreached, version.',
    ],
    [{ origin: true }, 'globals.elasticsearchConnectorFake.origin must be a URL or false: received true.'],
    [
      { unhandled: 'warn' },
      "globals.elasticsearchConnectorFake.unhandled must be 'fail' or 'allow': received \"warn\".",
    ],
  ])('are refused when they make no sense: %j', (value, message) => {
    expect(() => settings(value)).toThrow(message);
  });
});
