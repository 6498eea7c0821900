import { isJsonObject, type JsonObject, type JsonValue } from '../../xcontent/json.js';
import { printFixtureDate } from '../scenario/fixture-date.js';
import { mistake, wrongValue, type Place } from '../scenario/place.js';
import type { Instant } from '../../clock/instant.js';
import { formatInstant } from '../../clock/format-instant.js';

/** What a filtering list is completed with: the instant that its dates default to and that `now` means. */
interface Frame {
  readonly place: Place;
  readonly now: Instant;
}

/** The one filtering that a new connector has: everything in. Source: connectors §2.1. */
function defaultRules(at: string): JsonObject {
  return {
    advanced_snippet: { created_at: at, updated_at: at, value: {} },
    rules: [defaultRule(at)],
    validation: { errors: [], state: 'valid' },
  };
}

function defaultRule(at: string): JsonObject {
  return {
    created_at: at,
    field: '_',
    id: 'DEFAULT',
    order: 0,
    policy: 'include',
    rule: 'regex',
    updated_at: at,
    value: '.*',
  };
}

/**
 * The `filtering` of a connector from what a fixture says of it: each of its elements may give `domain`, `active` and
 * `draft`, and these their `rules`, `advanced_snippet` and `validation`; dates inside may be date math.
 */
export function completeFiltering(
  list: readonly JsonObject[] | undefined,
  place: Place,
  now: Instant,
): JsonValue[] {
  return (list ?? [{}]).map((element, at) => {
    const path = `filtering[${at}]`;
    const frame = { place, now };
    return {
      ...element,
      active: completeRules(element['active'], `${path}.active`, frame),
      domain: element['domain'] ?? 'DEFAULT',
      draft: completeRules(element['draft'], `${path}.draft`, frame),
    };
  });
}

function completeRules(value: JsonValue | undefined, path: string, frame: Frame): JsonObject {
  const at = formatInstant(frame.now);
  const whole = defaultRules(at);
  if (value === undefined) return whole;
  const given = objectAt(value, path, frame);
  const snippet = given['advanced_snippet'];
  return {
    ...whole,
    ...given,
    ...(snippet !== undefined && {
      advanced_snippet: dated({ value: {} }, snippet, `${path}.advanced_snippet`, frame),
    }),
    ...(given['rules'] !== undefined && { rules: completeEach(given['rules'], `${path}.rules`, frame) }),
  };
}

function completeEach(value: JsonValue, path: string, frame: Frame): JsonValue {
  if (!Array.isArray(value)) throw wrongValue(frame.place, path, 'a list of rules', value);
  return value.map((rule: JsonValue, order) => {
    const base = { policy: 'include', order };
    const complete = dated(base, rule, `${path}[${order}]`, frame);
    if (typeof complete['id'] !== 'string') throw mistake(frame.place, `${path}[${order}].id`, 'is missing.');
    return complete;
  });
}

/** With `created_at` and `updated_at`, printed. */
function dated(base: JsonObject, value: JsonValue, path: string, frame: Frame): JsonObject {
  const given = objectAt(value, path, frame);
  const created_at = dateAt(given, 'created_at', path, frame) ?? formatInstant(frame.now);
  const updated_at = dateAt(given, 'updated_at', path, frame) ?? created_at;
  return { ...base, ...given, created_at, updated_at };
}

function dateAt(given: JsonObject, key: string, path: string, { place, now }: Frame): string | undefined {
  const value = given[key];
  if (value === undefined) return undefined;
  const date = printFixtureDate(value, now);
  if (date === undefined) throw wrongValue(place, `${path}.${key}`, 'a date', value);
  return date;
}

function objectAt(value: JsonValue, path: string, { place }: Frame): JsonObject {
  if (isJsonObject(value)) return value;
  throw wrongValue(place, path, 'an object', value);
}
