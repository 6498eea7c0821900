import { sourceNotFound } from '../../errors/document-errors.js';
import { getDocument } from '../../protocol/documents/get-document.js';
import { endpoint, type Reply } from '../../rest/endpoint.js';
import type { ParsedParameters } from '../../rest/parameters.js';
import { readContext, type GetCall } from './get.js';
import { getRequest, readParameters } from './read-parameters.js';

const {
  stored_fields: _storedFields,
  fields: _fields,
  version: _version,
  version_type: _versionType,
  force_synthetic_source: _isSynthetic,
  ...params
} = readParameters;
/** ES: `RestGetSourceAction` reads no version, although the specification lists one. */
export const sourceParams = params;

type SourceCall = Omit<GetCall, 'params'> & { readonly params: ParsedParameters<typeof params> };

/** ES: `RestGetSourceAction` writes the source with a builder that does not filter. */
export function answerSource(call: SourceCall): Reply {
  const request = getRequest(call.path, call.params);
  const { index, id, source } = getDocument(readContext(call, 'get_source'), request);
  if (source === undefined) throw sourceNotFound(index, id);
  return { status: 200, body: source, isUnfiltered: true };
}

/** ES: `RestGetSourceAction`: a source cannot be asked for and be left out. */
export function validateSource({ params: { _source: source } }: SourceCall): readonly string[] {
  return source === 'false' ? ['fetching source can not be disabled'] : [];
}

/** Source: rest-layer B.4; ES: `RestGetSourceAction`. */
export const getSource = endpoint({
  api: 'get_source',
  routes: ['GET /{index}/_source/{id}'],
  params,
  validate: validateSource,
  handle: answerSource,
});
