import { CONNECTORS_INDEX } from '../../src/store/connector-indices.js';
import { lintOf } from '../../src/testing/lint/lint.js';
import { COUNTS, ended, NOON, oldJob, syncDone, world, type World } from './lint-world.js';

const LEGAL: Record<string, (w: World) => void> = {
  'a full sync from creation to deletion': (w) => {
    const id = w.post();
    w.claim(id);
    w.checkIn(id);
    w.stats(id);
    w.write(id, ended('completed'));
    w.write('wiki', syncDone('completed', { page: 1 }), CONNECTORS_INDEX);
    w.remove(id);
  },
  'a sync that fails through the API, which sets no completed_at (sync-jobs §11)': (w) => {
    const id = w.post();
    w.claim(id);
    w.fail(id);
  },
  'a worker that adds the completed_at which the API left out': (w) => {
    const id = w.post();
    w.claim(id);
    w.fail(id);
    w.write(id, (at) => ({ completed_at: at, last_seen: at }));
  },
  'a job that is suspended at shutdown and resumed under its id (clients §1.6 g)': (w) => {
    const id = w.post();
    w.claim(id);
    w.write(id, ended('suspended'));
    w.claim(id, 'worker-2');
    w.stats(id);
    w.write(id, ended('completed'));
  },
  'a running job that is canceled (clients §1.6 g)': (w) => {
    const id = w.post();
    w.claim(id);
    w.cancel(id);
    w.stats(id);
    w.checkIn(id);
    w.write(id, ended('canceled'));
  },
  'waiting jobs that are canceled, by the API and by a direct write': (w) => {
    w.cancel(w.post());
    w.write(w.post(), ended('canceled'));
  },
  'idle jobs that another process cleans up (clients §1.6 h)': (w) => {
    const [one, other] = [w.post(), w.post('access_control')];
    w.claim(one);
    w.claim(other);
    w.cancel(other);
    for (const id of [one, other]) {
      w.write(id, ended('error', 'The job has not seen any update for some time.'));
    }
  },
  'a service of before the Connector API, which claims by direct writes (clients §1.3)': (w) => {
    w.put('old', { ...oldJob(), completed_at: null, canceled_at: null, worker_hostname: null });
    w.write('old', (at) => ({
      status: 'in_progress',
      started_at: at,
      last_seen: at,
      worker_hostname: 'worker-1',
      'connector.sync_cursor': { page: 1 },
    }));
    w.write('old', (at) => ({ last_seen: at, ...COUNTS }));
    w.write('old', ended('completed'));
  },
  'the next sync of a connector after its last one': (w) => {
    for (const jobType of ['full', 'incremental', 'full'] as const) {
      const id = w.post(jobType);
      w.claim(id);
      w.write(id, ended('completed'));
    }
  },
  'an access-control sync beside a content sync (clients §1.6 f)': (w) => {
    w.claim(w.post('full'));
    w.claim(w.post('access_control'));
  },
  'a job that is deleted and created anew under its id': (w) => {
    w.put('old', oldJob());
    w.claim('old');
    w.write('old', ended('completed'));
    w.remove('old', 'delete');
    w.put('old', oldJob());
    w.claim('old');
    w.write('old', ended('completed'));
  },
  'a scene that a test sets by direct writes': (w) => {
    w.put('running', { ...oldJob(), status: 'in_progress' });
    w.put('running-too', { ...oldJob(), status: 'in_progress' });
    w.put('done', { ...oldJob(), status: 'completed' });
    w.put('bare', { status: 'pending' });
  },
  'a clock that a test sets back': (w) => {
    const id = w.post();
    w.claim(id);
    w.jumpTo(NOON - 3_600_000);
    w.checkIn(id);
    w.jumpTo(NOON - 7_200_000);
    w.stats(id);
  },
  'clocks that differ by less than a second': (w) => {
    const id = w.post();
    w.claim(id);
    w.write(id, { last_seen: '2024-06-01T12:01:59.100Z' });
  },
  'a cursor that changes, that was empty, or that never was': (w) => {
    w.write('wiki', { sync_cursor: null }, CONNECTORS_INDEX);
    w.write('wiki', { sync_cursor: {} }, CONNECTORS_INDEX);
    w.write('wiki', { sync_cursor: null }, CONNECTORS_INDEX);
    w.write('wiki', { sync_cursor: { page: 1 } }, CONNECTORS_INDEX);
    w.write('wiki', { sync_cursor: { page: 2 } }, CONNECTORS_INDEX);
  },
  'documents of other indices': (w) => {
    w.store.begin(NOON, { api: 'index', request: 9 });
    w.store.put(w.store.ensureIndex('search-wiki'), { id: '1', source: { status: 'done' } });
  },
};

describe('the lint finds nothing wrong with', () => {
  it.each(Object.entries(LEGAL))('%s', (_, story) => {
    const w = world();
    story(w);
    expect(lintOf(w.store.point)).toEqual([]);
  });
});
