import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { createFakeElasticsearch, isFakeUsageError, type Fixture, type Scenario } from '../../src/index.js';
import { shippedNames } from '../../src/testing/scenario/shipped.js';

const NOON = '2024-06-01T12:00:00Z';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fixtures-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(text: string, name = 'my.json'): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

/** What a load of anything, typed or not, is refused with. */
function refusalOf(...fixtures: unknown[]): string {
  const es = createFakeElasticsearch();
  try {
    es.load(...(fixtures as Fixture[]));
  } catch (error) {
    if (isFakeUsageError(error)) return error.message;
    throw error;
  }
  throw new Error('was accepted');
}

describe('shipped scenarios', () => {
  it('are these, and load together', () => {
    expect(shippedNames()).toEqual([
      'canceled',
      'canceling',
      'completed',
      'documents-8-12',
      'edited-filtering-draft',
      'empty',
      'error',
      'idle',
      'in-progress',
      'large-backlog',
      'orphaned-job',
      'pending-access-control-sync',
      'pending-full-sync',
      'pending-incremental-sync',
      'soft-deleted-connector',
      'suspended',
      'two-connectors',
    ]);
    expect(() => createFakeElasticsearch({ fixtures: shippedNames() })).not.toThrow();
  });

  it.each(shippedNames().filter((name) => !['documents-8-12', 'empty'].includes(name)))(
    '%s describes itself and dates nothing after now',
    (name) => {
      const es = createFakeElasticsearch({ fixtures: [name] });
      const listed = es.handle({
        method: 'GET',
        rawPath: '/_connector/_sync_job',
        rawQuery: '',
        headers: {},
        bodyText: '',
      }).bodyText;
      const dates = listed.match(/\d{4}-\d\d-\d\dT[\d:.]+Z/g) ?? [];
      for (const date of dates) expect(Date.parse(date)).toBeLessThanOrEqual(Date.parse(NOON));
    },
  );

  it('pending-full-sync holds what the API would have written five minutes ago', () => {
    const es = createFakeElasticsearch({ fixtures: ['pending-full-sync'] });
    const { connector, ...job } = es.syncJob('my-connector-sync-job-id')!;
    expect(job).toEqual({
      created_at: '2024-06-01T11:55:00.000Z',
      deleted_document_count: 0,
      indexed_document_count: 0,
      indexed_document_volume: 0,
      job_type: 'full',
      last_seen: '2024-06-01T11:55:00.000Z',
      metadata: {},
      status: 'pending',
      total_document_count: 0,
      trigger_method: 'on_demand',
    });
    expect(connector).toMatchObject({
      id: 'my-connector',
      index_name: 'search-my-connector',
      language: 'en',
      service_type: 'postgresql',
    });
    expect(es.connector('my-connector')).toMatchObject({
      status: 'connected',
      deleted: false,
      sync_now: false,
    });
  });

  it('pending-access-control-sync writes beside the content index (sync-jobs §4)', () => {
    const es = createFakeElasticsearch({ fixtures: ['pending-access-control-sync'] });
    expect(es.syncJob('pending-access-control-sync-job')).toMatchObject({
      job_type: 'access_control',
      connector: { index_name: '.search-acl-filter-search-pending-access-control-sync-connector' },
    });
  });

  it('idle has not been seen for longer than 300 seconds', () => {
    const es = createFakeElasticsearch({ fixtures: ['idle'] });
    const { last_seen, status } = es.syncJob('idle-job')!;
    expect(status).toBe('in_progress');
    expect(Date.parse(NOON) - Date.parse(last_seen!)).toBeGreaterThan(300_000);
  });

  it('large-backlog counts a thousand jobs back from now', () => {
    const es = createFakeElasticsearch({ fixtures: ['large-backlog'] });
    expect(es.syncJob('backlog-job-1')!.created_at).toBe('2024-06-01T11:59:59.000Z');
    expect(es.syncJob('backlog-job-1000')!.created_at).toBe('2024-06-01T11:43:20.000Z');
    expect(es.syncJob('backlog-job-1001')).toBeUndefined();
  });

  it('documents-8-12 stores ids, lists and offsets untouched (sync-jobs §13)', () => {
    const es = createFakeElasticsearch({ fixtures: ['documents-8-12'] });
    const job = es.syncJob('documents-8-12-job') as unknown as Record<string, unknown>;
    expect(job).toMatchObject({ id: 'documents-8-12-job', created_at: '2024-05-31T12:00:00+00:00' });
    expect(job.connector).toMatchObject({ filtering: [{ domain: 'DEFAULT' }] });
  });

  it('follow the clock of their fake', () => {
    const es = createFakeElasticsearch({
      clock: '2030-01-01T00:00:00.000250Z',
      fixtures: ['pending-full-sync'],
    });
    expect(es.syncJob('my-connector-sync-job-id')!.created_at).toBe('2029-12-31T23:55:00.00025Z');
    es.clock.advance({ hours: 1 });
    es.load('idle');
    expect(es.syncJob('idle-job')!.last_seen).toBe('2030-01-01T00:54:00.00025Z');
  });
});

describe('fixtures/README.md', () => {
  const readme = readFileSync(join(__dirname, '../../fixtures/README.md'), 'utf8');

  it.each(shippedNames())('names what %s holds', (name) => {
    const text = readFileSync(join(__dirname, `../../fixtures/${name}.json`), 'utf8');
    const ids = [...text.matchAll(/^ {6}"id": "([^"{]+)"/gm)].map(([, id]) => id);
    for (const word of [name, ...ids]) expect(readme).toContain(`\`${word}\``);
  });

  it('shows a scenario that loads', () => {
    const [, example] = /```json\n([\s\S]*?)```/.exec(readme)!;
    const es = createFakeElasticsearch({ fixtures: [fileOf(example!, 'readme.json')] });
    expect(es.syncJob('waiting-3')).toMatchObject({
      created_at: '2024-06-01T11:57:00.000Z',
      connector: { id: 'wiki' },
    });
  });
});

describe('finding a fixture', () => {
  it('reads a file by its path, with a byte order mark too', () => {
    const file = fileOf('\uFEFF{"sync_jobs":[{"id":"from-a-file"}]}');
    expect(createFakeElasticsearch({ fixtures: [file] }).syncJob('from-a-file')).toBeDefined();
  });

  it('names the shipped scenarios when it knows no such name', () => {
    const message = refusalOf('pending-ful-sync');
    expect(message).toContain(
      'There is no shipped scenario "pending-ful-sync". Did you mean "pending-full-sync"?',
    );
    expect(message).toContain('Shipped are: canceled, canceling, completed,');
    expect(message).toContain('A file of your own needs a path: "./name.json".');
  });

  it('says which file cannot be read', () => {
    expect(refusalOf('./no-such.json')).toMatch(/^\.\/no-such\.json cannot be read: ENOENT/);
  });

  it.each([
    ['{"sync_jobs": [}', 'line 1, column 17'],
    ['{\n  "description": "a",\n  "description": "b"\n}', "line 3, column 16: Duplicate field 'description'"],
    ['{} {}', 'there is more after the end of the scenario'],
  ])('says where %j is not JSON', (text, place) => {
    const file = fileOf(text);
    const message = refusalOf(file);
    expect(message).toContain(`${file} is not JSON: `);
    expect(message).toContain(place);
  });
});

describe('a malformed scenario', () => {
  it.each<[unknown, string]>([
    [[], 'scenario object must be an object with connectors, sync_jobs, documents, indices: received [].'],
    [
      null,
      'scenario object must be an object with connectors, sync_jobs, documents, indices: received null.',
    ],
    [
      { sync_job: [] },
      'sync_job in scenario object is not a field of a scenario. Did you mean "sync_jobs"? Fields are: description, connectors, sync_jobs, documents, indices.',
    ],
    [{ description: 5 }, 'description in scenario object must be a string: received 5.'],
    [{ sync_jobs: {} }, 'sync_jobs in scenario object must be a list: received {}.'],
    [{ sync_jobs: [null] }, 'sync_jobs[0] in scenario object must be an object: received null.'],
    [{ sync_jobs: [{}] }, 'sync_jobs[0].id in scenario object is missing.'],
    [
      { sync_jobs: [{ id: '' }] },
      'sync_jobs[0].id in scenario object must be a string that is not empty: received "".',
    ],
    [
      { sync_jobs: [{ id: 'a', status: 'pendin' }] },
      'sync_jobs[0].status in scenario object must be one of canceling, canceled, completed, error, in_progress, pending, suspended: received "pendin". Did you mean "pending"?',
    ],
    [
      { sync_jobs: [{ id: 'a', job_type: null }] },
      'sync_jobs[0].job_type in scenario object must be one of full, incremental, access_control: received null.',
    ],
    [
      { sync_jobs: [{ id: 'a', created_at: 'yesterday' }] },
      'sync_jobs[0].created_at in scenario object must be a date: ISO (2024-06-01T12:00:00Z), date math (now-6m) or epoch milliseconds: received "yesterday".',
    ],
    [
      { sync_jobs: [{ id: 'a', last_seen: 'now-6x' }] },
      'sync_jobs[0].last_seen in scenario object must be a date: ISO (2024-06-01T12:00:00Z), date math (now-6m) or epoch milliseconds, or null: received "now-6x".',
    ],
    [
      { sync_jobs: [{ id: 'a', indexed_document_count: -1 }] },
      'sync_jobs[0].indexed_document_count in scenario object must be a whole number, 0 or more: received -1.',
    ],
    [
      { sync_jobs: [{ id: 'a', connector: 'my-connector' }] },
      'sync_jobs[0].connector in scenario object must be an object: received "my-connector".',
    ],
    [
      { sync_jobs: [{ id: 'a', connector: { id: 'c', index: 'x' } }] },
      'sync_jobs[0].connector.index in scenario object is not a field of a sync job\'s connector. Did you mean "index_name"? Fields are: id, index_name, service_type, language, configuration, filtering, pipeline, sync_cursor.',
    ],
    [
      { sync_jobs: [{ id: 'a', metadata: { made: new Date(0) } }] },
      'sync_jobs[0].metadata.made in scenario object must be a JSON value: received "1970-01-01T00:00:00.000Z".',
    ],
    [
      { sync_jobs: [{ id: 'a', repeat: 2 }] },
      'sync_jobs[0].id in scenario object must contain {n}, which counts the repeated entries: "job-{n}".',
    ],
    [
      { sync_jobs: [{ id: 'a-{n}', repeat: 0 }] },
      'sync_jobs[0].repeat in scenario object must be a whole number from 1 to 1000000: received 0.',
    ],
    [
      { connectors: [{ id: 'c', scheduling: { ful: {} } }] },
      'connectors[0].scheduling.ful in scenario object is not a field of a scheduling. Did you mean "full"? Fields are: access_control, full, incremental.',
    ],
    [
      { connectors: [{ id: 'c', configuration: { host: 'localhost' } }] },
      'connectors[0].configuration.host in scenario object must be an object: received "localhost".',
    ],
    [
      { connectors: [{ id: 'c', filtering: [{ draft: { rules: [{ field: 'x' }] } }] }] },
      'connectors[0].filtering[0].draft.rules[0].id in scenario object is missing.',
    ],
    [
      { connectors: [{ id: 'c', filtering: {} }] },
      'connectors[0].filtering in scenario object must be a list of objects: received {}.',
    ],
    [{ documents: [{ id: 'a', source: {} }] }, 'documents[0].index in scenario object is missing.'],
    [
      { documents: [{ index: 'a', id: 'a', source: [] }] },
      'documents[0].source in scenario object must be an object: received [].',
    ],
    [
      { documents: [{ index: 'Upper', id: 'a', source: {} }] },
      'documents[0].index in scenario object must be a name that Elasticsearch gives to an index: received "Upper".',
    ],
    [
      { indices: [{ name: 'a', alias: {} }] },
      'indices[0].alias in scenario object is not a field of an index. Did you mean "aliases"? Fields are: name, settings, mappings, aliases.',
    ],
    [
      { indices: [{ name: 'a', aliases: { b: true } }] },
      'indices[0].aliases.b in scenario object must be an object: {} will do.',
    ],
    [
      { connectors: [{ id: 'a' }, { id: 'b' }], sync_jobs: [{ id: 'j' }] },
      'sync_jobs[0].connector in scenario object is missing: say whose job it is, e.g. { "id": … }. There are: a, b.',
    ],
  ])('is refused by name and field: %j', (scenario, message) => {
    expect(refusalOf(scenario)).toBe(message);
  });

  it.each<[unknown, string]>([
    [
      { connectors: [{ id: 'a', scheduling: { full: { interval: 'hourly' } } }] },
      'connectors[0].scheduling.full.interval in scenario object is no cron expression: ',
    ],
    [
      { connectors: [{ id: 'a', scheduling: { full: { enabled: 'yes' } } }] },
      'connectors[0].scheduling.full.enabled in scenario object must be true or false: received "yes".',
    ],
    [
      { connectors: [{ id: 'a', scheduling: { full: { intervall: '' } } }] },
      'connectors[0].scheduling.full.intervall in scenario object is not a field of a schedule. Did you mean "interval"?',
    ],
    [
      { connectors: [{ id: 'c-{n}', repeat: 2 }] },
      'connectors[0].repeat in scenario object is not a field of a connector.',
    ],
    [
      { sync_jobs: [{ id: 'a-{n}', repeat: 1_000_001 }] },
      'sync_jobs[0].repeat in scenario object must be a whole number from 1 to 1000000: received 1000001.',
    ],
    [
      { documents: [{ index: 'a', id: 'é'.repeat(257), source: {} }] },
      'documents[0].id in scenario object must be no longer than 512 bytes: received 514 bytes.',
    ],
    [
      { indices: [{ name: 'a', mappings: { properties: { b: { type: 'txt' } } } }] },
      'indices[0] in scenario object is refused: Failed to parse mapping: The mapper type [txt] declared on field [b] does not exist.',
    ],
    [
      { indices: [{ name: 'a', settings: { number_of_replica: 1 } }] },
      'indices[0] in scenario object is refused: unknown setting [index.number_of_replica] did you mean [index.number_of_replicas]?',
    ],
    [
      { indices: [{ name: 'a', aliases: { 'b*': {} } }] },
      'indices[0] in scenario object is refused: Invalid alias name [b*]',
    ],
    [
      { indices: [{ name: 'a' }, { name: 'a', settings: { 'index.refresh_interval': 'often' } }] },
      'indices[1] in scenario object is refused: failed to parse setting [index.refresh_interval] with value [often]',
    ],
  ])('is refused for what Elasticsearch could not take: %j', (scenario, message) => {
    expect(refusalOf(scenario)).toContain(message);
  });

  it('is refused if it contains itself or is too deep', () => {
    const list: unknown[] = [];
    const own = { list };
    list.push(own);
    expect(refusalOf({ documents: [{ index: 'a', id: 'b', source: { own } }] })).toBe(
      'documents[0].source.own.list[0] in scenario object contains itself: JSON cannot hold that.',
    );
    let deep: unknown = 'x';
    for (let level = 0; level < 20_000; level += 1) deep = { a: deep };
    expect(refusalOf({ documents: [{ index: 'a', id: 'b', source: { deep } }] })).toBe(
      'documents[0] in scenario object is nested deeper than 1000 levels.',
    );
  });

  it('names the fixture when there are several', () => {
    const file = fileOf('{"sync_jobs":[{"id":"a","status":"done"}]}');
    expect(refusalOf('idle', {}, { sync_jobs: [{}] })).toBe(
      'sync_jobs[0].id in scenario object (fixture 3) is missing.',
    );
    expect(refusalOf('idle', file)).toContain(`sync_jobs[0].status in ${file} must be one of`);
  });

  it('is refused for an id that comes twice in one load, in whichever fixture', () => {
    expect(refusalOf('idle', { sync_jobs: [{ id: 'a' }, { id: 'idle-job' }] })).toBe(
      'sync_jobs[1].id in scenario object (fixture 2) "idle-job" is taken: sync_jobs[0] in scenario "idle" has it too.',
    );
    const source = {};
    expect(
      refusalOf({
        sync_jobs: [{ id: 'a' }],
        documents: [{ index: '.elastic-connectors-sync-jobs', id: 'a', source }],
      }),
    ).toBe('documents[0].id in scenario object "a" is taken: sync_jobs[0] in scenario object has it too.');
  });

  it('leaves nothing behind, whatever came before it', () => {
    const es = createFakeElasticsearch();
    const before = es.snapshot().store.point;
    const good: Scenario = { connectors: [{ id: 'c' }], sync_jobs: [{ id: 'a' }], indices: [{ name: 'x' }] };
    expect(() => es.load('idle', good, { sync_jobs: [{ id: 'b', status: 'none' as never }] })).toThrow();
    expect(es.snapshot().store.point).toBe(before);
    expect(es.syncJob('idle-job')).toBeUndefined();
  });

  it('leaves nothing behind either if its index refuses a document', () => {
    const es = createFakeElasticsearch();
    const before = es.snapshot().store.point;
    const source = { last_seen: 'not a date' };
    const document = { index: '.elastic-connectors', id: 'bad', source };
    expect(() => es.load({ connectors: [{ id: 'c' }], documents: [document] })).toThrow(
      /^documents\[0\] in scenario object does not fit its index: .*last_seen/,
    );
    expect(es.snapshot().store.point).toBe(before);
  });

  it('never gets in and never crashes the loader, whatever JSON it is', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('sync_jobs', 'connectors', 'documents'), fc.jsonValue()),
        (value) => {
          const es = createFakeElasticsearch();
          try {
            es.load(value);
          } catch (error) {
            expect(isFakeUsageError(error)).toBe(true);
          }
        },
      ),
    );
  });
});

describe('loading', () => {
  it('gives a job the snapshot of its connector: of the load, of the store, or made up', () => {
    const es = createFakeElasticsearch();
    es.load({ connectors: [{ id: 'stored', service_type: 'mongodb' }] });
    es.load({
      connectors: [{ id: 'loaded', service_type: 'sharepoint_online', language: 'de' }],
      sync_jobs: [
        { id: 'a' },
        { id: 'b', connector: { id: 'stored' } },
        { id: 'c', connector: { id: 'gone', service_type: 'jira', sync_cursor: { at: 1 } } },
      ],
    });
    expect(es.syncJob('a')!.connector).toMatchObject({
      id: 'loaded',
      service_type: 'sharepoint_online',
      language: 'de',
    });
    expect(es.syncJob('b')!.connector).toMatchObject({ id: 'stored', service_type: 'mongodb' });
    expect(es.syncJob('c')!.connector).toMatchObject({
      id: 'gone',
      service_type: 'jira',
      index_name: 'search-gone',
      sync_cursor: { at: 1 },
    });
    expect(es.connector('gone')).toBeUndefined();
  });

  it('takes the active filtering of the connector, not its draft (sync-jobs §5)', () => {
    const es = createFakeElasticsearch();
    const filtering = [{ active: { rules: [{ id: 'live' }] }, draft: { rules: [{ id: 'edited' }] } }];
    es.load({ connectors: [{ id: 'c', filtering }], sync_jobs: [{ id: 'j' }] });
    expect(es.syncJob('j')!.connector.filtering).toMatchObject({ rules: [{ id: 'live' }] });
  });

  it('replaces a document that is there and keeps the others', () => {
    const es = createFakeElasticsearch({ fixtures: ['idle', 'error'] });
    es.load({ sync_jobs: [{ id: 'idle-job', status: 'completed' }] });
    expect(es.syncJob('idle-job')).toMatchObject({ status: 'completed', worker_hostname: 'my-worker' });
    expect(es.syncJob('error-job')).toBeDefined();
    expect(es.document('.elastic-connectors-sync-jobs', 'idle-job')!._version).toBe(2);
  });

  it('makes an index with settings, mappings and aliases, and adds to one that is there', () => {
    const es = createFakeElasticsearch();
    const wiki = {
      name: 'search-wiki',
      settings: { index: { number_of_replicas: 0 } },
      aliases: { wiki: {} },
    };
    es.load({ indices: [wiki], documents: [{ index: 'wiki', id: '1', source: { title: 'one' } }] });
    es.load({
      indices: [{ name: 'search-wiki', mappings: { properties: { author: { type: 'keyword' } } } }],
    });
    expect(es.document('search-wiki', '1')!._source).toEqual({ title: 'one' });
    expect(es.document('wiki', '1')).toBeDefined();
  });

  it('accepts dates as text, date math, number and Date', () => {
    const es = createFakeElasticsearch();
    es.load({
      sync_jobs: [
        { id: 'text', created_at: '2024-05-01T02:00:00+02:00' },
        { id: 'nanos', created_at: '2024-05-01T00:00:00.123456789Z' },
        { id: 'day', created_at: '2024-05-01' },
        { id: 'math', created_at: 'now-1d/d' },
        { id: 'anchored', created_at: '2024-05-01||+1M' },
        { id: 'number', created_at: Date.UTC(2024, 4, 1) },
        { id: 'date', created_at: new Date(Date.UTC(2024, 4, 1)) },
      ],
    });
    const created = (id: string) => es.syncJob(id)!.created_at;
    expect(created('text')).toBe('2024-05-01T00:00:00.000Z');
    expect(created('nanos')).toBe('2024-05-01T00:00:00.123456789Z');
    expect(created('day')).toBe('2024-05-01T00:00:00.000Z');
    expect(created('math')).toBe('2024-05-31T00:00:00.000Z');
    expect(created('anchored')).toBe('2024-06-01T00:00:00.000Z');
    expect(created('number')).toBe('2024-05-01T00:00:00.000Z');
    expect(created('date')).toBe('2024-05-01T00:00:00.000Z');
  });

  it('copies what it is given: nothing of the tester gets frozen or shared', () => {
    const scenario = {
      connectors: [{ id: 'c', configuration: { host: { value: 'a' } } }],
      sync_jobs: [{ id: 'j', metadata: { tags: ['a'] } }],
      documents: [{ index: 'docs', id: '1', source: { nested: { list: [1] } } }],
    };
    const es = createFakeElasticsearch({ fixtures: [scenario] });
    scenario.connectors[0]!.configuration.host.value = 'b';
    scenario.sync_jobs[0]!.metadata.tags.push('b');
    scenario.documents[0]!.source.nested.list.push(2);
    expect(es.connector('c')!.configuration).toMatchObject({ host: { value: 'a' } });
    expect(es.syncJob('j')!.metadata).toEqual({ tags: ['a'] });
    expect(es.document('docs', '1')!._source).toEqual({ nested: { list: [1] } });
    expect(Object.isFrozen(es.syncJob('j')!.metadata)).toBe(true);
  });

  it('keeps keys such as __proto__ as they are', () => {
    const file = fileOf('{"documents":[{"index":"docs","id":"__proto__","source":{"__proto__":{"x":1}}}]}');
    const es = createFakeElasticsearch({ fixtures: [file] });
    expect(JSON.stringify(es.document('docs', '__proto__')!._source)).toBe('{"__proto__":{"x":1}}');
    expect(({} as { x?: number }).x).toBeUndefined();
  });

  it('keeps integers beyond 2^53 of a file exact', () => {
    const file = fileOf('{"documents":[{"index":"docs","id":"1","source":{"big":9007199254740993}}]}');
    expect(createFakeElasticsearch({ fixtures: [file] }).document('docs', '1')!._source).toEqual({
      big: 9007199254740993n,
    });
  });

  it('leaves fields that are undefined to their defaults', () => {
    const es = createFakeElasticsearch();
    es.load({ sync_jobs: [{ id: 'j', status: undefined as never, worker_hostname: null }] });
    expect(es.syncJob('j')).toMatchObject({ status: 'pending', worker_hostname: null });
  });
});
