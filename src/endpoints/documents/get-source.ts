import { sourceNotFound } from '../../errors/document-errors.js';
import { getDocument } from '../../protocol/documents/get-document.js';
import { endpoint, type Reply } from '../../rest/endpoint.js';
import { readContext, type GetCall } from './get.js';
import { getRequest, readParameters } from './read-parameters.js';

const { stored_fields: _storedFields, fields: _fields, ...params } = readParameters;
export const sourceParams = params;

type SourceCall = Omit<GetCall, 'params'> & {
  readonly params: Omit<GetCall['params'], 'stored_fields' | 'fields'>;
};

/** ES: `RestGetSourceAction` writes the source with a builder that does not filter. */
export function answerSource(call: SourceCall): Reply {
  const request = getRequest(call.path, { ...call.params, stored_fields: undefined, fields: undefined });
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
