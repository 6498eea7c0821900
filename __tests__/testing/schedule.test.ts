import { createClock } from '../../src/clock/clock.js';
import { createIdSource } from '../../src/clock/ids.js';
import { CONNECTOR_TEMPLATES, CONNECTORS_INDEX, SYNC_JOBS_INDEX } from '../../src/store/connector-indices.js';
import { Store } from '../../src/store/store.js';
import { createFakeElasticsearch } from '../../src/index.js';
import { dueThings } from '../../src/testing/schedule.js';
import { send } from './requests.js';
import type { JsonObject } from '../../src/xcontent/json.js';

const NOON = Date.UTC(2024, 5, 1, 12);
const MINUTE = 60_000;

function given(documents: { connectors?: Record<string, JsonObject>; jobs?: Record<string, JsonObject> }) {
  const store = new Store({ templates: CONNECTOR_TEMPLATES, uuid: createIdSource().uuid });
  store.begin(NOON, { api: 'fixture', request: undefined });
  const put = (index: string, sources: Record<string, JsonObject> = {}) => {
    for (const [id, source] of Object.entries(sources)) store.put(store.ensureIndex(index), { id, source });
  };
  put(CONNECTORS_INDEX, documents.connectors);
  put(SYNC_JOBS_INDEX, documents.jobs);
  const clock = createClock(NOON);
  clock.addSource(dueThings(store));
  return { store, clock };
}

const every = (interval: string, enabled = true) => ({ enabled, interval });

describe('what is due in a store', () => {
  it('is nothing while there is none', () => {
    expect(given({}).clock.upcoming()).toEqual([]);
  });

  it('is the next time of each enabled schedule, the earliest first', () => {
    const { clock } = given({
      connectors: {
        wiki: {
          scheduling: {
            full: every('0 0 * * * ?'),
            incremental: every('0 0/10 * * * ?'),
            access_control: every('0 30 12 * * ?'),
          },
        },
        mail: { scheduling: { full: every('0 0/10 * * * ?', false), incremental: every('0 5 * * * ?') } },
      },
    });
    expect(clock.upcoming()).toEqual([
      { at: NOON + 5 * MINUTE, kind: 'schedule', what: 'incremental sync of connector [mail]' },
      { at: NOON + 10 * MINUTE, kind: 'schedule', what: 'incremental sync of connector [wiki]' },
      { at: NOON + 30 * MINUTE, kind: 'schedule', what: 'access_control sync of connector [wiki]' },
      { at: NOON + 60 * MINUTE, kind: 'schedule', what: 'full sync of connector [wiki]' },
    ]);
  });

  it('goes on with the time after, once the clock stands on one', () => {
    const { clock } = given({ connectors: { wiki: { scheduling: { full: every('0 0/10 * * * ?') } } } });
    expect(clock.next()?.at).toBe(NOON + 10 * MINUTE);
    expect(clock.next()?.at).toBe(NOON + 20 * MINUTE);
  });

  it('has nothing of a deleted connector, soft or hard', () => {
    const { store, clock } = given({
      connectors: {
        soft: { deleted: true, scheduling: { full: every('0 0 * * * ?') } },
        hard: { scheduling: { full: every('0 0 * * * ?') } },
      },
    });
    expect(clock.upcoming()).toHaveLength(1);
    store.remove(store.ensureIndex(CONNECTORS_INDEX), 'hard');
    expect(clock.upcoming()).toEqual([]);
  });

  it('is the instant 300 s after a running job was last seen (clients §1.7)', () => {
    const job = (status: string, last_seen: string) => ({ status, last_seen });
    const { clock } = given({
      jobs: {
        running: job('in_progress', '2024-06-01T11:58:00.000Z'),
        ending: job('canceling', '2024-06-01T11:57:00.5+00:00'),
        idle: job('in_progress', '2024-06-01T11:55:00.000Z'),
        waiting: job('pending', '2024-06-01T11:58:00.000Z'),
        suspended: job('suspended', '2024-06-01T11:58:00.000Z'),
        over: job('completed', '2024-06-01T11:58:00.000Z'),
      },
    });
    expect(clock.upcoming()).toEqual([
      { at: NOON + 2 * MINUTE + 500, kind: 'idle', what: 'sync job [ending]' },
      { at: NOON + 3 * MINUTE, kind: 'idle', what: 'sync job [running]' },
    ]);
  });

  it('comes strictly after the instant that was asked about', () => {
    const { store } = given({
      connectors: { wiki: { scheduling: { full: every('0 0 12 1 6 ? 2024') } } },
      jobs: { running: { status: 'in_progress', last_seen: '2024-06-01T11:55:00.000Z' } },
    });
    const due = dueThings(store);
    expect(due(NOON - 1)).toHaveLength(2);
    expect(due(NOON)).toEqual([]);
  });

  it('moves away with every check-in', () => {
    const { store, clock } = given({
      jobs: { running: { status: 'in_progress', last_seen: '2024-06-01T11:58:00.000Z' } },
    });
    store.update(store.ensureIndex(SYNC_JOBS_INDEX), 'running', { last_seen: '2024-06-01T11:59:00.000Z' });
    expect(clock.next()?.at).toBe(NOON + 4 * MINUTE);
    expect(clock.next()).toBeUndefined();
  });

  it('passes over what it cannot read, and schedules that never come again', () => {
    const { clock } = given({
      connectors: {
        broken: { scheduling: { full: every('every day'), incremental: { enabled: true } } },
        none: { scheduling: null },
        odd: { scheduling: { full: null, access_control: { enabled: 'false', interval: '0 0 * * * ?' } } },
        past: { scheduling: { full: every('0 0 0 1 1 ? 2020') } },
        bare: {},
        fine: { scheduling: { full: every('0 0 * * * ?') } },
      },
      jobs: { unseen: { status: 'in_progress' }, nulled: { status: 'in_progress', last_seen: null } },
    });
    expect(clock.upcoming().map(({ what }) => what)).toEqual(['full sync of connector [fine]']);
  });

  it('passes over a date that is none, as an index without its mapping holds it', () => {
    const store = new Store({ templates: [], uuid: createIdSource().uuid });
    store.begin(NOON, { api: 'index', request: 1 });
    const index = store.ensureIndex(SYNC_JOBS_INDEX);
    store.put(index, { id: 'odd', source: { status: 'in_progress', last_seen: 'yesterday' } });
    expect(dueThings(store)(NOON)).toEqual([]);
  });
});

describe('a periodic refresh', () => {
  const index = send('PUT', '/docs/_doc/1', { a: 1 });

  it('is due while there are writes to show, under near-real-time search alone (rest-layer B.12)', () => {
    const es = createFakeElasticsearch({ refresh: 'nrt' });
    expect(es.clock.upcoming()).toEqual([]);
    es.handle(index);
    expect(es.clock.upcoming()).toEqual([{ at: NOON + 1000, kind: 'refresh', what: 'index [docs]' }]);
    expect(es.clock.next()).toMatchObject({ kind: 'refresh' });
    es.handle(send('GET', '/docs/_search'));
    expect(es.clock.upcoming()).toEqual([]);

    const immediate = createFakeElasticsearch();
    immediate.handle(index);
    expect(immediate.clock.upcoming()).toEqual([]);
  });
});
