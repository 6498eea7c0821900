import { aliasFilters } from '../../protocol/indices/alias-filters.js';
import { anyOf, filtered } from '../../search/query/bool-query.js';
import { MATCH_ALL } from '../../search/query/match-all-query.js';
import { parseInnerQuery } from '../../search/query/parse-query.js';
import { unnamed } from '../../search/query/named-query.js';
import type { Query } from '../../search/query/query.js';
import type { Index } from '../../store/store-index.js';
import type { JsonObject } from '../../xcontent/json.js';
import { JsonReader } from '../../xcontent/json-reader.js';
import { writeJson } from '../../xcontent/write-json.js';

/** A query within the filters of the aliases through which indices are reached. ES: `ShardSearchRequest.parseAliasFilter`. */
export function withinAliases(
  query: Query | undefined,
  targets: readonly Index[],
  expression: string | readonly string[] | undefined,
): Query | undefined {
  const filters = aliasFilters(targets, expression);
  if (filters.size === 0) return query;
  const parsed = new Map([...filters].map(([index, sources]) => [index, anyOf(sources.map(parseFilter))]));
  const asked = query ?? MATCH_ALL;
  return {
    compile(context) {
      const filter = parsed.get(context.view.index);
      if (filter === undefined) return asked.compile(context);
      return filtered(asked, filter).compile(context);
    },
  };
}

function parseFilter(source: JsonObject): Query {
  return unnamed(parseInnerQuery(new JsonReader(writeJson(source))));
}
