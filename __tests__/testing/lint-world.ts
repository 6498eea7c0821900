import { formatInstant } from '../../src/clock/format-instant.js';
import { createIdSource } from '../../src/clock/ids.js';
import { cancelSyncJob } from '../../src/protocol/connector/sync-job-cancel.js';
import { checkInSyncJob } from '../../src/protocol/connector/sync-job-check-in.js';
import { claimSyncJob } from '../../src/protocol/connector/sync-job-claim.js';
import { failSyncJob } from '../../src/protocol/connector/sync-job-error.js';
import { createSyncJob } from '../../src/protocol/connector/sync-job-post.js';
import { updateSyncJobStats } from '../../src/protocol/connector/sync-job-update-stats.js';
import type { JobType } from '../../src/protocol/connector/sync-job.js';
import { CONNECTOR_TEMPLATES, SYNC_JOBS_INDEX } from '../../src/store/connector-indices.js';
import { Store } from '../../src/store/store.js';
import { lintOf } from '../../src/testing/lint/lint.js';
import { loadFixtures } from '../../src/testing/load-fixtures.js';
import type { JsonObject } from '../../src/xcontent/json.js';

export const NOON = Date.UTC(2024, 5, 1, 12);
export const COUNTS = { deleted_document_count: 0, indexed_document_count: 9, indexed_document_volume: 1 };

/** A store that requests reach one a minute, each under its API's name. */
export function world() {
  const ids = createIdSource();
  const store = new Store({ templates: CONNECTOR_TEMPLATES, uuid: ids.uuid });
  let now = NOON;
  let request = 0;

  function ask<T>(api: string, work: (now: number) => T): T {
    now += 60_000;
    request += 1;
    store.begin(now, { api, request });
    return work(now);
  }

  function load(...scenarios: Parameters<typeof loadFixtures>[1]): void {
    store.begin(now, { api: 'fixture', request: undefined });
    loadFixtures(store, scenarios, now);
  }

  load({ connectors: [{ id: 'wiki', index_name: 'search-wiki', service_type: 'confluence' }] });

  return {
    store,
    load,
    post: (job_type: JobType = 'full') =>
      ask('connector.sync_job_post', (at) =>
        createSyncJob(store, { id: 'wiki', job_type, trigger_method: 'on_demand' }, ids, at),
      ),
    claim: (id: string, worker_hostname = 'worker-1') =>
      ask('connector.sync_job_claim', (at) => claimSyncJob(store, id, { worker_hostname }, at)),
    checkIn: (id: string) => ask('connector.sync_job_check_in', (at) => checkInSyncJob(store, id, at)),
    stats: (id: string, last_seen?: string) =>
      ask('connector.sync_job_update_stats', (at) =>
        updateSyncJobStats(store, id, { ...COUNTS, last_seen, metadata: {} }, at),
      ),
    cancel: (id: string) => ask('connector.sync_job_cancel', (at) => cancelSyncJob(store, id, at)),
    fail: (id: string) => ask('connector.sync_job_error', () => failSyncJob(store, id, 'broken')),
    remove: (id: string, api = 'connector.sync_job_delete') =>
      ask(api, () => store.remove(store.ensureIndex(SYNC_JOBS_INDEX), id)),
    put: (id: string, source: JsonObject) =>
      ask('index', () => store.put(store.ensureIndex(SYNC_JOBS_INDEX), { id, source })),
    /** A partial update through the document API; a function gets the time, as the service prints it. */
    write: (id: string, doc: JsonObject | ((at: string) => JsonObject), index = SYNC_JOBS_INDEX) =>
      ask('update', (at) =>
        store.update(
          store.ensureIndex(index),
          id,
          typeof doc === 'function' ? doc(formatInstant(at).replace('Z', '+00:00')) : doc,
        ),
      ),
    jumpTo: (instant: number) => {
      now = instant;
    },
    rules: () => lintOf(store.point).map(({ rule }) => rule),
    messages: () => lintOf(store.point).map(({ message }) => message),
  };
}

export type World = ReturnType<typeof world>;

/** What Elastic's service writes at the end of a job. Source: clients §1.3. */
export const ended = (status: string, error: string | null = null) => {
  const isOver = status !== 'suspended';
  return (at: string): JsonObject => ({
    last_seen: at,
    status,
    error,
    ...(isOver && { completed_at: at }),
    ...(status === 'canceled' && { canceled_at: at }),
    ...COUNTS,
    total_document_count: 9,
  });
};

export const syncDone =
  (status: string, cursor?: JsonObject | null) =>
  (at: string): JsonObject => ({
    last_synced: at,
    status: 'connected',
    last_sync_status: status,
    ...(cursor !== undefined && { sync_cursor: cursor }),
  });

/** A job as a service of before the Connector API writes it. */
export function oldJob(): JsonObject {
  return {
    connector: { id: 'wiki', index_name: 'search-wiki' },
    status: 'pending',
    job_type: 'full',
    trigger_method: 'on_demand',
    created_at: '2024-06-01T12:00:00+00:00',
    last_seen: '2024-06-01T12:00:00+00:00',
  };
}

/** A job that [worker-1] has claimed. */
export const claimed = (w: World, jobType?: JobType) => {
  const id = w.post(jobType);
  w.claim(id);
  return id;
};

export const completed = (w: World) => {
  const id = claimed(w);
  w.write(id, ended('completed'));
  return id;
};
