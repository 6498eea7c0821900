import { ElasticsearchError } from './elasticsearch-error.js';

/** Java's `IllegalArgumentException`: 400. Source: rest-layer A.6. */
export function illegalArgument(reason: string, cause?: ElasticsearchError): ElasticsearchError {
  return new ElasticsearchError({
    status: 400,
    type: 'illegal_argument_exception',
    reason,
    family: 'java',
    cause,
  });
}

/** Java's `NumberFormatException`, the cause under a number that cannot be read. Source: rest-layer A.5. */
export function numberFormat(text: string): ElasticsearchError {
  return numberFormatException(`For input string: "${text}"`);
}

/** The same for a `float` or `double`, of which Java says otherwise that there is none. */
export function doubleFormat(text: string): ElasticsearchError {
  return text === '' ? numberFormatException('empty String') : numberFormat(text);
}

function numberFormatException(reason: string): ElasticsearchError {
  return new ElasticsearchError({ status: 400, type: 'number_format_exception', reason, family: 'java' });
}

/** Java's `NullPointerException`: 500. Source: connectors §10.3. */
export function nullPointer(reason: string | null): ElasticsearchError {
  return new ElasticsearchError({ status: 500, type: 'null_pointer_exception', reason, family: 'java' });
}

/** Java's `ClassCastException` between two of Java's own classes: 500. */
export function classCast(from: string, to: string): ElasticsearchError {
  const reason = `class ${from} cannot be cast to class ${to} (${from} and ${to} are in module java.base of loader 'bootstrap')`;
  return new ElasticsearchError({ status: 500, type: 'class_cast_exception', reason, family: 'java' });
}

/** `ElasticsearchParseException`: 400. Source: rest-layer A.7.1 and A.7.6. */
export function parseException(
  reason: string,
  metadata?: Readonly<Record<string, string>>,
  cause?: ElasticsearchError,
): ElasticsearchError {
  return new ElasticsearchError({
    status: 400,
    type: 'parse_exception',
    reason,
    family: 'elasticsearch',
    ...(metadata && { metadata }),
    cause,
  });
}

/** Source: rest-layer A.7.1. */
export function bodyRequired(): ElasticsearchError {
  return parseException('request body is required');
}

/** `ElasticsearchStatusException` with a status of its own. */
export function statusException(
  status: number,
  reason: string,
  cause?: ElasticsearchError,
): ElasticsearchError {
  return new ElasticsearchError({ status, type: 'status_exception', reason, family: 'elasticsearch', cause });
}

function numbered(messages: readonly string[]): string {
  return `Validation Failed: ${messages.map((message, at) => `${at + 1}: ${message};`).join('')}`;
}

/** `ActionRequestValidationException`: every message, numbered. Source: rest-layer A.8. */
export function actionRequestValidation(messages: readonly string[]): ElasticsearchError {
  return new ElasticsearchError({
    status: 400,
    type: 'action_request_validation_exception',
    reason: numbered(messages),
    family: 'java',
  });
}

/** Java's `ValidationException` of the REST layer. Source: sync-jobs §2. */
export function validation(messages: readonly string[]): ElasticsearchError {
  return new ElasticsearchError({
    status: 400,
    type: 'validation_exception',
    reason: numbered(messages),
    family: 'java',
  });
}

/** `ResourceNotFoundException`: 404. */
export function resourceNotFound(reason: string): ElasticsearchError {
  return new ElasticsearchError({
    status: 404,
    type: 'resource_not_found_exception',
    reason,
    family: 'elasticsearch',
  });
}
