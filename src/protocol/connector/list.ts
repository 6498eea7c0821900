import { tokens } from '../../search/field-values.js';
import {
  checkWindow,
  COUNTED_HITS,
  findDocuments,
  type SearchContext,
  type TermsFilter,
} from '../../search/find-documents.js';
import { wildcardTest } from '../../search/wildcard.js';
import { CONNECTORS_INDEX } from '../../store/connector-indices.js';
import type { StoredDocument } from '../../store/document.js';
import type { Store } from '../../store/store.js';
import type { JsonObject } from '../../xcontent/json.js';
import { indexToRead } from './connector-index.js';
import type { ConnectorRules } from './connector-rules.js';
import { withId } from './with-id.js';

export interface ConnectorFilter {
  readonly from: number;
  readonly size: number;
  readonly index_name: readonly string[];
  readonly connector_name: readonly string[];
  readonly service_type: readonly string[];
  readonly query?: string | undefined;
  readonly include_deleted: boolean;
}

/** Connectors that match, by index name, those without one last; `count` is all of them. Source: connectors §3.3. */
export function listConnectors(
  store: Store,
  filter: ConnectorFilter,
  rules: ConnectorRules,
  context: SearchContext,
): { count: number; results: JsonObject[] } {
  const index = indexToRead(store, CONNECTORS_INDEX);
  if (!index) return { count: 0, results: [] };
  const { from, size, query = '' } = filter;
  checkWindow(index, from, size);
  const request = {
    filters: termsOf(filter),
    mustNot: rules.hasSoftDelete && !filter.include_deleted ? [['deleted', [true]] as const] : [],
    sort: [{ field: 'index_name', order: 'asc' as const }],
  };
  if (query === '') {
    const { total, documents } = findDocuments(index, { ...request, from, size }, context);
    return { count: total, results: documents.map(withId) };
  }
  const all = findDocuments(index, { ...request, from: 0, size: index.entries.size }, context).documents;
  const matching = all.filter(matcher(query));
  return {
    count: Math.min(matching.length, COUNTED_HITS),
    results: matching.slice(from, from + size).map(withId),
  };
}

function termsOf({ index_name, connector_name, service_type }: ConnectorFilter): TermsFilter[] {
  const lists: readonly TermsFilter[] = [
    ['index_name', index_name],
    ['name', connector_name],
    ['service_type', service_type],
  ];
  return lists.filter(([, values]) => values.length > 0);
}

/**
 * A wildcard in front and behind, on whole index names and names, and on each token of the description, which are in
 * lower case as the query is not. Source: connectors §3.3; ES: `ConnectorIndexService.buildListQuery`.
 */
function matcher(query: string): (document: StoredDocument) => boolean {
  const matches = wildcardTest(`*${query}*`);
  return ({ source: { index_name, name, description } }) =>
    stringsOf(index_name).some(matches) ||
    stringsOf(name).some(matches) ||
    stringsOf(description).some((text) => tokens(text).some(matches));
}

function stringsOf(value: unknown): string[] {
  return typeof value === 'string' ? [value] : [];
}
