import { ElasticsearchError, type ErrorMetadata } from './elasticsearch-error.js';

/** Where a document error happened, as its metadata shows it. */
export interface ShardPlace {
  readonly index: string;
  readonly uuid: string;
}

function shard(place: ShardPlace): ErrorMetadata {
  return { index_uuid: place.uuid, shard: '0', index: place.index };
}

/** 409. Source: rest-layer B.2. */
export function versionConflict(place: ShardPlace, id: string, explanation: string): ElasticsearchError {
  return new ElasticsearchError({
    status: 409,
    type: 'version_conflict_engine_exception',
    reason: `[${id}]: version conflict, ${explanation}`,
    family: 'elasticsearch',
    metadata: shard(place),
  });
}

/** 404 of a partial update without a document. Source: rest-layer B.5. */
export function documentMissing(place: ShardPlace, id: string): ElasticsearchError {
  return new ElasticsearchError({
    status: 404,
    type: 'document_missing_exception',
    reason: `[${id}]: document missing`,
    family: 'elasticsearch',
    metadata: shard(place),
  });
}

/** 400: a document that does not fit its mapping or is no JSON object. Source: rest-layer B.2. */
export function documentParsing(reason: string, cause?: ElasticsearchError): ElasticsearchError {
  return new ElasticsearchError({
    status: 400,
    type: 'document_parsing_exception',
    reason,
    family: 'elasticsearch',
    cause,
  });
}
