import { setOwn } from '../../store/deep-merge.js';
import { parseMapping } from '../../store/mapping.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../xcontent/json.js';
import { readAlias, showAlias } from './alias-definition.js';
import { checkSettings, flattenSettings, nestedSettings } from './index-settings.js';

/** A template as it is listed: settings under `index`, aliases spelt out, patterns as a list. */
export function normalizedTemplate(body: JsonObject): JsonObject {
  const shown: Record<string, JsonValue> = {};
  for (const [key, value] of Object.entries(body)) {
    if (value === null) continue;
    if (key === 'index_patterns' || key === 'composed_of')
      shown[key] = typeof value === 'string' ? [value] : value;
    else if (key === 'template' && isJsonObject(value)) shown[key] = normalizedParts(value);
    else setOwn(shown, key, value);
  }
  if (shown['index_patterns'] !== undefined) shown['composed_of'] ??= [];
  return shown;
}

/** @throws ElasticsearchError 400 for settings, mappings or aliases that cannot be */
function normalizedParts(parts: JsonObject): JsonObject {
  const shown: Record<string, JsonValue> = {};
  for (const [key, value] of Object.entries(parts)) {
    if (!isJsonObject(value)) {
      if (value !== null) setOwn(shown, key, value);
      continue;
    }
    switch (key) {
      case 'settings': {
        const flat = flattenSettings(value);
        checkSettings(flat);
        shown[key] = nestedSettings(flat);
        break;
      }
      case 'mappings':
        shown[key] = parseMapping(value);
        break;
      case 'aliases':
        shown[key] = Object.fromEntries(
          Object.entries(value).map(([name, definition]) => [name, showAlias(name, readAlias(definition))]),
        );
        break;
      default:
        setOwn(shown, key, value);
    }
  }
  return shown;
}
