import { indexNotFound } from '../../errors/index-errors.js';
import type { Index } from '../../store/store-index.js';
import type { Store } from '../../store/store.js';

/** A system index of Elasticsearch's own. Source: connectors §4; ES: `ConnectorSecretsIndexService`. */
const SECRETS_INDEX = '.connector-secrets-1';
const SECRETS_ALIAS = '.connector-secrets';

/** Source: ES: `connector-secrets.json`. `hidden` stands for what a system index is. */
const DEFINITION = {
  settings: {
    hidden: 'true',
    auto_expand_replicas: '0-1',
    number_of_shards: '1',
    number_of_replicas: '0',
    priority: '100',
    refresh_interval: '1s',
  },
  mappings: {
    dynamic: 'false',
    _meta: { managed_index_mappings_version: 1 },
    properties: { value: { type: 'keyword', index: false } },
  },
  aliases: { [SECRETS_ALIAS]: { is_hidden: true } },
};

/** The index, made with its alias if it is missing. */
export function ensureSecretsIndex(store: Store): Index {
  return store.concrete(SECRETS_INDEX) ?? store.createIndex(SECRETS_INDEX, DEFINITION);
}

/** Neither reads nor deletes make the index. @throws ElasticsearchError 404 of the index itself. */
export function secretsIndex(store: Store): Index {
  const index = store.concrete(SECRETS_INDEX);
  if (!index) throw indexNotFound(SECRETS_ALIAS);
  return index;
}
