import { SYNC_JOBS_INDEX } from '../../src/store/connector-indices.js';
import { lintOf } from '../../src/testing/lint/lint.js';
import type { JsonObject } from '../../src/xcontent/json.js';
import { claimed, ended, NOON, world } from './lint-world.js';

describe('a violation', () => {
  it('says when, which request, and which document', () => {
    const w = world();
    const id = claimed(w);
    w.claim(id, 'worker-2');
    expect(lintOf(w.store.point)).toEqual([
      {
        rule: 'claim-from-illegal-status',
        at: NOON + 180_000,
        request: 3,
        index: SYNC_JOBS_INDEX,
        id,
        message:
          `Request #3 (connector.sync_job_claim) claimed sync job [${id}], which was [in_progress] (claimed by ` +
          '[worker-1]), but a worker may claim only a sync job that is [pending] or [suspended].',
      },
    ]);
  });

  it('is none of the fixtures: they are the scene, whatever they replace', () => {
    const w = world();
    const connector = { id: 'wiki' };
    w.load({ sync_jobs: [{ id: 'a', connector, status: 'completed', completed_at: 'now' }] });
    w.remove('a', 'delete');
    w.load({ sync_jobs: [{ id: 'a', connector, status: 'in_progress' }] });
    w.load({ sync_jobs: [{ id: 'a', connector, status: 'completed', completed_at: 'now' }] });
    w.load({ sync_jobs: [{ id: 'a', connector, status: 'in_progress' }] });
    expect(w.rules()).toEqual([]);
    w.claim(w.post());
    expect(w.rules()).toEqual(['second-job-in-progress']);
  });

  it('names the jobs that still run, not those that are over or deleted', () => {
    const w = world();
    const [first, second] = [claimed(w), w.post()];
    w.remove(first);
    w.claim(second);
    expect(w.rules()).toEqual([]);
    const third = claimed(w);
    expect(w.messages()).toEqual([
      `Request #7 (connector.sync_job_claim) started sync job [${third}] while sync job [${second}] was in ` +
        'progress, but a connector, here [wiki], runs one content sync (full or incremental) at a time.',
    ]);
  });

  it('dies with its index', () => {
    const w = world();
    claimed(w);
    w.store.deleteIndex(w.store.ensureIndex(SYNC_JOBS_INDEX));
    claimed(w);
    expect(w.rules()).toEqual([]);
  });
});

describe('lintOf', () => {
  it('tells only what came after a point, and knows what went before', () => {
    const w = world();
    const running = claimed(w);
    w.claim(running);
    const since = w.store.point;
    w.claim(w.post());
    expect(w.rules()).toEqual(['claim-from-illegal-status', 'second-job-in-progress']);
    expect(lintOf(w.store.point, since).map(({ rule }) => rule)).toEqual(['second-job-in-progress']);
    expect(lintOf(since, since)).toEqual([]);
  });

  it('follows the branch that a restored snapshot has started', () => {
    const w = world();
    const id = claimed(w);
    const snapshot = w.store.snapshot();
    w.write(id, ended('completed'));
    w.claim(id);
    const abandoned = w.store.point;
    w.store.restore(snapshot);
    w.checkIn(id);
    expect(w.rules()).toEqual([]);
    expect(lintOf(abandoned).map(({ rule }) => rule)).toEqual(['claim-from-illegal-status']);
    expect(lintOf(abandoned, w.store.point).map(({ rule }) => rule)).toEqual(['claim-from-illegal-status']);
  });

  it('takes documents as they come, keys of the prototype too', () => {
    const w = world();
    const odd = JSON.parse('{"__proto__":{"status":"completed"},"status":"pending"}') as JsonObject;
    w.put('odd', odd);
    w.write('odd', { connector: null, last_seen: [1, 2], job_type: 'full', status: 'in_progress' });
    w.write('odd', JSON.parse('{"constructor":{"a":1},"completed_at":null}') as JsonObject);
    expect(w.rules()).toEqual([]);
  });
});
