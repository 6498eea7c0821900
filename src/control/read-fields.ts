import { hintAt, shown } from '../testing/scenario/place.js';
import { isJsonObject, type JsonObject } from '../xcontent/json.js';
import { ControlError } from './control-error.js';

/**
 * An object of a body, with no field that nobody reads.
 *
 * @param what how messages name it, e.g. `The body`
 * @throws ControlError 400
 */
export function fieldsOf(value: unknown, what: string, known: readonly string[]): JsonObject {
  if (!isJsonObject(value)) {
    throw new ControlError(
      400,
      `${what} must be a JSON object${fieldList(known)}: received ${shown(value)}.`,
    );
  }
  const stranger = Object.keys(value).find((key) => !known.includes(key));
  if (stranger === undefined) return value;
  throw new ControlError(
    400,
    `${what} has no field [${stranger}].${hintAt(stranger, known)} It takes ${known.length > 0 ? known.join(', ') : 'none'}.`,
  );
}

function fieldList(known: readonly string[]): string {
  return known.length > 0 ? ` with ${known.join(', ')}` : '';
}

/** A field that is there only if it has the right type. @throws ControlError 400 */
export function textAt(fields: JsonObject, name: string): string | undefined {
  const value = fields[name];
  if (value === undefined || typeof value === 'string') return value;
  throw new ControlError(400, `[${name}] must be a text: received ${shown(value)}.`);
}

/** @throws ControlError 400 */
export function numberAt(fields: JsonObject, name: string): number | undefined {
  const value = fields[name];
  if (value === undefined || typeof value === 'number') return value;
  throw new ControlError(400, `[${name}] must be a number: received ${shown(value)}.`);
}
