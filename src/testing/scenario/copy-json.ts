import { isPlainObject } from '../../errors/usage-checks.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../xcontent/json.js';
import { setMember } from '../../xcontent/json-value-scanner.js';
import { wrongValue, type Place } from './place.js';

/**
 * A deep copy of a tester's value, so that nothing of theirs gets frozen. Members that are undefined are left out, as
 * JSON does.
 * @throws FakeUsageError for what JSON cannot hold.
 */
export function copyJson(value: unknown, place: Place, path: string): JsonValue {
  switch (typeof value) {
    case 'string':
    case 'boolean':
    case 'bigint':
      return value;
    case 'number':
      if (Number.isFinite(value)) return value;
      break;
    case 'object':
      if (value === null) return null;
      if (Array.isArray(value)) {
        return value.map((member: unknown, at) => copyJson(member, place, `${path}[${at}]`));
      }
      if (isPlainObject(value)) return copyMembers(value, place, path);
      break;
    default:
  }
  throw wrongValue(place, path, 'a JSON value', value);
}

/** {@link copyJson} of what must be an object. */
export function copyObject(value: unknown, place: Place, path: string): JsonObject {
  if (isJsonObject(value)) return copyJson(value, place, path) as JsonObject;
  throw wrongValue(place, path, 'an object', value);
}

function copyMembers(value: object, place: Place, path: string): JsonObject {
  const copy: Record<string, JsonValue> = {};
  for (const [key, member] of Object.entries(value) as [string, unknown][]) {
    if (member === undefined) continue;
    setMember(copy, key, copyJson(member, place, path === '' ? key : `${path}.${key}`));
  }
  return copy;
}
