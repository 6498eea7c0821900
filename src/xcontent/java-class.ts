import type { JsonValue } from './json.js';

/** What a value would be in Java, for messages. */
export function javaClassOf(value: JsonValue): string {
  if (Array.isArray(value)) return 'java.util.ArrayList';
  switch (typeof value) {
    case 'string':
      return 'java.lang.String';
    case 'boolean':
      return 'java.lang.Boolean';
    case 'bigint':
      return 'java.lang.Long';
    case 'number':
      if (!Number.isInteger(value)) return 'java.lang.Double';
      return Math.abs(value) < 2 ** 31 ? 'java.lang.Integer' : 'java.lang.Long';
    default:
      return 'java.util.HashMap';
  }
}
