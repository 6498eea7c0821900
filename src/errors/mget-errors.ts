import type { ElasticsearchError } from './elasticsearch-error.js';
import { illegalArgument, parseException } from './request-errors.js';
import { parsingException, type XContentLocation } from './xcontent-errors.js';

/** 400. ES: `MultiGetRequest.add`, as are all below. */
export function mgetTokenUnexpected(
  location: XContentLocation,
  found: string,
  expected: string,
): ElasticsearchError {
  return parsingException(`unexpected token [${found}], expected ${expected}`, location);
}

export function mgetKeyUnknown(location: XContentLocation, key: string, token: string): ElasticsearchError {
  return parsingException(`unknown key [${key}] for a ${token}, expected [docs] or [ids]`, location);
}

export function mgetDocNotAnObject(): ElasticsearchError {
  return illegalArgument('docs array element should include an object');
}

export function mgetIdNotAValue(): ElasticsearchError {
  return illegalArgument('ids array element should only contain ids');
}

export function mgetFieldUnknown(field: string): ElasticsearchError {
  return parseException(`failed to parse multi get request. unknown field [${field}]`);
}

export function mgetFieldsUnsupported(location: XContentLocation): ElasticsearchError {
  return parsingException('Unsupported field [fields] used, expected [stored_fields] instead', location);
}

export function mgetSourceIllegal(token: string): ElasticsearchError {
  return parseException(`illegal type for _source: [${token}]`);
}

export function mgetSourceKeyUnknown(key: string): ElasticsearchError {
  return parseException(`source definition may not contain [${key}]`);
}

export function mgetSourceUnreadable(): ElasticsearchError {
  return parseException('unexpected token while parsing source settings');
}

/** 400. ES: `RestMultiGetAction`. */
export function mgetFieldsParameterGone(): ElasticsearchError {
  return illegalArgument(
    'The parameter [fields] is no longer supported, please use [stored_fields] to retrieve stored fields or ' +
      '_source filtering if the field is not stored',
  );
}

/** ES: `MultiGetRequest.validate`. Source: rest-layer B.8. */
export const INVALID_MGET = {
  empty: 'no documents to get',
  noIndex: (at: number) => `index is missing for doc ${at}`,
  noId: (at: number) => `id is missing for doc ${at}`,
} as const;
