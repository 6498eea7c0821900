import { isElasticsearchError } from '../errors/elasticsearch-error.js';
import type { EsRequest } from '../rest/exchange.js';
import type { JsonObject } from '../xcontent/json.js';
import { JsonReader } from '../xcontent/json-reader.js';
import { ControlError } from './control-error.js';
import type { ControlRoute } from './control-route.js';
import { fieldsOf } from './read-fields.js';

/**
 * The body of a control request, whatever its content type says: curl sends JSON as a form.
 * @throws ControlError 400
 */
export function readBody({ bodyText }: EsRequest, { route, body }: ControlRoute): JsonObject | undefined {
  if (bodyText.trim() === '') return undefined;
  if (body) return fieldsOf(parse(bodyText), 'The body', body);
  throw new ControlError(400, `[${route}] takes no body: send none.`);
}

function parse(text: string): unknown {
  const reader = new JsonReader(text);
  try {
    reader.nextToken();
    const value = reader.readValue();
    if (reader.nextToken() === undefined) return value;
  } catch (error) {
    if (!isElasticsearchError(error)) throw error;
    throw new ControlError(400, `The body is not JSON: ${error.message.split('\n')[0] ?? ''}`);
  }
  throw new ControlError(400, 'The body is not JSON: there is more after its end.');
}
