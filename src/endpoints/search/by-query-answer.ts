import { renderByQuery, type ByQueryResult } from '../../protocol/documents/by-query.js';
import { ok, type AnyCall, type Reply } from '../../rest/endpoint.js';
import { refreshIndex } from '../../search/search-view.js';
import { TOOK_MS } from './search-context.js';

interface AnswerParameters {
  readonly refresh: boolean;
  readonly wait_for_completion: boolean;
  readonly slices: number | undefined;
  readonly requests_per_second: number | undefined;
}

/** Refreshes what was touched if asked to, and answers with the result, or with a task that is done already. */
export function answerByQuery(
  { store, now, cluster }: Pick<AnyCall, 'store' | 'now' | 'cluster'>,
  params: AnswerParameters,
  result: ByQueryResult,
  counts: { readonly updated?: number; readonly deleted: number },
): Reply {
  if (params.refresh) for (const index of result.targets) refreshIndex(index, now);
  if (!params.wait_for_completion) return ok({ task: `${cluster.nodeId}:${store.point.depth}` });
  const body = renderByQuery(TOOK_MS, result, counts, params.requests_per_second);
  return { ...gapOf(params), status: result.status, body };
}

/** DIVERGES: slices work one after another and do not show in the answer. */
function gapOf({ slices }: AnswerParameters): { gap?: string } {
  return slices === undefined || slices === 1 ? {} : { gap: 'slices of a request by query' };
}
