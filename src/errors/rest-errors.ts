import { ElasticsearchError } from './elasticsearch-error.js';
import { illegalArgument, numberFormat, parseException } from './request-errors.js';

/** `RestRequest.BadParameterException`: 400. Source: rest-layer A.4. */
export function badParameter(reason: string): ElasticsearchError {
  return new ElasticsearchError({
    status: 400,
    type: 'bad_parameter_exception',
    reason: `java.lang.IllegalArgumentException: ${reason}`,
    family: 'java',
    cause: illegalArgument(reason),
  });
}

/** `RestRequest.MediaTypeHeaderException`: 400. Source: rest-layer A.3. */
export function mediaTypeHeader(headers: readonly string[], cause: ElasticsearchError): ElasticsearchError {
  return new ElasticsearchError({
    status: 400,
    type: 'media_type_header_exception',
    reason: `Invalid media-type value on headers [${headers.join(', ')}]`,
    family: 'java',
    cause,
  });
}

/** A flag that is neither `true` nor `false`. Source: rest-layer A.5. */
export function notBoolean(value: string): ElasticsearchError {
  return illegalArgument(`Failed to parse value [${value}] as only [true] or [false] are allowed.`);
}

/** A number parameter that is none. Source: rest-layer A.5. */
export function notNumeric(
  kind: 'int' | 'long' | 'float' | 'double',
  name: string,
  value: string,
): ElasticsearchError {
  return illegalArgument(
    `Failed to parse ${kind} parameter [${name}] with value [${value}]`,
    numberFormat(value),
  );
}

/** Source: rest-layer A.5. */
export function unknownRefresh(value: string): ElasticsearchError {
  return illegalArgument(`Unknown value for refresh: [${value}].`);
}

/** A body sent to a handler that never reads one. Source: rest-layer A.5. */
export function bodyNotSupported(method: string, path: string): ElasticsearchError {
  return illegalArgument(`request [${method} ${path}] does not support having a body`);
}

/** One parameter that nobody reads, with what it may have meant. */
export interface UnrecognizedParameter {
  readonly name: string;
  readonly suggestions: readonly string[];
}

/** Source: rest-layer A.5. */
export function unrecognizedParameters(
  path: string,
  parameters: readonly UnrecognizedParameter[],
): ElasticsearchError {
  const listed = parameters.map(({ name, suggestions }) => {
    if (suggestions.length === 0) return `[${name}]`;
    const anyOf = suggestions.length > 1 ? 'any of ' : '';
    return `[${name}] -> did you mean ${anyOf}[${suggestions.join(', ')}]?`;
  });
  const noun = parameters.length > 1 ? 'parameters' : 'parameter';
  return illegalArgument(`request [${path}] contains unrecognized ${noun}: ${listed.join(', ')}`);
}

/** A media type header that was sent twice. Source: rest-layer A.3. */
export function repeatedHeader(name: string): ElasticsearchError {
  return illegalArgument(`Incorrect header [${name}]. Only one value should be provided`);
}

/** A blank media type header. Source: rest-layer A.3. */
export function emptyHeader(name: string): ElasticsearchError {
  return illegalArgument(`Header [${name}] cannot be empty.`);
}

/** Source: rest-layer A.7.1. */
export function sourceRequired(): ElasticsearchError {
  return parseException('request body or source parameter is required');
}

/** A page that starts or ends before its beginning. Source: sync-jobs §7, connectors §3.3. */
export function negativePage(parameter: 'from' | 'size'): ElasticsearchError {
  return illegalArgument(`Parameter [${parameter}] cannot be < 0`);
}
