import { reachedBy } from '../../protocol/indices/alias-filters.js';
import type { DocumentAccess, Sight } from '../../protocol/security/document-access.js';
import type { AnyCall } from '../../rest/endpoint.js';
import { filtered } from '../../search/query/bool-query.js';
import { MATCH_ALL } from '../../search/query/match-all-query.js';
import { noSlots, type Query } from '../../search/query/query.js';
import type { SearchRequest } from '../../search/search-request.js';
import type { Index } from '../../store/store-index.js';
import { withinAliases } from './alias-query.js';
import { readableTargets, type TargetParameters } from './search-context.js';

type Sender = Pick<AnyCall, 'request' | 'cluster' | 'now'>;
type Expression = string | readonly string[] | undefined;

/** Where a search looks, and for what. */
export interface SearchScope {
  readonly targets: readonly Index[];
  readonly query: Query | undefined;
}

/**
 * A search within the filters of aliases and what its sender may see. Indices that it may not read at all are left
 * out: a pattern reached them. ES: `IndicesAndAliasesResolver`, `SecurityIndexReaderWrapper`.
 */
export function searchScope(sender: Sender, asked: SearchScope & { expression: Expression }): SearchScope {
  const { targets, expression } = asked;
  const query = withinAliases(asked.query, targets, expression);
  const access = accessOf(sender);
  if (access === undefined) return { targets, query };
  const sights = new Map(targets.map((index) => [index, access(reachedBy(index, expression))]));
  return {
    targets: targets.filter((index) => sights.get(index) !== 'none'),
    query: withinSight(query, (index) => sights.get(index) ?? 'none'),
  };
}

/** The same for the search of a request by query, which is authorized by itself. */
export function byQueryScope(
  sender: Sender & Pick<AnyCall, 'store'>,
  search: SearchRequest,
  expression: string,
  options: TargetParameters,
): { readonly targets: readonly Index[]; readonly search: SearchRequest } {
  authorizeSearch(sender, expression);
  const readable = readableTargets(sender.store, expression, options);
  const { targets, query } = searchScope(sender, { targets: readable, query: search.query, expression });
  return { targets, search: { ...search, query } };
}

/** A query on a point in time, whose indices somebody has chosen before. */
export function queryOnPointInTime(sender: Sender, query: Query | undefined): Query | undefined {
  const access = accessOf(sender);
  if (access === undefined) return query;
  return withinSight(query, (index) => access(reachedBy(index, undefined)));
}

/** Refuses what a request looks up besides its own target: a search of a multi-search, that of a by-query request. */
export function authorizeSearch({ request, cluster, now }: Sender, expression: Expression): void {
  const target = typeof expression === 'object' ? expression.join(',') : expression;
  const refusal = cluster.security?.authorize(request, 'search', target, now);
  if (refusal) throw refusal;
}

function accessOf({ request, cluster, now }: Sender): DocumentAccess | undefined {
  return cluster.security?.documentAccess(request, 'search', now);
}

function withinSight(query: Query = MATCH_ALL, sightOf: (index: Index) => Sight): Query {
  return {
    compile(context) {
      const sight = sightOf(context.view.index);
      if (sight === 'none') return noSlots();
      return (sight === 'all' ? query : filtered(query, sight)).compile(context);
    },
  };
}
