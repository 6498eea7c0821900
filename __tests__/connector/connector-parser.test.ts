import { isElasticsearchError } from '../../src/errors/elasticsearch-error.js';
import { errorBody } from '../../src/errors/envelope.js';
import { parseConnector } from '../../src/protocol/connector/connector-parser.js';
import { deepFreeze } from '../../src/store/document.js';
import type { JsonObject } from '../../src/xcontent/json.js';

const AT = '2024-06-01T12:00:00.000Z';

function failure(source: JsonObject): object {
  try {
    parseConnector(source);
  } catch (error) {
    if (isElasticsearchError(error)) return errorBody(error, false);
    throw error;
  }
  throw new Error('it was parsed');
}

const snippet = { value: {} };
const validation = { errors: [], state: 'VALID' };
const rule = { field: 'f', id: 'i', order: 1, policy: 'INCLUDE', rule: 'regex', value: 'v' };

describe('parseConnector', () => {
  it('rewrites configuration, filtering and pipeline as a sync job keeps them (sync-jobs §5)', () => {
    const half = { advanced_snippet: snippet, rules: [rule], validation, unknown: 1 };
    const source = deepFreeze({
      is_native: false,
      index_name: 'search-1',
      service_type: 'folder',
      language: null,
      configuration: { k: { label: 'x', type: null, display: 'TEXTBOX', unknown: 1 } },
      filtering: [{ active: half, draft: half, domain: 'x' }],
      pipeline: {
        extract_binary_content: 'true',
        name: 'p',
        reduce_whitespace: true,
        run_ml_inference: false,
        unknown: 1,
      },
      unknown: { fields: 'do not count' },
    });
    expect(parseConnector(source, AT)).toEqual({
      index_name: 'search-1',
      service_type: 'folder',
      language: null,
      configuration: {
        k: {
          default_value: null,
          display: 'textbox',
          label: 'x',
          required: false,
          sensitive: false,
          value: null,
        },
      },
      filtering: [
        {
          active: {
            advanced_snippet: { created_at: AT, updated_at: AT, value: {} },
            rules: [{ ...rule, policy: 'include', created_at: AT, updated_at: AT }],
            validation: { errors: [], state: 'valid' },
          },
        },
      ],
      pipeline: { extract_binary_content: true, name: 'p', reduce_whitespace: true, run_ml_inference: false },
    });
    const again = parseConnector(source);
    expect(again.filtering?.[0]?.active).toMatchObject({ advanced_snippet: { value: {} } });
    expect(again.filtering?.[0]?.active['advanced_snippet']).not.toHaveProperty('created_at');
  });

  it('reads every field that Elasticsearch reads', () => {
    const source = {
      api_key_id: 'k',
      api_key_secret_id: null,
      custom_scheduling: {
        nightly: {
          configuration_overrides: { max_crawl_depth: 1, seed_urls: ['u'] },
          enabled: true,
          interval: '0 0 0 * * ?',
          last_synced: null,
          name: 'n',
        },
      },
      description: 'd',
      error: null,
      features: { incremental_sync: { enabled: true } },
      is_native: true,
      last_seen: '2024-06-01T12:00:00Z',
      last_access_control_sync_status: null,
      last_deleted_document_count: null,
      last_indexed_document_count: 5,
      last_sync_status: 'completed',
      last_synced: null,
      name: null,
      pipeline: null,
      scheduling: { full: { enabled: true, interval: '0 0 0 * * ?' } },
      status: 'configured',
      sync_cursor: { a: 1 },
      sync_now: true,
      deleted: true,
    };
    expect(parseConnector(source)).toEqual({ pipeline: null });
  });

  it('wants is_native (sync-jobs §4.4)', () => {
    const reason = 'Failed to build [connector] after last required field arrived';
    expect(failure({ index_name: 'x' })).toEqual({
      error: {
        root_cause: [{ type: 'x_content_parse_exception', reason }],
        type: 'x_content_parse_exception',
        reason,
        caused_by: {
          type: 'null_pointer_exception',
          reason: 'Cannot invoke "java.lang.Boolean.booleanValue()" because "args[i]" is null',
        },
      },
      status: 400,
    });
  });

  it.each<[JsonObject, string]>([
    [{ configuration: null }, "[1:18] [connector] configuration doesn't support values of type: VALUE_NULL"],
    [{ filtering: null }, "[1:14] [connector] filtering doesn't support values of type: VALUE_NULL"],
    [{ is_native: null }, "[1:14] [connector] is_native doesn't support values of type: VALUE_NULL"],
    [{ status: 'x' }, '[1:11] [connector] failed to parse field [status]'],
    [{ configuration: { k: {} } }, '[1:24] [connector] failed to parse field [configuration]'],
    [
      { configuration: { k: { label: 'x', value: [1] } } },
      '[1:44] [connector] failed to parse field [configuration]',
    ],
    [
      { scheduling: { full: { enabled: true, interval: 'x' } } },
      '[1:50] [connector] failed to parse field [scheduling]',
    ],
    [{ custom_scheduling: { a: {} } }, '[1:28] [connector] failed to parse field [custom_scheduling]'],
    [{ last_seen: 'x' }, '[1:14] [connector] failed to parse field [last_seen]'],
  ])('refuses %j (sync-jobs §4.4)', (source, reason) => {
    expect(failure(source)).toMatchObject({
      error: { type: 'x_content_parse_exception', reason },
      status: 400,
    });
  });
});
