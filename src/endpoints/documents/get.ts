import { getDocument, renderGet, type ReadContext } from '../../protocol/documents/get-document.js';
import { endpoint, type AnyCall, type Reply } from '../../rest/endpoint.js';
import type { ParsedParameters } from '../../rest/parameters.js';
import { getRequest, readParameters } from './read-parameters.js';

export function readContext({
  store,
  now,
  cluster,
}: Pick<AnyCall, 'store' | 'now' | 'cluster'>): ReadContext {
  return { store, now, refreshMode: cluster.refreshMode };
}

export interface GetCall extends Pick<AnyCall, 'store' | 'now' | 'cluster'> {
  readonly path: { readonly index: string; readonly id: string };
  readonly params: ParsedParameters<typeof readParameters>;
}

export function answerGet(call: GetCall): Reply {
  const outcome = getDocument(readContext(call), getRequest(call.path, call.params));
  return { status: outcome.document === undefined ? 404 : 200, body: renderGet(outcome) };
}

/** Source: rest-layer B.4; ES: `RestGetAction`. */
export const get = endpoint({
  api: 'get',
  routes: ['GET /{index}/_doc/{id}'],
  params: readParameters,
  handle: answerGet,
});
