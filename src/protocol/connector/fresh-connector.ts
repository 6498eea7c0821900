import type { JsonObject } from '../../xcontent/json.js';
import type { ConnectorRules } from './connector-rules.js';
import { defaultFiltering } from './filtering.js';
import { DEFAULT_SCHEDULING } from './scheduling-parser.js';

/** What a client may say of a new connector. Source: connectors §3.1. */
export interface CreateBody {
  readonly description?: string;
  readonly index_name?: string | null;
  readonly is_native?: boolean;
  readonly language?: string;
  readonly name?: string;
  readonly service_type?: string;
}

/**
 * The document of a new connector: what was not sent is absent, not null. Source: connectors §2.1.
 * @param at the one time in it, as Elasticsearch prints it
 */
export function freshConnector(body: CreateBody, at: string, { hasSoftDelete }: ConnectorRules): JsonObject {
  const { description, index_name, is_native = false, language, name = '', service_type } = body;
  return {
    configuration: {},
    custom_scheduling: {},
    ...(description !== undefined && { description }),
    filtering: [defaultFiltering(at)],
    ...(index_name != null && { index_name }),
    is_native,
    ...(language !== undefined && { language }),
    name,
    scheduling: DEFAULT_SCHEDULING,
    ...(service_type !== undefined && { service_type }),
    status: is_native ? 'needs_configuration' : 'created',
    sync_now: false,
    ...(hasSoftDelete && { deleted: false }),
  };
}
