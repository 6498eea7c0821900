import { isPlainObject } from '../../errors/usage-checks.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../xcontent/json.js';
import { setMember } from '../../xcontent/json-value-scanner.js';
import { mistake, wrongValue, type Place } from './place.js';

/** As deep as Elasticsearch reads JSON. */
const DEEPEST = 1000;

/**
 * A deep copy of a tester's value, so that nothing of theirs gets frozen. Members that are undefined are left out, as
 * JSON does.
 * @throws FakeUsageError for what JSON cannot hold.
 */
export function copyJson(
  value: unknown,
  place: Place,
  path: string,
  within: readonly object[] = [],
): JsonValue {
  switch (typeof value) {
    case 'string':
    case 'boolean':
    case 'bigint':
      return value;
    case 'number':
      if (Number.isFinite(value)) return value;
      break;
    case 'object': {
      if (value === null) return null;
      if (within.includes(value)) throw mistake(place, path, 'contains itself: JSON cannot hold that.');
      if (within.length > DEEPEST) throw mistake(place, '', `is nested deeper than ${DEEPEST} levels.`);
      const inner = [...within, value];
      if (Array.isArray(value)) {
        return value.map((member: unknown, at) => copyJson(member, place, `${path}[${at}]`, inner));
      }
      if (isPlainObject(value)) return copyMembers(value, place, path, inner);
      break;
    }
    default:
  }
  throw wrongValue(place, path, 'a JSON value', value);
}

/** {@link copyJson} of what must be an object. */
export function copyObject(value: unknown, place: Place, path: string): JsonObject {
  if (isJsonObject(value)) return copyJson(value, place, path) as JsonObject;
  throw wrongValue(place, path, 'an object', value);
}

function copyMembers(value: object, place: Place, path: string, within: readonly object[]): JsonObject {
  const copy: Record<string, JsonValue> = {};
  for (const [key, member] of Object.entries(value) as [string, unknown][]) {
    if (member === undefined) continue;
    setMember(copy, key, copyJson(member, place, path === '' ? key : `${path}.${key}`, within));
  }
  return copy;
}
