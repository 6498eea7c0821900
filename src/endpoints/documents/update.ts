import { INVALID_WRITE } from '../../errors/document-errors.js';
import { actionRequestValidation } from '../../errors/request-errors.js';
import { EMPTY_UPDATE, parseUpdateBody, type UpdateBody } from '../../protocol/documents/update-body.js';
import {
  checkedPrimaryTerm,
  checkedRouting,
  checkedSeqNo,
  validateWrite,
  type WriteOperation,
} from '../../protocol/documents/write-operation.js';
import { sourceFromUrl } from '../../search/parse-source.js';
import { endpoint, type BodySpec } from '../../rest/endpoint.js';
import { excludeVectors, flag, int, text, type ParsedParameters } from '../../rest/parameters.js';
import { answerWrite, limitOnUpdates, writeContext, writeParameters } from './write-parameters.js';

const { version: _version, version_type: _versionType, ...writes } = writeParameters;

const params = {
  ...writes,
  doc_as_upsert: flag(false),
  _source: text(),
  _source_includes: text(),
  _source_excludes: text(),
  _source_exclude_vectors: excludeVectors(),
  retry_on_conflict: int(0),
  require_alias: flag(false),
  include_source_on_error: flag(true),
  version: text(),
  version_type: text(),
  lang: text(),
};

const body: BodySpec<UpdateBody> = {
  isRequired: false,
  parse: (content) => (content === '' ? EMPTY_UPDATE : parseUpdateBody(content)),
};

/** Source: rest-layer B.5; ES: `RestUpdateAction`. */
export const update = endpoint({
  api: 'update',
  routes: ['POST /{index}/_update/{id}'],
  params,
  check: (parsed) => {
    // ES answers so before it reads the body.
    if (parsed.version !== undefined || parsed.version_type !== undefined) {
      throw actionRequestValidation([INVALID_WRITE.internalVersion]);
    }
  },
  body,
  validate: (call) => validateWrite(operationOf(call)),
  handle: (call) => {
    const how = {
      refresh: call.params.refresh,
      isBulk: false,
      isLimited: limitOnUpdates(call, 'update'),
    };
    return answerWrite(writeContext(call, how), operationOf(call));
  },
});

interface UpdateCall {
  readonly path: { readonly index: string; readonly id: string };
  readonly params: ParsedParameters<typeof params>;
  readonly body: UpdateBody;
}

function operationOf({ path, params: parsed, body: sent }: UpdateCall): WriteOperation {
  const { _source: source, _source_includes: includes, _source_excludes: excludes } = parsed;
  return {
    action: 'update',
    index: path.index,
    id: path.id,
    routing: checkedRouting(parsed.routing),
    version: undefined,
    versionType: 'internal',
    ifSeqNo: sent.ifSeqNo === undefined ? parsed.if_seq_no : checkedSeqNo(sent.ifSeqNo),
    ifPrimaryTerm:
      sent.ifPrimaryTerm === undefined ? parsed.if_primary_term : checkedPrimaryTerm(sent.ifPrimaryTerm),
    retryOnConflict: parsed.retry_on_conflict,
    pipeline: undefined,
    isAliasRequired: parsed.require_alias,
    isDataStreamRequired: false,
    listsExecutedPipelines: false,
    source: '',
    update: {
      ...sent,
      isDocAsUpsert: sent.isDocAsUpsert || parsed.doc_as_upsert,
      source: sent.source ?? sourceFromUrl(source, includes, excludes),
    },
  };
}
