import { aliasFilters } from '../../protocol/indices/alias-filters.js';
import { boolQuery } from '../../search/query/bool-query.js';
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
  const parsed = new Map([...filters].map(([index, sources]) => [index, anyOf(sources)]));
  const asked = query ?? MATCH_ALL;
  return {
    compile(context) {
      const filter = parsed.get(context.view.index);
      if (filter === undefined) return asked.compile(context);
      const clauses = { must: [asked], filter: [filter], should: [], mustNot: [], minimum: undefined };
      return boolQuery(clauses).compile(context);
    },
  };
}

function anyOf(sources: readonly JsonObject[]): Query {
  const should = sources.map((source) => parseInnerQuery(new JsonReader(writeJson(source))));
  const [only] = should;
  if (only !== undefined && should.length === 1) return unnamed(only);
  return unnamed(boolQuery({ must: [], filter: [], should, mustNot: [], minimum: '1' }));
}
