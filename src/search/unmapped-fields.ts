import { isJsonObject, type JsonObject, type JsonValue } from '../xcontent/json.js';

interface UnmappedRequest {
  /** Path of the nested object that the source is; empty for a whole document. */
  readonly scope: string;
  /** Nested objects, which are shown by themselves. */
  readonly nested: ReadonlySet<string>;
  readonly isShown: (path: string) => boolean;
}

/** Adds the members of a source that no mapped field was found for. ES: `FieldFetcher.collectUnmapped`. */
export function collectUnmapped(
  values: Map<string, JsonValue[]>,
  source: JsonObject,
  request: UnmappedRequest,
): void {
  collectFrom(values, source, request.scope, request);
}

function collectFrom(
  values: Map<string, JsonValue[]>,
  source: JsonObject,
  parent: string,
  request: UnmappedRequest,
): void {
  for (const key of Object.keys(source)) {
    const path = parent === '' ? key : `${parent}.${key}`;
    const value = source[key] as JsonValue;
    if (request.nested.has(path)) continue;
    if (isJsonObject(value)) collectFrom(values, value, path, request);
    else if (Array.isArray(value)) collectList(values, value as readonly JsonValue[], path, request);
    else if (value !== null && request.isShown(path)) values.set(path, [value]);
  }
}

function collectList(
  values: Map<string, JsonValue[]>,
  list: readonly JsonValue[],
  path: string,
  request: UnmappedRequest,
): void {
  const own: JsonValue[] = [];
  for (const member of list) {
    if (isJsonObject(member)) collectFrom(values, member, path, request);
    else if (Array.isArray(member)) collectList(values, member as readonly JsonValue[], path, request);
    else if (member !== null && request.isShown(path)) own.push(member);
  }
  if (own.length > 0) values.set(path, [...(values.get(path) ?? []), ...own]);
}
