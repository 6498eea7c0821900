import { notALeafField } from '../../errors/document-errors.js';
import type { StoredDocument } from '../../store/document.js';
import { setOwn } from '../../store/deep-merge.js';
import type { Index } from '../../store/store-index.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../xcontent/json.js';

/**
 * The values of fields that their mapping stores apart from the source. Source: rest-layer B.4;
 * ES: `ShardGetService.innerGetFetch`.
 */
export function storedFieldsOf(
  index: Index,
  document: StoredDocument,
  names: readonly string[],
): Record<string, readonly JsonValue[]> {
  const fields: Record<string, readonly JsonValue[]> = {};
  for (const name of names) {
    const definition = definitionOf(index.metadata.mappings, name);
    if (definition === undefined) continue;
    if (definition['type'] === undefined || isJsonObject(definition['properties'])) throw notALeafField(name);
    if (definition['store'] !== true && definition['store'] !== 'true') continue;
    const values = valuesAt(document.source, name.split('.'));
    if (values.length > 0) setOwn(fields, name, values);
  }
  return fields;
}

function definitionOf(mappings: JsonObject, path: string): JsonObject | undefined {
  let current: JsonObject = mappings;
  for (const name of path.split('.')) {
    const { properties } = current;
    const next = isJsonObject(properties) && Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (!isJsonObject(next)) return undefined;
    current = next;
  }
  return current;
}

function valuesAt(value: JsonValue, path: readonly string[]): JsonValue[] {
  if (Array.isArray(value)) return (value as readonly JsonValue[]).flatMap((one) => valuesAt(one, path));
  const [name, ...rest] = path;
  if (name === undefined) return value === null ? [] : [value];
  if (!isJsonObject(value) || !Object.hasOwn(value, name)) return [];
  return valuesAt(value[name] as JsonValue, rest);
}
