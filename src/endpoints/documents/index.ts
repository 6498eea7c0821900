import { unknownOpType } from '../../errors/document-errors.js';
import {
  checkedRouting,
  validateWrite,
  type WriteOperation,
} from '../../protocol/documents/write-operation.js';
import { endpoint, type BodySpec } from '../../rest/endpoint.js';
import { parameter } from '../../rest/parameters.js';
import { answerWrite, sourceParameters, writeContext, writeParameters } from './write-parameters.js';

/** A body that must be there and is read only when the document is written. */
export const sourceBody: BodySpec<string> = { isRequired: true, parse: (text) => text };

const params = {
  ...writeParameters,
  ...sourceParameters,
  op_type: parameter((value) => (value === undefined ? undefined : readOpType(value))),
};

/** ES: `IndexRequest.opType`. */
function readOpType(value: string): 'index' | 'create' {
  const lowered = value.toLowerCase();
  if (lowered === 'index' || lowered === 'create') return lowered;
  throw unknownOpType(value);
}

interface IndexParameters {
  readonly routing: string | undefined;
  readonly version: number | undefined;
  readonly version_type: WriteOperation['versionType'];
  readonly if_seq_no: number | undefined;
  readonly if_primary_term: number;
  readonly pipeline: string | undefined;
  readonly require_alias: boolean;
  readonly require_data_stream: boolean;
}

export function indexOperation(
  action: 'index' | 'create',
  path: { readonly index: string; readonly id: string | undefined },
  params: IndexParameters,
  source: string,
): WriteOperation {
  return {
    action,
    index: path.index,
    id: path.id,
    routing: checkedRouting(params.routing),
    version: params.version,
    versionType: params.version_type,
    ifSeqNo: params.if_seq_no,
    ifPrimaryTerm: params.if_primary_term,
    retryOnConflict: 0,
    pipeline: params.pipeline,
    isAliasRequired: params.require_alias,
    isDataStreamRequired: params.require_data_stream,
    listsExecutedPipelines: false,
    source,
    update: undefined,
  };
}

/** Source: rest-layer B.3; ES: `RestIndexAction` and its `AutoIdHandler`. */
export const index = endpoint({
  api: 'index',
  routes: ['PUT /{index}/_doc/{id}', 'POST /{index}/_doc/{id}', 'POST /{index}/_doc'],
  params,
  body: sourceBody,
  validate: (call) => validateWrite(operationOf(call)),
  handle: (call) =>
    answerWrite(writeContext(call, { refresh: call.params.refresh, isBulk: false }), operationOf(call)),
});

interface IndexCall {
  readonly path: { readonly index: string; readonly id: string | undefined };
  readonly params: IndexParameters & { readonly op_type: 'index' | 'create' | undefined };
  readonly body: string;
}

function operationOf({ path, params: parsed, body }: IndexCall): WriteOperation {
  const action = parsed.op_type ?? (path.id === undefined ? 'create' : 'index');
  return indexOperation(action, path, parsed, body);
}
