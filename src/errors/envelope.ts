import type { ElasticsearchError } from './elasticsearch-error.js';

type Rendered = Record<string, unknown>;

function rootCausesOf(error: ElasticsearchError): readonly ElasticsearchError[] {
  if (error.rootCauses) return error.rootCauses;
  const { cause } = error;
  if (error.family === 'elasticsearch' && cause?.family === 'elasticsearch') return rootCausesOf(cause);
  if (error.family === 'xcontent' && cause && cause.family !== 'java') return rootCausesOf(cause);
  return [error];
}

function withoutCause(error: ElasticsearchError, isTraced: boolean): Rendered {
  return {
    type: error.type,
    reason: error.reason,
    ...error.details,
    ...error.metadata,
    ...(Object.keys(error.headers).length > 0 && { header: error.headers }),
    ...(isTraced && { stack_trace: stackTrace(error) }),
    ...(error.suppressed && { suppressed: error.suppressed.map((each) => withCause(each, isTraced)) }),
  };
}

function withCause(error: ElasticsearchError, isTraced: boolean): Rendered {
  const { type, reason, ...rest } = withoutCause(error, isTraced);
  const { header, stack_trace, suppressed, ...metadata } = rest;
  return {
    type,
    reason,
    ...metadata,
    ...(error.cause && { caused_by: withCause(error.cause, isTraced) }),
    ...(header !== undefined && { header }),
    ...(stack_trace !== undefined && { stack_trace }),
    ...(suppressed !== undefined && { suppressed }),
  };
}

function stackTrace(error: ElasticsearchError): string {
  return `${error.type}: ${error.reason ?? 'null'}\n\tat elasticsearch-connector-fake\n`;
}

/**
 * The body of an error answer: `{ error: { root_cause, type, reason, …, caused_by }, status }`.
 * Source: rest-layer A.6; ES: `ElasticsearchException.generateFailureXContent`.
 */
export function errorBody(error: ElasticsearchError, isTraced: boolean): Rendered {
  return { error: errorObject(error, isTraced), status: error.status };
}

/** The inner object alone, as `_mget` shows it. Source: rest-layer B.8. */
export function errorObject(error: ElasticsearchError, isTraced: boolean): Rendered {
  return {
    root_cause: rootCausesOf(error).map((root) => withoutCause(root, isTraced)),
    ...withCause(error, isTraced),
  };
}

/** An error without root causes, as bulk items and search failures show it. Source: rest-layer B.7. */
export function errorCause(error: ElasticsearchError): Rendered {
  return withCause(error, false);
}
