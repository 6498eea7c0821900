import { createFakeElasticsearch } from '../../src/index.js';

/**
 * The example requests that Elastic publishes for the connector APIs, with the answers they document.
 * Source: elasticsearch-specification, `specification/connector/*` + `/examples` (Apache-2.0).
 */
const EXAMPLES: readonly (readonly [request: string, body: unknown, answer: object])[] = [
  [
    'PUT _connector/my-connector',
    { index_name: 'search-google-drive', name: 'My Connector', service_type: 'google_drive' },
    { result: 'updated', id: 'my-connector' },
  ],
  [
    'PUT _connector/a-new-connector',
    {
      index_name: 'search-new-google-drive',
      name: 'My Connector',
      description: 'My Connector to sync data to Elastic index from Google Drive',
      service_type: 'google_drive',
      language: 'english',
    },
    { result: 'created', id: 'a-new-connector' },
  ],
  ['GET _connector', undefined, { count: 3 }],
  ['GET _connector/my-connector', undefined, { id: 'my-connector' }],
  ['PUT _connector/my-connector/_check_in', undefined, { result: 'updated' }],
  [
    'PUT _connector/my-connector/_last_sync',
    {
      last_access_control_sync_error: 'Houston, we have a problem!',
      last_access_control_sync_scheduled_at: '2023-11-09T15:13:08.231Z',
      last_access_control_sync_status: 'pending',
      last_deleted_document_count: 42,
      last_incremental_sync_scheduled_at: '2023-11-09T15:13:08.231Z',
      last_indexed_document_count: 42,
      last_sync_error: 'Houston, we have a problem!',
      last_sync_scheduled_at: '2024-11-09T15:13:08.231Z',
      last_sync_status: 'completed',
      last_synced: '2024-11-09T15:13:08.231Z',
    },
    { result: 'updated' },
  ],
  [
    'PUT _connector/my-connector/_api_key_id',
    { api_key_id: 'my-api-key-id', api_key_secret_id: 'my-connector-secret-id' },
    { result: 'updated' },
  ],
  [
    'PUT _connector/my-spo-connector/_configuration',
    {
      values: {
        tenant_id: 'my-tenant-id',
        tenant_name: 'my-sharepoint-site',
        client_id: 'foo',
        secret_value: 'bar',
        site_collections: '*',
      },
    },
    { result: 'updated' },
  ],
  [
    'PUT _connector/my-spo-connector/_configuration',
    { values: { secret_value: 'foo-bar' } },
    { result: 'updated' },
  ],
  ['PUT _connector/my-connector/_error', { error: 'Houston, we have a problem!' }, { result: 'updated' }],
  [
    'PUT _connector/my-connector/_features',
    {
      features: {
        document_level_security: { enabled: true },
        incremental_sync: { enabled: true },
        sync_rules: { advanced: { enabled: false }, basic: { enabled: true } },
      },
    },
    { result: 'updated' },
  ],
  [
    'PUT _connector/my-connector/_features',
    { features: { document_level_security: { enabled: true } } },
    { result: 'noop' },
  ],
  [
    'PUT _connector/my-connector/_filtering',
    {
      rules: [
        {
          field: 'file_extension',
          id: 'exclude-txt-files',
          order: 0,
          policy: 'exclude',
          rule: 'equals',
          value: 'txt',
        },
        { field: '_', id: 'DEFAULT', order: 1, policy: 'include', rule: 'regex', value: '.*' },
      ],
    },
    { result: 'updated' },
  ],
  [
    'PUT _connector/my-connector/_filtering',
    {
      advanced_snippet: {
        value: [{ tables: ['users', 'orders'], query: 'SELECT users.id AS id FROM users' }],
      },
    },
    { result: 'updated' },
  ],
  [
    'PUT _connector/my-connector/_index_name',
    { index_name: 'data-from-my-google-drive' },
    { result: 'updated' },
  ],
  [
    'PUT _connector/my-connector/_name',
    { name: 'Custom connector', description: 'This is my customized connector' },
    { result: 'updated' },
  ],
  [
    'PUT _connector/my-connector/_pipeline',
    {
      pipeline: {
        extract_binary_content: true,
        name: 'my-connector-pipeline',
        reduce_whitespace: true,
        run_ml_inference: true,
      },
    },
    { result: 'updated' },
  ],
  [
    'PUT _connector/my-connector/_scheduling',
    {
      scheduling: {
        access_control: { enabled: true, interval: '0 10 0 * * ?' },
        full: { enabled: true, interval: '0 20 0 * * ?' },
        incremental: { enabled: false, interval: '0 30 0 * * ?' },
      },
    },
    { result: 'updated' },
  ],
  [
    'PUT _connector/my-connector/_scheduling',
    { scheduling: { full: { enabled: true, interval: '0 10 0 * * ?' } } },
    { result: 'updated' },
  ],
  ['PUT _connector/my-connector/_service_type', { service_type: 'sharepoint_online' }, { result: 'updated' }],
  ['PUT _connector/a-new-connector/_status', { status: 'needs_configuration' }, { result: 'updated' }],
  ['DELETE _connector/my-connector?delete_sync_jobs=true', undefined, { acknowledged: true }],
];

const field = (label: string) => ({
  label,
  default_value: null,
  required: false,
  sensitive: false,
  value: null,
});

it("answers Elastic's published examples as they document, one after the other", () => {
  const keys = ['tenant_id', 'tenant_name', 'client_id', 'secret_value', 'site_collections'];
  const configuration = Object.fromEntries(keys.map((key) => [key, field(key)]));
  const es = createFakeElasticsearch({
    fixtures: [
      {
        connectors: [{ id: 'my-connector' }, { id: 'my-spo-connector', configuration }],
      },
    ],
  });
  for (const [request, body, answer] of EXAMPLES) {
    const [method = '', path = ''] = request.split(' ');
    const [rawPath = '', rawQuery = ''] = path.split('?');
    const response = es.handle({
      method,
      rawPath: `/${rawPath}`,
      rawQuery,
      headers: { 'content-type': 'application/json' },
      bodyText: body === undefined ? '' : JSON.stringify(body),
    });
    expect({ request, answer: JSON.parse(response.bodyText) as unknown }).toMatchObject({ request, answer });
  }
});
