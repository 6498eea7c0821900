import { ElasticsearchError, type ErrorMetadata } from './elasticsearch-error.js';

/** 404 with the target that was asked for. Source: rest-layer B.1. */
export function indexNotFound(name: string): ElasticsearchError {
  return new ElasticsearchError({
    status: 404,
    type: 'index_not_found_exception',
    reason: `no such index [${name}]`,
    family: 'elasticsearch',
    metadata: { 'resource.type': 'index_or_alias', 'resource.id': name, index_uuid: '_na_', index: name },
  });
}

/** 400. Source: rest-layer B.1. */
export function invalidIndexName(name: string, why: string): ElasticsearchError {
  return new ElasticsearchError({
    status: 400,
    type: 'invalid_index_name_exception',
    reason: `Invalid index name [${name}], ${why}`,
    family: 'elasticsearch',
    metadata: { index_uuid: '_na_', index: name },
  });
}

/** 400. Source: rest-layer B.13. */
export function indexAlreadyExists(name: string, uuid: string): ElasticsearchError {
  const metadata: ErrorMetadata = { index_uuid: uuid, index: name };
  return new ElasticsearchError({
    status: 400,
    type: 'resource_already_exists_exception',
    reason: `index [${name}/${uuid}] already exists`,
    family: 'elasticsearch',
    metadata,
  });
}
