import { ElasticsearchError, type ErrorMetadata } from './elasticsearch-error.js';
import { illegalArgument, numberFormat, parseException, resourceNotFound } from './request-errors.js';
import { xContentLocation, type XContentLocation } from './xcontent-errors.js';

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
function documentParsing(reason: string, cause?: ElasticsearchError): ElasticsearchError {
  return new ElasticsearchError({
    status: 400,
    type: 'document_parsing_exception',
    reason,
    family: 'elasticsearch',
    cause,
  });
}

/** 400: a source that is no JSON object. ES: `DocumentParser.validateStart`. */
export function sourceNotAnObject(): ElasticsearchError {
  return documentParsing('Malformed content, must start with an object');
}

/** 400. ES: `DocumentParser.parseDocument`. */
export function sourceEmpty(): ElasticsearchError {
  return documentParsing('[0:0] failed to parse, document is empty');
}

/** 400: broken JSON inside of a source. ES: `DocumentParser.wrapInDocumentParsingException`. */
export function sourceBroken(
  { line, column }: XContentLocation,
  cause: ElasticsearchError,
): ElasticsearchError {
  return documentParsing(`[${line}:${column}] failed to parse: ${cause.reason ?? 'null'}`, cause);
}

/** 400: broken JSON before or after the object of a source. ES: `DocumentParser.parseDocument`. */
export function sourceBrokenOutside(cause: ElasticsearchError): ElasticsearchError {
  const location = xContentLocation(cause);
  const place = location ? `[${location.line}:${location.column}] ` : '';
  return documentParsing(`${place}${cause.reason ?? 'null'}`, cause);
}

/** 400. ES: `DocumentParser.validateEnd`, which nobody wraps. */
export function sourceTrailed(token: string): ElasticsearchError {
  return illegalArgument(`Malformed content, found extra data after parsing: ${token}`);
}

/** 400: a source that a pipeline cannot read. ES: `XContentHelper.convertToMap`. */
export function sourceNotAMap(cause: ElasticsearchError): ElasticsearchError {
  return parseException('Failed to parse content to map', undefined, cause);
}

/** 404 of `_source`. Source: rest-layer B.4. */
export function sourceNotFound(index: string, id: string): ElasticsearchError {
  return resourceNotFound(`Document not found [${index}]/[${id}]`);
}

/** 400 where a mapping asks for routing. ES: `RoutingMissingException`. */
export function routingMissing(place: ShardPlace, id: string): ElasticsearchError {
  return new ElasticsearchError({
    status: 400,
    type: 'routing_missing_exception',
    reason: `routing is required for [${place.index}]/[${id}]`,
    family: 'elasticsearch',
    metadata: { index_uuid: '_na_', index: place.index },
  });
}

/** 400. ES: `TransportBulkAction`. */
export function idEmpty(): ElasticsearchError {
  return illegalArgument('if _id is specified it must not be empty');
}

/** 400. ES: `IndexRequest.setIfSeqNo`. */
export function sequenceNumberNegative(value: number): ElasticsearchError {
  return illegalArgument(`sequence numbers must be non negative. got [${value}].`);
}

/** 400. ES: `IndexRequest.setIfPrimaryTerm`. */
export function primaryTermNegative(value: number): ElasticsearchError {
  return illegalArgument(`primary term must be non negative. got [${value}]`);
}

/** 400. ES: `VersionType.fromString`. */
export function unknownVersionType(value: string): ElasticsearchError {
  return illegalArgument(`No version type match [${value}]`);
}

/** 400. ES: `RestIndexAction.CreateHandler`. */
export function opTypeNotCreate(value: string): ElasticsearchError {
  return illegalArgument(`opType must be 'create', found: [${value}]`);
}

/** 400. ES: `IndexRequest.opType`. */
export function unknownOpType(value: string): ElasticsearchError {
  return illegalArgument(`opType must be 'create' or 'index', found: [${value}]`);
}

/** 400. ES: `ActiveShardCount.parseString`. */
export function unknownActiveShards(value: string): ElasticsearchError {
  return illegalArgument(`cannot parse ActiveShardCount[${value}]`, numberFormat(value));
}

/** 400. ES: `ActiveShardCount.from`. */
export function negativeActiveShards(): ElasticsearchError {
  return illegalArgument('shard count cannot be a negative value');
}

/** 400. Source: rest-layer B.4. */
export function fieldsParameterGone(): ElasticsearchError {
  return illegalArgument(
    'the parameter [fields] is no longer supported, please use [stored_fields] to retrieve stored fields or ' +
      '[_source] to load the field from _source',
  );
}

/** 400: the fake has no Painless. ES: `ScriptException`, `UpdateHelper.executeScript`. Source: rest-layer B.5. */
export function scriptFailed(script: string, lang: string): ElasticsearchError {
  return illegalArgument('failed to execute script', scriptException(script, lang));
}

/** 400. ES: `ScriptException`. */
export function scriptException(script: string, lang: string): ElasticsearchError {
  const isPainless = lang === 'painless';
  if (!isPainless) return illegalArgument(`script_lang not supported [${lang}]`);
  return new ElasticsearchError({
    status: 400,
    type: 'script_exception',
    reason: 'compile error',
    family: 'elasticsearch',
    gap: 'script [painless]',
    details: {
      script_stack: [script, '^---- HERE'],
      script,
      lang,
      position: { offset: 0, start: 0, end: script.length },
    },
    cause: illegalArgument('scripts are not emulated'),
  });
}

/** Messages of a write's `validate()`. Source: rest-layer B.2; ES: `DocWriteRequest`, `IndexRequest`, `UpdateRequest`. */
export const INVALID_WRITE = {
  noIndex: 'index is missing',
  noId: 'id is missing',
  createVersionType: 'create operations only support internal versioning. use index instead',
  createVersion: 'create operations do not support explicit versions. use index instead',
  createCompareAndSet: 'create operations do not support compare and set. use index instead',
  noIdForVersion: 'an id must be provided if version type or value are set',
  internalVersion:
    'internal versioning can not be used for optimistic concurrency control. ' +
    'Please use `if_seq_no` and `if_primary_term` instead',
  compareAndVersion: 'compare and write operations can not use versioning',
  noPrimaryTerm: 'ifSeqNo is set, but primary term is [0]',
  noSequenceNumber: (term: number) => `ifSeqNo is unassigned, but primary term is [${term}]`,
  illegalVersion: (version: number, type: string) =>
    `illegal version value [${version}] for version type [${type.toUpperCase()}]`,
  longId: (id: string, bytes: number) =>
    `id [${id}] is too long, must be no longer than 512 bytes but was: ${bytes}`,
  emptyPipeline: 'pipeline cannot be an empty string',
  compareAndRetry: 'compare and write operations can not be retried',
  compareAndUpsert: 'compare and write operations can not be used with upsert',
  upsertCompare: "upsert requests don't support `if_seq_no` and `if_primary_term`",
  noScriptOrDoc: 'script or doc is missing',
  scriptAndDoc: "can't provide both script and doc",
  noDocAsUpsert: 'doc must be specified if doc_as_upsert is enabled',
} as const;

/** 400. ES: `ShardGetService.innerGetFetch`. */
export function notALeafField(field: string): ElasticsearchError {
  return illegalArgument(`field [${field}] isn't a leaf field`);
}

/** 400: nothing to merge with. ES: `DocumentSourceMissingException`. */
export function documentSourceMissing(place: ShardPlace, id: string): ElasticsearchError {
  return new ElasticsearchError({
    status: 400,
    type: 'document_source_missing_exception',
    reason: `[${id}]: document source missing`,
    family: 'elasticsearch',
    metadata: shard(place),
  });
}
