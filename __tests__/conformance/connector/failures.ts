/** Answers that say no, as the Connector API words them. */
interface Cause {
  readonly type: string;
  readonly reason: string | null;
  readonly caused_by?: Cause;
}

/** 400 of a body that could not be read. `links` are the parse exceptions, the outermost first. */
export function parseFailure(links: readonly string[], cause?: Cause): object {
  const type = 'x_content_parse_exception';
  const nested = links.reduceRight<Cause | undefined>(
    (inner, reason) => ({ type, reason, ...(inner && { caused_by: inner }) }),
    cause,
  );
  return { error: { root_cause: [{ type, reason: links.at(-1) }], ...nested }, status: 400 };
}

export function illegalArgument(reason: string, caused_by?: Cause): Cause {
  return { type: 'illegal_argument_exception', reason, ...(caused_by && { caused_by }) };
}

function plain(status: number, type: string, reason: string | null, metadata: object = {}): object {
  const error = { type, reason, ...metadata };
  return { error: { root_cause: [error], ...error }, status };
}

export function validationFailure(...messages: readonly string[]): object {
  const numbered = messages.map((message, at) => `${at + 1}: ${message};`).join('');
  return plain(400, 'action_request_validation_exception', `Validation Failed: ${numbered}`);
}

export function requiredFailure(...fields: readonly string[]): object {
  return plain(400, 'illegal_argument_exception', `Required [${fields.join(', ')}]`);
}

export function connectorNotFound(id: string): object {
  return plain(404, 'resource_not_found_exception', `connector [${id}] not found`);
}

export function documentMissing(id: string): object {
  return plain(404, 'document_missing_exception', `[${id}]: document missing`, {
    index_uuid: expect.stringMatching(/^[\w-]{22}$/) as unknown,
    shard: '0',
    index: '.elastic-connectors-v1',
  });
}

export const NULL_POINTER = plain(500, 'null_pointer_exception', null);

/** 500 of a stored value that is not of the class that Elasticsearch takes it for. */
export function classCast(from: string, to: string): object {
  return plain(
    500,
    'class_cast_exception',
    `class ${from} cannot be cast to class ${to} (${from} and ${to} are in module java.base of loader 'bootstrap')`,
  );
}
