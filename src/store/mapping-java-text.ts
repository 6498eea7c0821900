import type { JsonValue } from '../xcontent/json.js';

/** A value as Java's collections print it: `{a=1, b=[x, y]}`. */
export function javaText(value: JsonValue): string {
  if (value === null) return 'null';
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return `[${(value as readonly JsonValue[]).map(javaText).join(', ')}]`;
  return `{${Object.entries(value)
    .map(([name, member]) => `${name}=${javaText(member)}`)
    .join(', ')}}`;
}

/** The class of a value, without its `class `, as Java's collections hold what JSON is not an object. */
export function javaClass(value: JsonValue): string {
  if (Array.isArray(value)) return 'java.util.ArrayList';
  if (typeof value === 'string') return 'java.lang.String';
  if (typeof value === 'boolean') return 'java.lang.Boolean';
  return Number.isInteger(value) ? 'java.lang.Integer' : 'java.lang.Double';
}
