import { resolveTargets, indicesOptions, OPEN_INDICES } from '../../protocol/indices/resolve-targets.js';
import { checkReadable } from '../../protocol/indices/index-blocks.js';
import type { AnyCall } from '../../rest/endpoint.js';
import { text } from '../../rest/parameters.js';
import type { SearchContext } from '../../search/find-documents.js';
import type { Index } from '../../store/store-index.js';
import { isAtLeast } from '../../rest/version.js';
import type { Store } from '../../store/store.js';

/**
 * How long the answers say that a search took, in milliseconds.
 * DIVERGES: Elasticsearch measures; here the same test gives the same bytes.
 */
export const TOOK_MS = 1;

/** Parameters that say which indices an expression means. ES: `IndicesOptions.fromRequest`. */
export const indicesParameters = {
  expand_wildcards: text(),
  ignore_unavailable: text(),
  allow_no_indices: text(),
  ignore_throttled: text(),
};

/** Their values. */
export interface TargetParameters {
  readonly expand_wildcards: string | undefined;
  readonly ignore_unavailable: string | undefined;
  readonly allow_no_indices: string | undefined;
  readonly ignore_throttled: string | undefined;
}

/** Whether parameters ask for more than every search does: `SearchRequest.DEFAULT_INDICES_OPTIONS`. */
export function hasIndicesOptions(parameters: TargetParameters): boolean {
  if (parameters.ignore_throttled === 'false') return true;
  const asked = indicesOptions(parameters, OPEN_INDICES);
  return Object.entries(OPEN_INDICES).some(([name, value]) => asked[name as keyof typeof asked] !== value);
}

/** The indices that a search goes to, in the order of their shards: by name. */
export function searchTargets(
  store: Store,
  expression: string | readonly string[] | undefined,
  parameters: TargetParameters,
): Index[] {
  const targets = resolveTargets(store, expression, indicesOptions(parameters, OPEN_INDICES));
  return targets.sort((left, right) => (left.name < right.name ? -1 : 1));
}

/** The same, if all of them may be read. */
export function readableTargets(
  store: Store,
  expression: string | readonly string[] | undefined,
  parameters: TargetParameters,
): Index[] {
  const targets = searchTargets(store, expression, parameters);
  for (const index of targets) checkReadable(index);
  return targets;
}

/** What a search of this request sees. */
export function searchContext({ now, cluster }: Pick<AnyCall, 'now' | 'cluster'>): SearchContext {
  const { refreshMode, nodeId, version } = cluster;
  // ES: pull requests 127968 (9.1) and 128832 (8.19).
  const hasIntegerSorts = isAtLeast(version, version.major === 8 ? '8.19' : '9.1');
  return { now, refreshMode, node: nodeId, hasIntegerSorts };
}
