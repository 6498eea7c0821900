import type { CompiledMapping, MappedField } from '../store/mapping-fields.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../xcontent/json.js';
import { indexedValue, isDateType, isTextType } from './field-values.js';
import { nanosOf, printNanos } from './nanos.js';
import type { RequestedField } from './requested-fields.js';
import { collectValues, sourcePath } from './source-values.js';
import { collectUnmapped } from './unmapped-fields.js';
import { printDateValue } from './value-format.js';
import { wildcardTest } from './wildcard.js';

/** The values of fields, and those that the index left out. */
export interface FetchedFields {
  readonly values: Map<string, JsonValue[]>;
  readonly ignored: Map<string, JsonValue[]>;
}

/** A requested field with its pattern made ready. */
interface Wanted extends RequestedField {
  readonly isWanted: (path: string) => boolean;
}

/** Types that the fake does not look into: their values are shown as they were sent. */
const AS_SENT: ReadonlySet<string> = new Set([
  'binary',
  'date_range',
  'double_range',
  'flattened',
  'float_range',
  'integer_range',
  'ip_range',
  'long_range',
]);

/** Reads requested fields out of a source. ES: `FieldFetcher`. */
export function fetchFields(
  mapping: CompiledMapping,
  source: JsonObject,
  requested: readonly RequestedField[],
): FetchedFields {
  const wanted = requested.map((field) => ({ ...field, isWanted: wildcardTest(field.field) }));
  return fetchWithin({ mapping, wanted }, source, '');
}

interface Request {
  readonly mapping: CompiledMapping;
  readonly wanted: readonly Wanted[];
}

/** @param scope path of the nested object that the source is; empty for a whole document */
function fetchWithin(request: Request, source: JsonObject, scope: string): FetchedFields {
  const found: FetchedFields = { values: new Map(), ignored: new Map() };
  const { mapping, wanted } = request;
  const inner = new Set<string>();
  for (const [path, field] of mapping.fields) {
    const asked = wanted.findLast(({ isWanted }) => isWanted(path));
    if (asked === undefined || !field.isEnabled) continue;
    if (field.nestedPath === scope) fetchField(found, field, path, source, scope, asked.format);
    else inner.add(field.nestedPath);
  }
  const nested = nestedBelow(mapping, scope);
  const unmapped = wanted.filter(({ includesUnmapped }) => includesUnmapped);
  for (const path of nested) {
    const isAsked = unmapped.length > 0 || [...inner].some((each) => `${each}.`.startsWith(`${path}.`));
    if (isAsked) fetchNested(found, request, source, path, scope);
  }
  if (unmapped.length > 0) {
    const isShown = (path: string): boolean =>
      unmapped.some(({ isWanted }) => isWanted(path)) && !isKnown(mapping, wanted, path);
    collectUnmapped(found.values, source, { scope, nested: new Set(nested), isShown });
  }
  return found;
}

/** ES: `FieldFetcher.fieldContexts`: a mapped field that was asked for, whether it has values or not. */
function isKnown({ fields }: CompiledMapping, wanted: readonly Wanted[], path: string): boolean {
  return fields.get(path)?.isEnabled === true && wanted.some(({ isWanted }) => isWanted(path));
}

/** The nested objects right below a scope. */
function nestedBelow({ objects }: CompiledMapping, scope: string): string[] {
  const below = [...objects.values()].filter(
    ({ kind, path }) => kind === 'nested' && path !== scope && (scope === '' || path.startsWith(`${scope}.`)),
  );
  return below
    .filter(({ path }) => !below.some((other) => other.path !== path && path.startsWith(`${other.path}.`)))
    .map(({ path }) => path);
}

/** ES: `NestedValueFetcher`. */
function fetchNested(
  found: FetchedFields,
  request: Request,
  source: JsonObject,
  path: string,
  scope: string,
): void {
  const members = valuesAt(source, path, scope).filter(isJsonObject);
  const shown = members.flatMap((member) => {
    const { values } = fetchWithin(request, member, path);
    if (values.size === 0) return [];
    const short = [...values].map(([name, each]): [string, JsonValue] => [name.slice(path.length + 1), each]);
    return [Object.fromEntries(short)];
  });
  if (shown.length > 0) found.values.set(path, shown);
}

function valuesAt(source: JsonObject, path: string, scope: string): JsonValue[] {
  const found: JsonValue[] = [];
  collectValues(source, sourcePath(scope === '' ? path : path.slice(scope.length + 1)), found);
  return found;
}

/** ES: `SourceValueFetcher`. */
function fetchField(
  found: FetchedFields,
  field: MappedField,
  path: string,
  source: JsonObject,
  scope: string,
  format: string | undefined,
): void {
  const values: JsonValue[] = [];
  const ignored: JsonValue[] = [];
  for (const sent of valuesAt(source, field.sourcePath, scope)) {
    const value = sent ?? field.nullValue ?? null;
    if (value === null) continue;
    const shown = shownValue(field, value, format);
    if (shown === undefined) ignored.push(value);
    else values.push(shown);
  }
  if (values.length > 0) found.values.set(path, values);
  if (ignored.length > 0) found.ignored.set(path, ignored);
}

/** A value of the source as `fields` show it; undefined for one that the index left out. */
function shownValue(field: MappedField, value: JsonValue, format: string | undefined): JsonValue | undefined {
  const { type } = field;
  if (AS_SENT.has(type)) return value;
  if (isTextType(type)) return typeof value === 'object' ? undefined : String(value);
  if (type === 'date_nanos') {
    const nanos = nanosOf(value, field.format);
    return nanos === undefined ? undefined : printNanos(nanos, format ?? field.format);
  }
  const indexed = indexedValue(field, value);
  return indexed !== undefined && isDateType(type) ? printDateValue(field, Number(indexed), format) : indexed;
}
