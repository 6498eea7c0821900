import { Client as Client9 } from '@elastic/elasticsearch';
import { Client as Client8 } from 'es8';
import { clientOptions } from '../../src/adapters/client.js';
import type { RequestTarget } from '../../src/adapters/target.js';
import { createFakeElasticsearch, type FakeElasticsearch, type Scenario } from '../../src/index.js';

type Params = Readonly<Record<string, unknown>>;
type Methods = Readonly<Record<string, (params: Params) => Promise<unknown>>>;

interface Case {
  readonly method: string;
  readonly params: Params;
  readonly result: unknown;
  /** Parameters that fail, and how. */
  readonly wrong: Params;
  readonly status: number;
  readonly reason: string;
}

const ID = { connector_id: 'c' };
const NOPE = { connector_id: 'nope' };
const JOB = { connector_sync_job_id: 'job' };
const UPDATED = { result: 'updated' };
const NOT_FOUND = { status: 404, reason: 'connector [nope] not found' };
const MISSING = { status: 404, reason: '[nope]: document missing' };
const NO_JOB = { wrong: { connector_sync_job_id: 'nope' }, status: 404, reason: 'nope' };
const NO_JOB_BLIND = { ...NO_JOB, reason: 'connector sync job [nope] not found' };
const STATS = { deleted_document_count: 1, indexed_document_count: 2, indexed_document_volume: 3 };
const PIPELINE = {
  extract_binary_content: true,
  name: 'p',
  reduce_whitespace: true,
  run_ml_inference: false,
};
const VALIDATION = { validation: { errors: [], state: 'valid' } };

/** An update of the seeded connector that is refused for one that is not there. */
function update(method: string, body: Params, refusal = NOT_FOUND, result: Params = UPDATED): Case {
  return { method, params: { ...ID, ...body }, result, wrong: { ...NOPE, ...body }, ...refusal };
}

const CASES: readonly Case[] = [
  update('checkIn', {}, MISSING),
  { method: 'delete', params: ID, result: { acknowledged: true }, wrong: NOPE, ...NOT_FOUND },
  { method: 'get', params: ID, result: expect.objectContaining({ id: 'c' }), wrong: NOPE, ...NOT_FOUND },
  update('lastSync', { last_sync_status: 'completed', sync_cursor: { at: 1 } }, MISSING),
  {
    method: 'list',
    params: { query: 'c', size: 1 },
    result: { count: 1, results: [expect.objectContaining({ id: 'c' })] },
    wrong: { from: -1 },
    status: 400,
    reason: 'Parameter [from] cannot be < 0',
  },
  {
    method: 'post',
    params: { index_name: 'other' },
    result: { id: expect.any(String) as unknown, result: 'created' },
    wrong: { index_name: 'content-c' },
    status: 400,
    reason: 'Index name [content-c] is used by another connector.',
  },
  {
    method: 'put',
    params: { ...ID, index_name: 'content-c' },
    result: { id: 'c', result: 'updated' },
    wrong: { connector_id: 'd', index_name: 'content-c' },
    status: 400,
    reason: 'Index name [content-c] is used by another connector.',
  },
  {
    method: 'secretDelete',
    params: { id: 'secret' },
    result: { deleted: true },
    wrong: { id: 'nope' },
    status: 404,
    reason: 'No secret with id [nope]',
  },
  {
    method: 'secretGet',
    params: { id: 'secret' },
    result: { id: 'secret', value: 'v' },
    wrong: { id: 'nope' },
    status: 404,
    reason: 'No secret with id [nope]',
  },
  {
    method: 'secretPost',
    params: { body: { value: 'v' } },
    result: { id: expect.any(String) as unknown },
    wrong: { body: {} },
    status: 400,
    reason: 'Validation Failed: 1: [value] of the connector secret cannot be [null] or [""];',
  },
  {
    method: 'secretPut',
    params: { id: 'new', body: { value: 'v' } },
    result: { result: 'created' },
    wrong: { id: 'new', body: { value: '' } },
    status: 400,
    reason: 'Validation Failed: 1: [value] cannot be [null] or [""];',
  },
  {
    method: 'syncJobCancel',
    params: JOB,
    result: UPDATED,
    ...NO_JOB,
  },
  { method: 'syncJobCheckIn', params: JOB, result: UPDATED, ...NO_JOB_BLIND },
  {
    method: 'syncJobClaim',
    params: { ...JOB, worker_hostname: 'w' },
    result: UPDATED,
    wrong: { connector_sync_job_id: 'nope', worker_hostname: 'w' },
    status: 404,
    reason: 'nope',
  },
  { method: 'syncJobDelete', params: JOB, result: { acknowledged: true }, ...NO_JOB },
  {
    method: 'syncJobError',
    params: { connector_sync_job_id: 'running', error: 'e' },
    result: UPDATED,
    wrong: { ...JOB, error: 'e' },
    status: 400,
    reason:
      'Invalid transition attempt from [pending] to [error]. Such a ConnectorSyncStatus transition is not supported by the Connector Protocol.',
  },
  { method: 'syncJobGet', params: JOB, result: expect.objectContaining({ id: 'job' }), ...NO_JOB },
  {
    method: 'syncJobList',
    params: { status: 'pending', job_type: ['full', 'incremental'] },
    result: { count: 1, results: [expect.objectContaining({ id: 'job' })] },
    wrong: { status: 'x' },
    status: 400,
    reason: 'Unknown ConnectorSyncStatus [x].',
  },
  {
    method: 'syncJobPost',
    params: { id: 'c', job_type: 'full' },
    result: { id: expect.any(String) as unknown },
    wrong: { id: 'nope' },
    status: 404,
    reason: "Connector with id 'nope' does not exist.",
  },
  {
    method: 'syncJobUpdateStats',
    params: { ...JOB, ...STATS },
    result: UPDATED,
    wrong: { connector_sync_job_id: 'nope', ...STATS },
    status: 404,
    reason: 'connector sync job [nope] not found',
  },
  update('updateActiveFiltering', {}, NOT_FOUND, { result: 'noop' }),
  update('updateApiKeyId', { api_key_id: 'k' }, MISSING),
  update('updateConfiguration', { configuration: { k: { label: 'l' } } }),
  update('updateError', { error: 'e' }, MISSING),
  update('updateFeatures', { features: { incremental_sync: { enabled: true } } }, MISSING),
  update('updateFiltering', { rules: [] }),
  update('updateFilteringValidation', VALIDATION, NOT_FOUND, { result: 'noop' }),
  { ...update('updateIndexName', { index_name: 'content-d' }), wrong: { ...NOPE, index_name: 'content-e' } },
  update('updateName', { name: 'n' }, MISSING),
  update('updateNative', { is_native: true }),
  update('updatePipeline', { pipeline: PIPELINE }, MISSING),
  update('updateScheduling', { scheduling: { full: { enabled: true, interval: '0 0 1 * * ?' } } }, MISSING),
  update('updateServiceType', { service_type: 's' }),
  update('updateStatus', { status: 'needs_configuration' }),
];

const CONNECTOR = { id: 'c', index_name: 'content-c', service_type: 'folder', name: 'c' };
const SCENARIO = {
  connectors: [CONNECTOR],
  sync_jobs: [
    { id: 'job', status: 'pending', connector: { id: 'c' } },
    { id: 'running', status: 'in_progress', connector: { id: 'c' } },
  ],
} as unknown as Scenario;

const CLIENTS: readonly [string, string, (target: RequestTarget) => { connector: unknown }][] = [
  ['9.4', '9.5.1', (target) => new Client9({ ...clientOptions(target), maxRetries: 0 })],
  ['8.19', '8.19.2', (target) => new Client8({ ...clientOptions(target), maxRetries: 0 } as object)],
];

describe.each(CLIENTS)('the official client %s against %s', (_, version, connect) => {
  let es: FakeElasticsearch;
  let connector: Methods;

  beforeEach(async () => {
    es = createFakeElasticsearch({ version, fixtures: [SCENARIO] });
    const target: RequestTarget = {
      handle: (request) => es.handle(request),
      exchange: (request) => es.handle(request),
    };
    connector = connect(target).connector as Methods;
    await connector['secretPut']?.({ id: 'secret', body: { value: 'v' } });
  });

  it('has 34 methods, each of them here', () => {
    const methods = Object.getOwnPropertyNames(Object.getPrototypeOf(connector)).filter(
      (name) => name !== 'constructor',
    );
    expect(CASES.map(({ method }) => method).sort()).toEqual(methods.sort());
  });

  it.each(CASES)('$method', async ({ method, params, result, wrong, status, reason }) => {
    expect(await connector[method]?.(params)).toEqual(result);
    const failure = await connector[method]?.(wrong).catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'ResponseError', statusCode: status });
    expect((failure as { body: { error: { reason: string } } }).body.error.reason).toBe(reason);
    expect(es.journal.unhandled).toEqual([]);
  });
});
