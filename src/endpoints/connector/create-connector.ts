import { notManagedIndexName } from '../../errors/connector-errors.js';
import { isManagedIndexName, MANAGED_INDEX_PREFIX } from '../../protocol/connector/connector-rules.js';
import { validateDescription } from '../../protocol/connector/description.js';
import type { CreateBody } from '../../protocol/connector/fresh-connector.js';
import { validateIndexName } from '../../protocol/connector/index-name.js';
import type { CreateContext, CreateResult } from '../../protocol/connector/put.js';
import type { Instant } from '../../clock/instant.js';
import type { Cluster } from '../../rest/cluster.js';
import { created, ok, optionalBody, type Reply } from '../../rest/endpoint.js';
import { boolean, objectParser, optional, string, stringOrNull } from '../../xcontent/object-parser.js';
import { rulesOf } from './rules.js';
import { searchContext } from './search-context.js';

/** The body of PUT and POST, under one name in Elasticsearch. Source: connectors §3.1. */
export const createBody = optionalBody(
  objectParser('connector_put_request', {
    description: optional(string()),
    index_name: optional(stringOrNull()),
    is_native: optional(boolean()),
    language: optional(string()),
    name: optional(string()),
    service_type: optional(string()),
  }),
);

export function validateCreation({
  body: { description, index_name, is_native } = {},
  cluster,
}: {
  body: CreateBody | undefined;
  cluster: Cluster;
}): readonly string[] {
  const rules = rulesOf(cluster);
  const isUnmanaged =
    rules.hasManagedPrefix && is_native === true && index_name != null && !isManagedIndexName(index_name);
  return [
    ...validateIndexName(index_name),
    ...validateDescription(description, rules),
    ...(isUnmanaged ? [notManagedIndexName(index_name, MANAGED_INDEX_PREFIX)] : []),
  ];
}

export function creation(call: { now: Instant; cluster: Cluster }): CreateContext {
  return { ids: call.cluster.ids, rules: rulesOf(call.cluster), search: searchContext(call) };
}

/** 201 for a new connector, 200 for one written over another. */
export function creationReply(outcome: CreateResult): Reply {
  return outcome.result === 'created' ? created(outcome) : ok(outcome);
}
