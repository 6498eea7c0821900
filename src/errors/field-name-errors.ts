import type { ElasticsearchError } from './elasticsearch-error.js';
import { documentParsingAt, failedToParse } from './mapping-errors.js';
import { illegalArgument } from './request-errors.js';
import type { XContentLocation } from './xcontent-errors.js';

function illegalName(location: XContentLocation, reason: string): ElasticsearchError {
  return failedToParse(location, illegalArgument(reason));
}

/** ES: `DotExpandingXContentParser.WrappingParser.expandDots`. */
export function emptyFieldName(location: XContentLocation): ElasticsearchError {
  return illegalName(location, 'field name cannot be an empty string');
}

/** ES: `DotExpandingXContentParser.WrappingParser.doExpandDots`. */
export function onlyDotsInName(location: XContentLocation): ElasticsearchError {
  return illegalName(location, 'field name cannot contain only dots');
}

/** An empty part. ES: `DotExpandingXContentParser.WrappingParser.throwOnBlankOrEmptyPart`. */
export function blankPartOfName(location: XContentLocation, name: string): ElasticsearchError {
  return illegalName(location, `field name cannot contain only whitespace: ['${name}']`);
}

/** A part of white space. ES: `DotExpandingXContentParser.WrappingParser.throwOnBlankOrEmptyPart`. */
export function ambiguousDots(location: XContentLocation, name: string): ElasticsearchError {
  return illegalName(
    location,
    `field name starting or ending with a [.] makes object resolution ambiguous: [${name}]`,
  );
}

/** ES: `DocumentParser.throwFieldNameBlank`. */
export function whitespaceFieldName(location: XContentLocation, path: string): ElasticsearchError {
  return documentParsingAt(location, `Field name cannot contain only whitespace: [${path}]`);
}
