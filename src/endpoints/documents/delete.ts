import {
  checkedRouting,
  validateWrite,
  type WriteOperation,
} from '../../protocol/documents/write-operation.js';
import { endpoint } from '../../rest/endpoint.js';
import type { ParsedParameters } from '../../rest/parameters.js';
import { answerWrite, writeContext, writeParameters } from './write-parameters.js';

/** Source: rest-layer B.6; ES: `RestDeleteAction`. */
export const deleteDocument = endpoint({
  api: 'delete',
  routes: ['DELETE /{index}/_doc/{id}'],
  params: writeParameters,
  validate: ({ path, params }) => validateWrite(operationOf(path, params)),
  handle: (call) =>
    answerWrite(
      writeContext(call, { refresh: call.params.refresh, isBulk: false }),
      operationOf(call.path, call.params),
    ),
});

function operationOf(
  path: { readonly index: string; readonly id: string },
  params: ParsedParameters<typeof writeParameters>,
): WriteOperation {
  return {
    action: 'delete',
    index: path.index,
    id: path.id,
    routing: checkedRouting(params.routing),
    version: params.version,
    versionType: params.version_type,
    ifSeqNo: params.if_seq_no,
    ifPrimaryTerm: params.if_primary_term,
    retryOnConflict: 0,
    pipeline: undefined,
    isAliasRequired: false,
    isDataStreamRequired: false,
    listsExecutedPipelines: false,
    source: '',
    update: undefined,
  };
}
