import { CONNECTORS_INDEX } from '../../src/store/connector-indices.js';
import { RULES } from '../../src/testing/lint/rules.js';
import { claimed, completed, ended, oldJob, syncDone, world, type World } from './lint-world.js';

/** Each story breaks exactly the rules that it names, in that order. */
const ILLEGAL: readonly [rules: string[], name: string, story: (w: World) => void][] = [
  [['claim-from-illegal-status'], 'a claim of a running job', (w) => w.claim(claimed(w), 'worker-2')],
  [['claim-from-illegal-status'], 'a claim of a completed job', (w) => w.claim(completed(w))],
  [
    ['claim-from-illegal-status'],
    'a claim of a canceling job',
    (w) => {
      const id = claimed(w);
      w.cancel(id);
      w.claim(id);
    },
  ],
  [
    ['claim-from-illegal-status'],
    'a claim of a completed job by a direct write',
    (w) => w.write(completed(w), { status: 'in_progress', worker_hostname: 'worker-2' }),
  ],
  [
    ['claim-from-illegal-status'],
    'a running job taken over by a direct write',
    (w) => w.write(claimed(w), { worker_hostname: 'worker-2' }),
  ],
  [['check-in-after-finish'], 'a check-in after completion', (w) => w.checkIn(completed(w))],
  [
    ['check-in-after-finish'],
    'a direct check-in after completion',
    (w) => w.write(completed(w), (at) => ({ last_seen: at })),
  ],
  [['write-to-finished-job'], 'stats after completion', (w) => w.stats(completed(w))],
  [['write-to-finished-job'], 'a second end', (w) => w.write(completed(w), ended('error', 'late'))],
  [['write-to-finished-job'], 'a way back', (w) => w.write(completed(w), { status: 'pending' })],
  [['finish-without-claim'], 'a completion without a claim', (w) => w.write(w.post(), ended('completed'))],
  [['finish-without-claim'], 'an error without a claim', (w) => w.write(w.post(), ended('error', 'no'))],
  [
    ['finish-without-claim'],
    'a completion in the name of another worker',
    (w) => w.write(claimed(w), (at) => ({ ...ended('completed')(at), worker_hostname: 'worker-2' })),
  ],
  [
    ['illegal-status-transition'],
    'pending to canceling, as `connectors job cancel` writes it (clients §1.6 g)',
    (w) => w.write(w.post(), { status: 'canceling' }),
  ],
  [['illegal-status-transition'], 'in_progress to canceled', (w) => w.write(claimed(w), ended('canceled'))],
  [
    ['illegal-status-transition'],
    'in_progress to pending',
    (w) => w.write(claimed(w), { status: 'pending' }),
  ],
  [
    ['illegal-status-transition'],
    'suspended to completed',
    (w) => {
      const id = claimed(w);
      w.write(id, ended('suspended'));
      w.write(id, ended('completed'));
    },
  ],
  [['completed-at-mismatch'], 'an end without its time', (w) => w.write(claimed(w), { status: 'completed' })],
  [
    ['completed-at-mismatch'],
    'the time of an end that is none',
    (w) => w.write(claimed(w), (at) => ({ completed_at: at })),
  ],
  [
    ['completed-at-mismatch'],
    'a job that is born pending with the time of its end',
    (w) => w.put('odd', { ...oldJob(), completed_at: '2024-06-01T12:00:00Z' }),
  ],
  [['unknown-value'], 'a status that Elastic does not know', (w) => w.write(claimed(w), { status: 'done' })],
  [['unknown-value'], 'another case', (w) => w.put('odd', { ...oldJob(), status: 'PENDING' })],
  [['unknown-value'], 'no status', (w) => w.put('odd', {})],
  [
    ['unknown-value'],
    'a job type and a trigger method of nobody',
    (w) => w.put('odd', { ...oldJob(), job_type: 'delta', trigger_method: 'cron' }),
  ],
  [
    ['last-seen-backwards'],
    'a last_seen that goes back, in stats',
    (w) => w.stats(claimed(w), '2024-06-01T11:00:00Z'),
  ],
  [
    ['last-seen-backwards'],
    'a last_seen that goes back, by a direct write',
    (w) => w.write(claimed(w), { last_seen: '2024-06-01T12:01:30Z' }),
  ],
  [
    ['last-seen-backwards'],
    'a connector seen earlier than before',
    (w) => {
      w.write('wiki', { last_seen: '2024-06-01T13:00:00Z' }, CONNECTORS_INDEX);
      w.write('wiki', { last_seen: '2024-06-01T12:00:00Z' }, CONNECTORS_INDEX);
    },
  ],
  [
    ['second-job-in-progress'],
    'a second content sync at a time',
    (w) => {
      claimed(w, 'full');
      claimed(w, 'incremental');
    },
  ],
  [
    ['cursor-dropped'],
    'a full sync that writes null over the cursor (clients §1.3)',
    (w) => {
      w.write('wiki', syncDone('completed', { page: 1 }), CONNECTORS_INDEX);
      w.write('wiki', syncDone('completed', null), CONNECTORS_INDEX);
    },
  ],
];

describe('the lint finds', () => {
  it.each(ILLEGAL)('%j: %s', (rules, _, story) => {
    const w = world();
    story(w);
    expect(w.rules()).toEqual(rules);
  });

  it('a violation of each rule in the stories above', () => {
    const told = new Set(ILLEGAL.flatMap(([rules]) => rules));
    expect(RULES.map(({ name }) => name).filter((name) => !told.has(name))).toEqual([]);
  });
});

describe('each rule', () => {
  const told = (name: string) => {
    const [, , story] = ILLEGAL.find(([rules]) => rules[0] === name)!;
    const w = world();
    story(w);
    return w.messages().map((message) => message.replace(/job \[[\w-]{20}\]/g, 'job [ID]'));
  };

  it('says in one sentence what was done and why the connector protocol forbids it', () => {
    expect(RULES.flatMap(({ name }) => told(name))).toEqual([
      'Request #3 (connector.sync_job_claim) claimed sync job [ID], which was [in_progress] (claimed by [worker-1]), ' +
        'but a worker may claim only a sync job that is [pending] or [suspended].',
      'Request #4 (connector.sync_job_claim) started sync job [ID] while sync job [ID] was in progress, ' +
        'but a connector, here [wiki], runs one content sync (full or incremental) at a time.',
      'Request #4 (connector.sync_job_check_in) checked in for sync job [ID], which was [completed] already, ' +
        'but a check-in says that a worker is busy, and nobody works on a sync job that has ended.',
      'Request #4 (connector.sync_job_update_stats) wrote [last_seen] to sync job [ID], which was [completed] already, ' +
        'but a sync job that has ended may only be deleted.',
      'Request #2 (update) set sync job [ID] from [pending] to [completed], ' +
        'but only a worker that has claimed a sync job may finish it, and nobody had.',
      'Request #2 (update) set sync job [ID] from [pending] to [canceling] by a direct write, ' +
        'but in the connector protocol [pending] leads only to [canceled, in_progress].',
      'Request #3 (update) set sync job [ID] to [completed] without completed_at, ' +
        'but whoever ends a sync job by a direct write has to say when it ended.',
      'Request #3 (update) left sync job [ID] with status [done], ' +
        'but in the connector protocol status is one of [canceling, canceled, completed, error, in_progress, pending, suspended].',
      'Request #3 (connector.sync_job_update_stats) set last_seen of sync job [ID] back from [2024-06-01T12:02:00.000Z] to [2024-06-01T11:00:00Z], ' +
        'but last_seen only ever moves forward: whoever looks for idle workers would take a live one for dead.',
      'Request #2 (update) dropped the sync_cursor of connector [wiki], ' +
        'but the next incremental sync has to go on from it, so a full sync without a new cursor leaves the old one alone.',
    ]);
  });
});
