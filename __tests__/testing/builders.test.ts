import { expectTypeOf } from 'expect-type';
import { createFakeElasticsearch, type SyncJob, type SyncStatus } from '../../src/index.js';
import { aConnector } from '../../src/testing/builders/connector.js';
import { aSyncJob } from '../../src/testing/builders/sync-job.js';
import type { ConnectorEntry, SyncJobEntry } from '../../src/testing/scenario/scenario.js';

const T = '2024-06-01T12:00:00.000Z';
const rules = {
  advanced_snippet: { created_at: T, updated_at: T, value: {} },
  rules: [
    {
      created_at: T,
      field: '_',
      id: 'DEFAULT',
      order: 0,
      policy: 'include',
      rule: 'regex',
      updated_at: T,
      value: '.*',
    },
  ],
  validation: { errors: [], state: 'valid' },
};
const schedule = { enabled: false, interval: '0 0 0 * * ?' };

describe('aConnector', () => {
  it('is what the Connector API would have made (connectors §2.1)', () => {
    expect(aConnector()).toEqual({
      id: 'my-connector',
      configuration: {},
      custom_scheduling: {},
      deleted: false,
      filtering: [{ active: rules, domain: 'DEFAULT', draft: rules }],
      index_name: 'search-my-connector',
      is_native: false,
      name: 'my-connector',
      scheduling: { access_control: schedule, full: schedule, incremental: schedule },
      service_type: 'postgresql',
      status: 'created',
      sync_now: false,
    });
  });

  it('is one that Elastic manages if it says so (connectors §3.1)', () => {
    expect(aConnector({ id: 'wiki', is_native: true })).toMatchObject({
      index_name: 'content-wiki',
      status: 'needs_configuration',
    });
  });

  it('completes configuration entries as the API prints them (sync-jobs §5)', () => {
    expect(aConnector({ configuration: { host: { value: 'a', order: 1 } } }).configuration).toEqual({
      host: { default_value: null, label: 'host', required: false, sensitive: false, value: 'a', order: 1 },
    });
  });

  it('completes filtering rules and their dates', () => {
    const draft = { rules: [{ id: 'r', field: 'title', rule: 'equals', value: 'x', created_at: 'now-1h' }] };
    const [filtering] = aConnector({ filtering: [{ draft }] }).filtering;
    expect(filtering).toEqual({
      active: rules,
      domain: 'DEFAULT',
      draft: {
        ...rules,
        rules: [
          {
            id: 'r',
            field: 'title',
            rule: 'equals',
            value: 'x',
            order: 0,
            policy: 'include',
            created_at: '2024-06-01T11:00:00.000Z',
            updated_at: '2024-06-01T11:00:00.000Z',
          },
        ],
      },
    });
  });

  it('reads date math against the instant it is given', () => {
    expect(aConnector({ last_seen: 'now-1m' }, '2030-01-01T00:00:00Z').last_seen).toBe(
      '2029-12-31T23:59:00.000Z',
    );
  });

  it('names a mistake', () => {
    expect(() => aConnector({ sevice_type: 'x' } as never)).toThrow(
      'sevice_type in the overrides of aConnector() is not a field of a connector. Did you mean "service_type"?',
    );
  });
});

describe('aSyncJob', () => {
  it('is what the Sync Job API would have made (sync-jobs §4)', () => {
    expect(aSyncJob()).toEqual({
      id: 'my-connector-sync-job-id',
      connector: {
        id: 'my-connector',
        filtering: rules,
        index_name: 'search-my-connector',
        service_type: 'postgresql',
        configuration: {},
      },
      created_at: T,
      deleted_document_count: 0,
      indexed_document_count: 0,
      indexed_document_volume: 0,
      job_type: 'full',
      last_seen: T,
      metadata: {},
      status: 'pending',
      total_document_count: 0,
      trigger_method: 'on_demand',
    });
  });

  it.each<[SyncStatus, Partial<SyncJobEntry>, Partial<SyncJob>]>([
    ['in_progress', {}, { started_at: T, last_seen: T, worker_hostname: 'my-worker' }],
    ['suspended', {}, { started_at: T, error: null, worker_hostname: 'my-worker' }],
    ['canceling', {}, { started_at: T, cancelation_requested_at: T }],
    ['canceled', {}, { cancelation_requested_at: T, canceled_at: T, completed_at: T }],
    ['completed', {}, { started_at: T, completed_at: T, error: null }],
    ['error', {}, { started_at: T, completed_at: T, error: 'Something went wrong' }],
  ])('in state %s has what brought it there', (status, overrides, expected) => {
    expect(aSyncJob({ status, ...overrides })).toMatchObject({ status, ...expected });
  });

  it('was not claimed if it was canceled while it waited (sync-jobs §9)', () => {
    const job = aSyncJob({ status: 'canceled', created_at: 'now-2m' });
    expect(job).not.toHaveProperty('started_at');
    expect(job).not.toHaveProperty('worker_hostname');
    expect(job.last_seen).toBe('2024-06-01T11:58:00.000Z');
  });

  it('has dates in an order that can have happened, around those that are given', () => {
    expect(aSyncJob({ status: 'completed', last_seen: 'now-6m' })).toMatchObject({
      created_at: '2024-06-01T11:54:00.000Z',
      started_at: '2024-06-01T11:54:00.000Z',
      completed_at: '2024-06-01T11:54:00.000Z',
    });
    expect(
      aSyncJob({ status: 'canceled', created_at: 'now-9m', started_at: 'now-8m', canceled_at: 'now-1m' }),
    ).toMatchObject({
      cancelation_requested_at: '2024-06-01T11:59:00.000Z',
      completed_at: '2024-06-01T11:59:00.000Z',
      last_seen: '2024-06-01T11:59:00.000Z',
      worker_hostname: 'my-worker',
    });
  });

  it('keeps a null that is given', () => {
    expect(aSyncJob({ status: 'in_progress', started_at: null, last_seen: null })).toMatchObject({
      started_at: null,
      last_seen: null,
    });
  });

  it('takes the snapshot of a built connector, and loads beside it', () => {
    const connector = aConnector({ id: 'wiki', language: 'de', pipeline: { name: 'p' } });
    const job = aSyncJob({ connector, job_type: 'access_control' });
    expect(job.connector).toEqual({
      id: 'wiki',
      filtering: rules,
      index_name: '.search-acl-filter-search-wiki',
      language: 'de',
      pipeline: { name: 'p' },
      service_type: 'postgresql',
      configuration: {},
    });
    const es = createFakeElasticsearch();
    es.load({ connectors: [connector], sync_jobs: [job] });
    const { id: jobId, ...document } = job;
    expect(es.syncJob(jobId)).toEqual(document);
    const { id: connectorId, ...stored } = connector;
    expect(es.connector(connectorId)).toEqual(stored);
  });

  it('stays as it is when it is loaded, whatever its state', () => {
    const es = createFakeElasticsearch();
    for (const status of ['pending', 'in_progress', 'canceled', 'completed', 'error'] as const) {
      const { id, ...document } = aSyncJob({ status, created_at: 'now-5m' });
      es.load({ sync_jobs: [{ id, ...document }] });
      expect(es.syncJob(id)).toEqual(document);
    }
  });

  it('names a mistake', () => {
    expect(() => aSyncJob({ status: 'xyz' as never })).toThrow(
      /^status in the overrides of aSyncJob\(\) must be one of canceling, .*: received "xyz"\.$/,
    );
  });
});

it.each<[string, unknown, RegExp]>([
  ['null', null, /overrides of (aConnector|aSyncJob)\(\) must be an object: received null/],
  ['a number', 5, /must be an object: received 5/],
  ['a Map', new Map(), /must be an object: received \[object Map\]/],
  ['an empty id', { id: '' }, /^id in the overrides .* must be a string that is not empty: received ""/],
  ['a number as id', { id: 5 }, /^id in .* must be a string that is not empty: received 5/],
  ['null as id', { id: null }, /^id in .*: received null/],
  ['a long id', { id: 'x'.repeat(513) }, /^id in .* no longer than 512 bytes: received 513 bytes/],
])('builders refuse %s', (_, overrides, message) => {
  for (const build of [aConnector, aSyncJob]) expect(() => build(overrides as never)).toThrow(message);
});

it('builders are typed', () => {
  expectTypeOf(aSyncJob()).toExtend<SyncJob>();
  expectTypeOf(aSyncJob()).toExtend<SyncJobEntry>();
  expectTypeOf(aConnector()).toExtend<ConnectorEntry>();
  expectTypeOf(aConnector().service_type).toEqualTypeOf<string | null>();
  expectTypeOf<Parameters<typeof aSyncJob>[0]>().not.toExtend<{ stauts?: string } | undefined>();
  // @ts-expect-error -- a state that does not exist
  expect(() => aSyncJob({ status: 'done' })).toThrow();
  // @ts-expect-error -- a field that does not exist
  expect(() => aConnector({ index: 'a' })).toThrow();
});
