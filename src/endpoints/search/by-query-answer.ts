import { renderByQuery, type ByQueryResult, type ByQueryStatus } from '../../protocol/documents/by-query.js';
import { ok, type AnyCall, type Reply } from '../../rest/endpoint.js';
import { refreshIndex } from '../../search/search-view.js';
import { TOOK_MS } from './search-context.js';

interface AnswerParameters {
  readonly refresh: boolean;
  readonly wait_for_completion: boolean;
}

/**
 * Refreshes what was touched if asked to, and answers with the result, or with a task that is done already.
 * DIVERGES: slices work one after another, and nobody waits between rounds.
 */
export function answerByQuery(
  { store, now, cluster }: Pick<AnyCall, 'store' | 'now' | 'cluster'>,
  params: AnswerParameters,
  result: ByQueryResult,
  countsOf: (status: ByQueryStatus) => { readonly updated?: number; readonly deleted: number },
): Reply {
  if (params.refresh) for (const index of result.targets) refreshIndex(index, now);
  if (!params.wait_for_completion) return ok({ task: `${cluster.nodeId}:${store.point.depth}` });
  return { status: result.status, body: renderByQuery(TOOK_MS, result, countsOf) };
}
