import { ElasticsearchError, type ErrorMetadata } from './elasticsearch-error.js';
import { illegalArgument, parseException } from './request-errors.js';
import { notBoolean } from './rest-errors.js';

/** 404 of an expression with several parts that find nothing together. ES: `IndexNameExpressionResolver`. */
export function expressionsNotFound(expressions: readonly string[]): ElasticsearchError {
  return new ElasticsearchError({
    status: 404,
    type: 'index_not_found_exception',
    reason: 'no such index [null]',
    family: 'elasticsearch',
    metadata: { 'resource.type': 'index_expression', 'resource.id': expressions },
  });
}

/** 404 with an explanation after the name. ES: `IndexNotFoundException`. */
function indexNotFoundAnd(name: string, why: string, metadata: ErrorMetadata = {}): ElasticsearchError {
  return new ElasticsearchError({
    status: 404,
    type: 'index_not_found_exception',
    reason: `no such index [${name}] and ${why}`,
    family: 'elasticsearch',
    metadata: { ...metadata, index_uuid: '_na_', index: name },
  });
}

/** 404 of everything, where nothing is. ES: `IndexNameExpressionResolver.notFoundException`. */
export function noIndicesExist(): ElasticsearchError {
  const metadata = { 'resource.type': 'index_or_alias', 'resource.id': '_all' };
  return indexNotFoundAnd('_all', 'no indices exist', metadata);
}

/** 404 of `-name` without a wildcard before it. ES: `IndexNameExpressionResolver.notFoundException`. */
export function excludedWithoutWildcard(name: string): ElasticsearchError {
  const why =
    'if you intended to exclude this index, ensure that you use wildcards that include it before explicitly ' +
    'excluding it';
  return indexNotFoundAnd(name, why, { 'resource.type': 'index_or_alias', 'resource.id': name });
}

/** 404 of a write to what is not there. ES: `AutoCreateIndex.shouldAutoCreate`. */
export function autoCreationForbidden(name: string, patterns: readonly string[]): ElasticsearchError {
  const why = `composable template [${patterns.join(', ')}] forbids index auto creation`;
  return indexNotFoundAnd(name, why);
}

/** 404 of `require_alias`. Source: rest-layer B.2. */
export function aliasRequired(name: string): ElasticsearchError {
  return indexNotFoundAnd(name, `[require_alias] request flag is [true] and [${name}] is not an alias`);
}

/** 404 of `require_data_stream`. ES: `TransportBulkAction`. */
export function dataStreamRequired(name: string): ElasticsearchError {
  const why = `[require_data_stream] request flag is [true] and [${name}] is not a data stream`;
  return indexNotFoundAnd(name, why);
}

/** 400. ES: `IndexNameExpressionResolver.aliasesNotSupportedException`. Source: rest-layer B.13. */
export function aliasesNotSupported(name: string): ElasticsearchError {
  return illegalArgument(
    `The provided expression [${name}] matches an alias, specify the corresponding concrete indices instead.`,
  );
}

/** 400: a read by id through an alias of many. Source: rest-layer B.1. */
export function aliasOfManyIndices(alias: string, indices: readonly string[]): ElasticsearchError {
  return illegalArgument(
    `alias [${alias}] has more than one index associated with it [${indices.join(', ')}], ` +
      `can't execute a single index op`,
  );
}

/** 400: a write through an alias that does not say where to. Source: rest-layer B.1. */
export function noWriteIndex(alias: string): ElasticsearchError {
  return illegalArgument(
    `no write index is defined for alias [${alias}]. The write index may be explicitly disabled using ` +
      'is_write_index=false or the alias points to multiple indices without one being designated as a write index',
  );
}

/** 400. ES: `IndexClosedException`. */
export function indexClosed(name: string, uuid: string): ElasticsearchError {
  return new ElasticsearchError({
    status: 400,
    type: 'index_closed_exception',
    reason: 'closed',
    family: 'elasticsearch',
    metadata: { index_uuid: uuid, index: name },
  });
}

/** 400. Source: rest-layer A.5. */
export function unknownExpandWildcard(value: string): ElasticsearchError {
  return illegalArgument(`No valid expand wildcard value [${value}]`);
}

/** 400. ES: `XContentMapValues.nodeBooleanValue`, through `IndicesOptions`. */
export function notAFlagSetting(name: string, value: string): ElasticsearchError {
  return illegalArgument(`Could not convert [${name}] to boolean`, notBoolean(value));
}

/** 400. ES: `DateMathExpressionResolver.doResolveExpression`. */
export function invalidDateMathName(name: string): ElasticsearchError {
  return parseException(
    `invalid dynamic name expression [${name}]. invalid character at position [${Math.max(name.search(/[{}]/), 0)}]`,
  );
}
