import { compileMapping, type MappedField } from '../store/mapping-fields.js';
import { isNumberType, isScalarType, isTextType } from '../store/mapping-types.js';
import type { JsonObject, JsonValue } from '../xcontent/json.js';
import { indexedValue } from './field-values.js';
import { collectValues, sourcePath, type SourcePath } from './source-values.js';

interface Candidate {
  readonly field: MappedField;
  readonly path: SourcePath;
}

const candidates = new WeakMap<JsonObject, readonly Candidate[]>();

/** The fields of a mapping that pass over some values instead of refusing the document. */
function candidatesOf(mappings: JsonObject): readonly Candidate[] {
  const known = candidates.get(mappings);
  if (known !== undefined) return known;
  const found: Candidate[] = [];
  for (const [name, field] of compileMapping(mappings).fields) {
    const mayIgnore = field.isMalformedIgnored || field.ignoreAbove < Number.POSITIVE_INFINITY;
    const isIndexed = isScalarType(field.type) && !isTextType(field.type);
    // A field is there once more for each alias of it.
    if (mayIgnore && isIndexed && field.nestedPath === '' && field.isEnabled && field.path === name) {
      found.push({ field, path: sourcePath(field.sourcePath) });
    }
  }
  candidates.set(mappings, found);
  return found;
}

/**
 * `_ignored` of a document, by name: fields with a value that is longer than `ignore_above`, or malformed where that
 * is ignored. Source: rest-layer B.9; ES: `IgnoredFieldMapper`.
 */
export function ignoredFields(mappings: JsonObject, source: JsonObject): string[] {
  const names: string[] = [];
  for (const { field, path } of candidatesOf(mappings)) {
    const values: JsonValue[] = [];
    collectValues(source, path, values);
    if (values.some((value) => isIgnored(field, value))) names.push(field.path);
  }
  return names.sort();
}

function isIgnored(field: MappedField, value: JsonValue): boolean {
  if (value === null || (value === '' && isNumberType(field.type))) return false;
  return indexedValue(field, value) === undefined;
}
