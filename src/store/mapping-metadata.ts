import { parametersChanged } from '../errors/mapping-errors.js';
import { isJsonObject, type JsonArray, type JsonObject, type JsonValue } from '../xcontent/json.js';
import { isSameJson } from './deep-merge.js';
import { javaText } from './mapping-java-text.js';

/** Parameters of metadata fields that an update may not change, and what they are unless a mapping says otherwise. */
const FIXED: readonly (readonly [field: string, parameter: string, fallback: JsonValue])[] = [
  ['_routing', 'required', false],
  ['_source', 'enabled', true],
  ['_source', 'includes', []],
  ['_source', 'excludes', []],
];

/**
 * Refuses an update of metadata fields that would change what documents are already stored by. An index without a
 * mapping has nothing to conflict with; `_source` may be switched off but not on again.
 * ES: `SourceFieldMapper.Builder`, `RoutingFieldMapper.Builder`.
 *
 * @throws ElasticsearchError `illegal_argument_exception` (400)
 */
export function checkMetadataFields(current: JsonObject, update: JsonObject): void {
  if (Object.keys(current).length === 0) return;
  for (const [field, parameter, fallback] of FIXED) {
    if (update[field] === undefined) continue;
    const from = parameterOf(current[field], parameter, fallback);
    const to = parameterOf(update[field], parameter, fallback);
    if (isSameJson(from, to) || (parameter === 'enabled' && from === true)) continue;
    throw parametersChanged(field, [{ parameter, from: javaText(from), to: javaText(to) }]);
  }
}

function parameterOf(field: JsonValue | undefined, parameter: string, fallback: JsonValue): JsonValue {
  const value: JsonValue = isJsonObject(field) ? (field[parameter] ?? fallback) : fallback;
  if (Array.isArray(fallback)) return Array.isArray(value) ? (value as JsonArray) : [value];
  return javaText(value) === 'true';
}
