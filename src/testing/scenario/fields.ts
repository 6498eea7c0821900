import type { Instant } from '../../clock/instant.js';
import { isPlainObject } from '../../errors/usage-checks.js';
import { isJsonObject, type JsonValue } from '../../xcontent/json.js';
import { copyJson } from './copy-json.js';
import { printFixtureDate } from './fixture-date.js';
import { hintAt, shown, mistake, unknownKey, wrongValue, type Place } from './place.js';

/** What a field of a fixture may hold. */
export interface FieldRule {
  readonly kind: 'string' | 'date' | 'count' | 'boolean' | 'object' | 'objects' | 'value';
  readonly isNullable: boolean;
  /** Of kind `value`: the values there are. */
  readonly values: readonly string[];
}

export type FieldRules = ReadonlyMap<string, FieldRule>;

export function field(kind: FieldRule['kind'], isNullable = false): FieldRule {
  return { kind, isNullable, values: [] };
}

export function oneOf(values: readonly string[], isNullable = false): FieldRule {
  return { kind: 'value', isNullable, values };
}

/** An entry's fields, checked, copied and with its dates printed. */
export type Fields = Record<string, JsonValue>;

/**
 * Reads the fields of an entry, all but `id`. A field that is undefined counts as absent.
 * @param what as a message names the entry: `a sync job`
 * @throws FakeUsageError for an unknown field or a value that the field cannot hold.
 */
export function readFields(
  entry: object,
  rules: FieldRules,
  what: string,
  place: Place,
  now: Instant,
): Fields {
  const fields: Fields = {};
  for (const key of Object.keys(entry)) {
    if (key === 'id') continue;
    const rule = rules.get(key);
    if (rule === undefined) throw unknownKey(place, key, what, key, ['id', ...rules.keys()]);
    const value = (entry as Record<string, unknown>)[key];
    if (value !== undefined) fields[key] = readField(value, rule, key, place, now);
  }
  return fields;
}

function readField(value: unknown, rule: FieldRule, key: string, place: Place, now: Instant): JsonValue {
  if (value === null && rule.isNullable) return null;
  switch (rule.kind) {
    case 'string':
      if (typeof value === 'string') return value;
      break;
    case 'boolean':
      if (typeof value === 'boolean') return value;
      break;
    case 'count':
      if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
      break;
    case 'value':
      if (typeof value === 'string' && rule.values.includes(value)) return value;
      throw notAValue(value, rule, key, place);
    case 'date': {
      const date = printFixtureDate(value, now);
      if (date !== undefined) return date;
      break;
    }
    case 'object':
      if (isJsonObject(value)) return copyJson(value, place, key);
      break;
    case 'objects':
      if (Array.isArray(value) && value.every(isJsonObject)) return copyJson(value, place, key);
  }
  throw wrongValue(place, key, expectation(rule), value);
}

const EXPECTATIONS = {
  string: 'a string',
  boolean: 'true or false',
  count: 'a whole number, 0 or more',
  date: 'a date: ISO (2024-06-01T12:00:00Z), date math (now-6m) or epoch milliseconds',
  object: 'an object',
  objects: 'a list of objects',
  value: 'one of its values',
} as const;

function expectation({ kind, isNullable }: FieldRule): string {
  return `${EXPECTATIONS[kind]}${isNullable ? ', or null' : ''}`;
}

function notAValue(value: unknown, { values, isNullable }: FieldRule, key: string, place: Place): Error {
  const hint = typeof value === 'string' ? hintAt(value, values) : '';
  const allowed = [...values, ...(isNullable ? ['null'] : [])].join(', ');
  return mistake(place, key, `must be one of ${allowed}: received ${shown(value)}.${hint}`);
}

/** ES: `IndexRequest.validate`. */
const LONGEST_ID = 512;

/** @throws FakeUsageError if an entry has no id, or one that no document can have. */
export function readId(entry: object, place: Place, key = 'id'): string {
  const id = (entry as Record<string, unknown>)[key];
  if (typeof id === 'string' && id !== '') {
    const bytes = Buffer.byteLength(id);
    if (bytes <= LONGEST_ID) return id;
    throw mistake(place, key, `must be no longer than ${LONGEST_ID} bytes: received ${bytes} bytes.`);
  }
  if (id === undefined) throw mistake(place, key, 'is missing.');
  throw wrongValue(place, key, 'a string that is not empty', id);
}

/** The id in the overrides of a builder, if they have one. @throws FakeUsageError for overrides that are no object. */
export function readOverridesId(overrides: unknown, place: Place): string | undefined {
  if (!isPlainObject(overrides)) throw wrongValue(place, '', 'an object', overrides);
  return overrides['id'] === undefined ? undefined : readId(overrides, place);
}
