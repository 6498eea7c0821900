import type { Instant } from '../../clock/instant.js';
import type { Cluster } from '../../rest/cluster.js';
import type { SearchContext } from '../../search/find-documents.js';

/** What a search of this request sees. */
export function searchContext({ now, cluster }: { now: Instant; cluster: Cluster }): SearchContext {
  return { now, refreshMode: cluster.refreshMode };
}
