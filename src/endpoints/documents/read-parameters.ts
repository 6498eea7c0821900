import { fieldsParameterGone } from '../../errors/document-errors.js';
import type { GetRequest } from '../../protocol/documents/get-document.js';
import { checkedRouting, checkedVersion } from '../../protocol/documents/write-operation.js';
import {
  excludeVectors,
  flag,
  optionalList,
  optionalLong,
  parameter,
  type ParsedParameters,
  text,
} from '../../rest/parameters.js';
import { sourceFromUrl } from '../../search/parse-source.js';
import { versionType } from './write-parameters.js';

/** ES: `RestGetAction`, `RestGetSourceAction`. */
export const readParameters = {
  refresh: flag(false),
  routing: text(),
  preference: text(),
  realtime: flag(true),
  fields: parameter((value) => {
    if (value !== undefined) throw fieldsParameterGone();
  }),
  stored_fields: optionalList(),
  version: parameter((value, name) => checkedVersion(optionalLong().parse(value, name))),
  version_type: versionType(),
  _source: text(),
  _source_includes: text(),
  _source_excludes: text(),
  _source_exclude_vectors: excludeVectors(),
  force_synthetic_source: flag(false),
};

type ReadParameters = ParsedParameters<typeof readParameters>;
type NotOfSources = 'version' | 'stored_fields';

/** What a URL asks to read. */
export function getRequest(
  path: { readonly index: string; readonly id: string },
  params: Omit<ReadParameters, NotOfSources | 'version_type' | 'fields' | 'force_synthetic_source'> &
    Partial<Pick<ReadParameters, NotOfSources>>,
): GetRequest {
  return {
    index: path.index,
    id: path.id,
    routing: checkedRouting(params.routing),
    version: params.version,
    storedFields: params.stored_fields,
    source: sourceFromUrl(params._source, params._source_includes, params._source_excludes),
    isRealtime: params.realtime,
    isRefreshed: params.refresh,
  };
}
