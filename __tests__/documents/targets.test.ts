import { describeDocuments, errorOf } from './describe-documents.js';
import { indicesOptions, OPEN_INDICES, resolveTargets } from '../../src/protocol/indices/resolve-targets.js';
import { Store } from '../../src/store/store.js';
import { isElasticsearchError } from '../../src/errors/elasticsearch-error.js';

function storeOf(): Store {
  const store = new Store({ templates: [], uuid: () => 'uuid' });
  store.begin(Date.UTC(2024, 5, 1), { api: 'fixture', request: undefined });
  store.createIndex('logs-2', { aliases: { logs: {}, both: {} } });
  store.createIndex('logs-1', { aliases: { both: {}, '.secret': { is_hidden: true } } });
  store.createIndex('closed', { settings: { verified_before_close: 'true' } });
  store.createIndex('hidden', { settings: { hidden: 'true' } });
  store.createIndex('.dots', { settings: { hidden: 'true' } });
  store.createIndex('daily-2024.06.01');
  return store;
}

const ALL = ['daily-2024.06.01', 'logs-1', 'logs-2'];

describe('index expressions', () => {
  const store = storeOf();
  const names = (expression: string | undefined, parameters = {}) =>
    resolveTargets(store, expression, indicesOptions(parameters, OPEN_INDICES)).map(({ name }) => name);

  it.each([
    [undefined, {}, ALL],
    ['_all', {}, ALL],
    ['*', {}, ALL],
    ['logs-*', {}, ['logs-1', 'logs-2']],
    ['logs-2,logs-1', {}, ['logs-2', 'logs-1']],
    ['logs-1,logs-*', {}, ['logs-1', 'logs-2']],
    ['both', {}, ['logs-2', 'logs-1']],
    ['log*', {}, ['logs-1', 'logs-2']],
    ['*,-logs-1', {}, ['daily-2024.06.01', 'logs-2']],
    ['logs-*,-*2', {}, ['logs-1']],
    ['hidden', {}, ['hidden']],
    ['hid*', {}, []],
    ['hid*', { expand_wildcards: 'open,hidden' }, ['hidden']],
    ['.d*', {}, ['.dots']],
    ['.sec*', {}, ['logs-1']],
    ['*', { expand_wildcards: 'all', ignore_unavailable: 'true' }, ['.dots', ...ALL, 'hidden'].sort()],
    ['*', { expand_wildcards: 'none' }, []],
    ['logs', { expand_wildcards: 'hidden' }, ['logs-2']],
    ['nope*', {}, []],
    ['nope,logs', { ignore_unavailable: 'true' }, ['logs-2']],
    ['closed', { ignore_unavailable: 'true' }, []],
    ['<daily-{now/d}>', {}, ['daily-2024.06.01']],
    ['<daily-{now/d{yyyy.MM.dd|+02:00}}>', {}, ['daily-2024.06.01']],
  ])('%s with %j finds %j (rest-layer B.1)', (expression, parameters, expected) => {
    const found = names(expression, parameters);
    expect(found.sort()).toEqual([...expected].sort());
    expect(new Set(found).size).toBe(found.length);
  });

  const failure = (expression: string, parameters = {}) => {
    try {
      return names(expression, parameters);
    } catch (error) {
      return isElasticsearchError(error) ? [error.status, error.type, error.reason, error.metadata] : error;
    }
  };

  it.each([
    ['nope', {}, 'no such index [nope]', { 'resource.id': 'nope' }],
    ['logs,nope', {}, 'no such index [nope]', { 'resource.type': 'index_or_alias' }],
    ['nope*', { allow_no_indices: 'false' }, 'no such index [nope*]', { 'resource.id': 'nope*' }],
    [
      'a,b',
      { ignore_unavailable: 'true', allow_no_indices: 'false' },
      'no such index [null]',
      { 'resource.type': 'index_expression', 'resource.id': ['a', 'b'] },
    ],
    [
      '-logs-1',
      {},
      'no such index [-logs-1] and if you intended to exclude this index, ensure that you use wildcards that ' +
        'include it before explicitly excluding it',
      {},
    ],
  ])('%s with %j is missing (rest-layer B.1)', (expression, parameters, reason, metadata) => {
    expect(failure(expression, parameters)).toEqual([
      404,
      'index_not_found_exception',
      reason,
      expect.objectContaining(metadata),
    ]);
  });

  it('refuses closed indices, named or found, and names with an underscore (rest-layer B.1)', () => {
    expect(failure('closed')).toEqual([
      400,
      'index_closed_exception',
      'closed',
      { index_uuid: 'uuid', index: 'closed' },
    ]);
    expect(failure('*', { expand_wildcards: 'open,closed' })).toEqual(failure('closed'));
    expect(failure('_nope')).toEqual([
      400,
      'invalid_index_name_exception',
      "Invalid index name [_nope], must not start with '_'.",
      { index_uuid: '_na_', index: '_nope' },
    ]);
  });
});

describeDocuments('blocks on an index', (given) => {
  const block = (name: string, value: boolean) =>
    given.call('PUT', '/books/_settings', { [`index.blocks.${name}`]: value });
  beforeEach(() => given.call('PUT', '/books/_doc/1', {}));

  it.each([
    ['write', 403, '[FORBIDDEN/8/index write (api)];'],
    ['read_only', 403, '[FORBIDDEN/5/index read-only (api)];'],
    ['read_only_allow_delete', 429, '[TOO_MANY_REQUESTS/12/disk usage exceeded flood-stage watermark'],
  ])('%s forbids writes with %d (rest-layer A.10)', async (name, status, reason) => {
    await block(name, true);
    for (const [method, path, body] of [
      ['PUT', '/books/_doc/1', {}],
      ['DELETE', '/books/_doc/1', undefined],
      ['POST', '/books/_update/1', { doc: { a: 1 } }],
    ] as const) {
      const answer = await given.call(method, path, body);
      expect(answer.status).toBe(status);
      expect(errorOf(answer)[0]).toBe('cluster_block_exception');
      expect(errorOf(answer)[1]).toContain(`index [books] blocked by: ${reason}`);
    }
    const byQuery = await given.call('POST', '/books/_delete_by_query', { query: { match_all: {} } });
    expect([byQuery.status, byQuery.body]).toMatchObject([status, { deleted: 0, failures: [{ status }] }]);
    expect((await given.call('GET', '/books/_doc/1')).status).toBe(200);
    await block(name, false);
    expect((await given.call('PUT', '/books/_doc/1', {})).status).toBe(200);
  });

  it('read forbids reads (rest-layer A.10)', async () => {
    await block('read', true);
    for (const path of ['/books/_doc/1', '/books/_search', '/_count']) {
      const answer = await given.call('GET', path);
      expect(answer.status).toBe(403);
      expect(errorOf(answer)).toEqual([
        'cluster_block_exception',
        'index [books] blocked by: [FORBIDDEN/7/index read (api)];',
      ]);
    }
  });
});
