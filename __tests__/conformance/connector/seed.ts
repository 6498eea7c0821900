import type { FakeElasticsearch, SyncStatus } from '../../../src/index.js';

/** Where the frozen clock of a fresh fake stands. */
export const T0 = '2024-06-01T12:00:00.000Z';

/** When the seeded jobs were created. */
export const CREATED = '2024-06-01T11:55:00.000Z';

type Fields = Readonly<Record<string, unknown>>;

/** Seeds one sync job of `connector-1`. */
export function seedJob(es: FakeElasticsearch, id: string, status: SyncStatus, fields: Fields = {}): void {
  es.load({
    sync_jobs: [
      {
        id,
        status,
        created_at: CREATED,
        last_seen: CREATED,
        connector: { id: 'connector-1', index_name: 'search-1', service_type: 'folder', configuration: {} },
        ...fields,
      },
    ],
  });
}

/** Seeds one connector that is ready to sync. */
export function seedConnector(es: FakeElasticsearch, id: string, fields: Fields = {}): void {
  es.load({
    connectors: [{ id, index_name: 'search-1', service_type: 'folder', ...fields }],
  });
}
