import { Client, errors } from '@elastic/elasticsearch';
import { clientOptions } from '../../src/adapters/client.js';
import { createFakeElasticsearch, type EsRequest, type FakeElasticsearch } from '../../src/index.js';

const JOB = 'my-connector-sync-job-id';
const API = 'connector.sync_job_claim';

function seeded(): FakeElasticsearch {
  return createFakeElasticsearch({ fixtures: ['pending-full-sync'] });
}

function claimBy(es: FakeElasticsearch, worker: string, signal?: AbortSignal): Promise<unknown> {
  const client = new Client({ ...clientOptions(es), maxRetries: 0 });
  return client.connector.syncJobClaim(
    { connector_sync_job_id: JOB, worker_hostname: worker },
    signal ? { signal } : {},
  );
}

describe('a gate', () => {
  it('holds requests until they are released, in the order of the test', async () => {
    const es = seeded();
    const gate = es.gates.hold({ api: API });
    const claims = [claimBy(es, 'first'), claimBy(es, 'second')];
    await gate.arrived(2);
    expect(gate.waiting).toMatchObject([
      { place: 1, api: API },
      { place: 2, api: API },
    ]);
    expect(es.syncJob(JOB)).toMatchObject({ status: 'pending' });
    gate.release('second');
    expect(es.syncJob(JOB)).toMatchObject({ worker_hostname: 'second' });
    gate.release('first');
    expect(es.syncJob(JOB)).toMatchObject({ worker_hostname: 'first' });
    expect(await Promise.all(claims)).toEqual([{ result: 'updated' }, { result: 'updated' }]);
  });

  it('after the read: both read, both write, and the later one gets the real 409 (sync-jobs §10.4)', async () => {
    const es = seeded();
    const gate = es.gates.hold({ api: API, at: 'read' });
    const first = claimBy(es, 'first');
    const second = claimBy(es, 'second');
    await gate.arrived(2);
    gate.release('second');
    gate.release('first');
    expect(await second).toEqual({ result: 'updated' });
    const conflict = await first.catch((error: unknown) => error);
    expect(conflict).toBeInstanceOf(errors.ResponseError);
    expect(conflict).toMatchObject({
      statusCode: 409,
      body: {
        error: {
          type: 'version_conflict_engine_exception',
          reason: `[${JOB}]: version conflict, required seqNo [0], primary term [1]. current document has seqNo [1] and primary term [1]`,
          index: '.elastic-connectors-sync-jobs-v1',
          shard: '0',
        },
      },
    });
    expect(es.syncJob(JOB)).toMatchObject({ worker_hostname: 'second' });
    expect(es.history(JOB)).toHaveLength(1);
  });

  it('after the read: nothing has changed meanwhile, nothing conflicts', async () => {
    const es = seeded();
    const gate = es.gates.hold({ api: API, at: 'read' });
    const only = claimBy(es, 'only');
    await gate.arrived();
    gate.open();
    expect(await only).toEqual({ result: 'updated' });
    expect(await claimBy(es, 'later')).toEqual({ result: 'updated' });
  });

  it('lets go of a request whose client gave up', async () => {
    const es = seeded();
    const gate = es.gates.hold({ api: API });
    const controller = new AbortController();
    const claim = claimBy(es, 'gone', controller.signal).catch((error: unknown) => error);
    await gate.arrived();
    controller.abort();
    expect(await claim).toBeInstanceOf(errors.RequestAbortedError);
    expect(gate.waiting).toEqual([]);
    expect(es.syncJob(JOB)).toMatchObject({ status: 'pending' });
  });

  it('is opened by reset()', async () => {
    const es = seeded();
    const gate = es.gates.hold({ api: API });
    const claim = claimBy(es, 'w');
    await gate.arrived();
    es.reset();
    expect(await claim).toEqual({ result: 'updated' });
    expect(es.gates.list).toEqual([]);
    expect(es.syncJob(JOB)).toMatchObject({ status: 'pending' });
  });

  it('says which request is not there to release', () => {
    const gate = seeded().gates.hold({ api: API });
    expect(() => gate.release('second')).toThrow(
      "The gate holds no request 'second': waiting are none, arrived 0. Await gate.arrived(n) before releasing.",
    );
  });

  it.each<[unknown, RegExp]>([
    [{ at: 'reads' }, /The gate: \[at\] must be one of arrival, read: received "reads"/],
    [null, /The gate must be an object/],
    [{ path: 'claim' }, /\[path\]/],
  ])('%j is refused', (rule, message) => {
    const es = createFakeElasticsearch();
    expect(() => es.gates.hold(rule as never)).toThrow(message);
    expect(es.gates.list).toEqual([]);
  });

  it.each(['x', Number.NaN, -1, null])('arrived(%p) is refused at once', (count) => {
    const gate = createFakeElasticsearch().gates.hold({});
    expect(() => gate.arrived(count as never)).toThrow(/arrived\(\) waits for must be a whole number/);
  });

  it('does not hold handle()', () => {
    const es = seeded();
    es.gates.hold({ method: 'GET' });
    const request: EsRequest = { method: 'GET', rawPath: '/', rawQuery: '', headers: {}, bodyText: '' };
    expect(() => es.handle(request)).toThrow('a gate holds it');
  });
});
