import { ElasticsearchError } from './elasticsearch-error.js';

/** 1-based, in bytes of UTF-8, as Jackson counts on byte input. */
export interface XContentLocation {
  readonly line: number;
  readonly column: number;
}

/** ES: `XContentParseException`, which keeps its location apart from its message. */
class XContentError extends ElasticsearchError {
  readonly location: XContentLocation | undefined;

  constructor(
    type: string,
    location: XContentLocation | undefined,
    reason: string,
    cause: ElasticsearchError | undefined,
  ) {
    const prefix = location ? `[${location.line}:${location.column}] ` : '';
    super({ status: 400, type, reason: prefix + reason, family: 'xcontent', cause });
    this.location = location;
  }
}

/** `XContentParseException`: `[l:c] reason`, or the bare reason without a location. Source: rest-layer A.7. */
export function xContentParse(
  location: XContentLocation | undefined,
  reason: string,
  cause?: ElasticsearchError,
): ElasticsearchError {
  return new XContentError('x_content_parse_exception', location, reason, cause);
}

/** Where an `x_content_*` error happened; undefined for every other error and for those without a place. */
export function xContentLocation(error: ElasticsearchError): XContentLocation | undefined {
  return error instanceof XContentError ? error.location : undefined;
}

function jackson(type: string, reason: string): ElasticsearchError {
  return new ElasticsearchError({ status: 400, type, reason, family: 'java' });
}

/** A syntax error as Jackson words it, wrapped as Elasticsearch does. Source: rest-layer A.7.2. */
export function jsonParse(location: XContentLocation, reason: string): ElasticsearchError {
  return xContentParse(location, reason, jackson('json_parse_exception', reason));
}

/** The text ended too early, as 9.x words it. Source: rest-layer A.7.3; ES: `JsonXContentParser.handleParserException`. */
export function xContentEof(location: XContentLocation, reason: string): ElasticsearchError {
  const cause = jackson('json_e_o_f_exception', reason);
  return new XContentError('x_content_e_o_f_exception', location, 'Unexpected end of file', cause);
}

/** Jackson's limits on depth and number length; they know no location. */
export function streamConstraints(reason: string): ElasticsearchError {
  return xContentParse(undefined, reason, jackson('stream_constraints_exception', reason));
}

/** A number that does not fit the type it was asked for. ES: Jackson's `InputCoercionException`. */
export function inputCoercion(location: XContentLocation, reason: string): ElasticsearchError {
  return xContentParse(location, reason, jackson('input_coercion_exception', reason));
}

/** `ParsingException` of query-DSL style parsers: the place is metadata. Source: rest-layer A.7.5. */
export function parsingException(
  reason: string,
  location?: XContentLocation,
  cause?: ElasticsearchError,
): ElasticsearchError {
  return new ElasticsearchError({
    status: 400,
    type: 'parsing_exception',
    reason,
    family: 'elasticsearch',
    ...(location && { metadata: { line: location.line, col: location.column } }),
    cause,
  });
}

/** No parser is registered under that name (`unknown query [foo]`). ES: `NamedObjectNotFoundException`. */
export function namedObjectNotFound(location: XContentLocation, reason: string): ElasticsearchError {
  return new XContentError('named_object_not_found_exception', location, reason, undefined);
}

/** Java's `IllegalStateException`: 500. ES: `AbstractObjectParser.parseArray`. */
export function illegalState(reason: string): ElasticsearchError {
  return new ElasticsearchError({ status: 500, type: 'illegal_state_exception', reason, family: 'java' });
}

/** A field's parser stopped before the end of its object or array. ES: `ObjectParser.throwMustEndOn`. */
export function mustEndOn(field: string, token: string): ElasticsearchError {
  return illegalState(`parser for [${field}] did not end on ${token}`);
}

/** ES: `ObjectParser.declareNamedObjects` without an ordered mode. */
export function namedObjectsNotArray(field: string): ElasticsearchError {
  const reason = `[${field}] doesn't support arrays. Use a single object with multiple fields.`;
  return new ElasticsearchError({ status: 400, type: 'illegal_argument_exception', reason, family: 'java' });
}
