import { unsupportedTemplate } from '../../errors/role-query-errors.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../xcontent/json.js';
import { writeJson } from '../../xcontent/write-json.js';

const TAG =
  /\{\{#toJson\}\}\s*([\w.]+)\s*\{\{\/toJson\}\}|\{\{\{\s*([\w.]+)\s*\}\}\}|\{\{&\s*([\w.]+)\s*\}\}|\{\{\s*([\w.]+)\s*\}\}|\{\{[^}]*\}\}/g;

/**
 * A template with its variables filled in: `{{path}}` escaped for JSON, `{{{path}}}` and `{{&path}}` as they are, and
 * `{{#toJson}}path{{/toJson}}`. What has no value leaves nothing. ES: `CustomMustacheFactory`, `JsonEscapeEncoder`.
 *
 * @throws ElasticsearchError with a gap for other tags
 */
export function renderMustache(source: string, model: JsonObject): string {
  return source.replace(TAG, (tag: string, json?: string, raw?: string, plain?: string, escaped?: string) => {
    if (json !== undefined) return asJson(valueAt(model, json));
    const unescaped = raw ?? plain;
    if (unescaped !== undefined) return asText(valueAt(model, unescaped));
    if (escaped === undefined) throw unsupportedTemplate(source, tag);
    return JSON.stringify(asText(valueAt(model, escaped))).slice(1, -1);
  });
}

function valueAt(model: JsonObject, path: string): JsonValue | undefined {
  let value: JsonValue | undefined = model;
  for (const name of path.split('.')) {
    value = isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  }
  return value;
}

/** A scalar stays bare: quotes are up to the template. */
function asJson(value: JsonValue | undefined): string {
  return typeof value === 'object' && value !== null ? writeJson(value) : asText(value);
}

/** Lists and objects as Java prints them. */
function asText(value: JsonValue | undefined): string {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'object') return String(value);
  if (!isJsonObject(value)) return `[${value.map(asText).join(', ')}]`;
  const members = Object.entries(value).map(([name, member]) => `${name}=${asText(member)}`);
  return `{${members.join(', ')}}`;
}
