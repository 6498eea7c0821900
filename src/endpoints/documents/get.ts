import { getDocument, renderGet, type ReadContext } from '../../protocol/documents/get-document.js';
import type { Instant } from '../../clock/instant.js';
import type { DocumentAccess } from '../../protocol/security/document-access.js';
import { endpoint, type AnyCall, type Reply } from '../../rest/endpoint.js';
import type { ParsedParameters } from '../../rest/parameters.js';
import { matchesDocument } from '../../search/document-view.js';
import { getRequest, readParameters } from './read-parameters.js';

/** How the sender of a request reads. @param api whose privileges count */
export function readContext(
  { store, now, cluster, request }: Pick<AnyCall, 'store' | 'now' | 'cluster' | 'request'>,
  api: string,
): ReadContext {
  const access = cluster.security?.documentAccess(request, api, now);
  return { store, now, refreshMode: cluster.refreshMode, sees: access && seeing(access, now) };
}

function seeing(access: DocumentAccess, now: Instant): ReadContext['sees'] {
  return (index, document, name) => {
    const sight = access([name]);
    return typeof sight === 'string' ? sight === 'all' : matchesDocument(sight, index, document, now);
  };
}

export interface GetCall extends Pick<AnyCall, 'store' | 'now' | 'cluster' | 'request'> {
  readonly path: { readonly index: string; readonly id: string };
  readonly params: ParsedParameters<typeof readParameters>;
}

export function answerGet(call: GetCall): Reply {
  const outcome = getDocument(readContext(call, 'get'), getRequest(call.path, call.params));
  return { status: outcome.document === undefined ? 404 : 200, body: renderGet(outcome) };
}

/** Source: rest-layer B.4; ES: `RestGetAction`. */
export const get = endpoint({
  api: 'get',
  routes: ['GET /{index}/_doc/{id}'],
  params: readParameters,
  handle: answerGet,
});
