import { isJsonObject, type JsonObject, type JsonValue } from '../xcontent/json.js';

/** What a field may do with members that its mapping does not know. ES: `ObjectMapper.Dynamic`. */
type Dynamic = 'true' | 'false' | 'strict' | 'runtime';

/** A field that holds values. */
export interface MappedField {
  readonly kind: 'field';
  /** Full path, e.g. `title.keyword`. */
  readonly path: string;
  /** Where the values stand in the source: differs from `path` for a sub-field of `fields`. */
  readonly sourcePath: string;
  readonly type: string;
  readonly ignoreAbove: number;
  readonly format: string | undefined;
  readonly nullValue: JsonValue | undefined;
  readonly isMalformedIgnored: boolean;
  /** Text with `fielddata: true`. */
  readonly hasFielddata: boolean;
  /** Path of the innermost nested object around it; empty if there is none. */
  readonly nestedPath: string;
}

/** The root, an object or a nested object. */
export interface MappedObject {
  readonly kind: 'object' | 'nested';
  readonly path: string;
  readonly dynamic: Dynamic;
  readonly isEnabled: boolean;
  readonly members: ReadonlyMap<string, MappedObject | MappedField>;
}

/** A mapping ready for look-ups by path. */
export interface CompiledMapping {
  readonly root: MappedObject;
  readonly fields: ReadonlyMap<string, MappedField>;
  readonly objects: ReadonlyMap<string, MappedObject>;
  readonly hasDateDetection: boolean;
  readonly hasNumericDetection: boolean;
}

interface Inherited {
  readonly dynamic: Dynamic;
  readonly nestedPath: string;
}

interface Collected {
  readonly fields: Map<string, MappedField>;
  readonly objects: Map<string, MappedObject>;
  readonly aliases: Map<string, string>;
}

const compiled = new WeakMap<JsonObject, CompiledMapping>();

/** Compiles a mapping once; the mapping object is frozen, so the result holds as long as it lives. */
export function compileMapping(mappings: JsonObject): CompiledMapping {
  const known = compiled.get(mappings);
  if (known !== undefined) return known;
  const collected: Collected = { fields: new Map(), objects: new Map(), aliases: new Map() };
  const root = compileObject(mappings, '', { dynamic: 'true', nestedPath: '' }, collected);
  for (const [alias, path] of collected.aliases) {
    const target = collected.fields.get(path);
    if (target !== undefined) collected.fields.set(alias, target);
  }
  const result: CompiledMapping = {
    root,
    fields: collected.fields,
    objects: collected.objects,
    hasDateDetection: !isFlag(mappings['date_detection'], false),
    hasNumericDetection: isFlag(mappings['numeric_detection'], true),
  };
  compiled.set(mappings, result);
  return result;
}

/** Whether a flag says so, as a boolean or as a word. */
function isFlag(value: JsonValue | undefined, expected: boolean): boolean {
  return value === expected || value === (expected ? 'true' : 'false');
}

function dynamicOf(value: JsonValue): Dynamic {
  return isFlag(value, true) ? 'true' : isFlag(value, false) ? 'false' : (value as Dynamic);
}

/** The type that a definition declares: `object` if it only has properties. */
export function declaredType(definition: JsonObject): string {
  const type = definition['type'];
  return typeof type === 'string' ? type : 'object';
}

function compileObject(
  definition: JsonObject,
  path: string,
  inherited: Inherited,
  collected: Collected,
): MappedObject {
  const members = new Map<string, MappedObject | MappedField>();
  const dynamic = definition['dynamic'] === undefined ? inherited.dynamic : dynamicOf(definition['dynamic']);
  const isNested = path !== '' && declaredType(definition) === 'nested';
  const below: Inherited = { dynamic, nestedPath: isNested ? path : inherited.nestedPath };
  const result: MappedObject = {
    kind: isNested ? 'nested' : 'object',
    path,
    dynamic,
    isEnabled: !isFlag(definition['enabled'], false),
    members,
  };
  collected.objects.set(path, result);
  const properties = definition['properties'];
  if (!isJsonObject(properties)) return result;
  for (const name of Object.keys(properties)) {
    const child = properties[name];
    if (!isJsonObject(child)) continue;
    const childPath = path === '' ? name : `${path}.${name}`;
    const type = declaredType(child);
    if (type === 'object' || type === 'nested') {
      members.set(name, compileObject(child, childPath, below, collected));
    } else if (type === 'alias') {
      collected.aliases.set(childPath, typeof child['path'] === 'string' ? child['path'] : '');
    } else {
      members.set(name, compileField(child, childPath, below.nestedPath, collected));
    }
  }
  return result;
}

function compileField(
  definition: JsonObject,
  path: string,
  nestedPath: string,
  collected: Collected,
): MappedField {
  const field = fieldFrom(definition, path, path, nestedPath);
  collected.fields.set(path, field);
  const subFields = definition['fields'];
  if (!isJsonObject(subFields)) return field;
  for (const name of Object.keys(subFields)) {
    const child = subFields[name];
    if (!isJsonObject(child)) continue;
    const childPath = `${path}.${name}`;
    collected.fields.set(childPath, fieldFrom(child, childPath, path, nestedPath));
  }
  return field;
}

function fieldFrom(
  definition: JsonObject,
  path: string,
  sourcePath: string,
  nestedPath: string,
): MappedField {
  const { ignore_above: ignoreAbove, format, null_value: nullValue } = definition;
  return {
    kind: 'field',
    path,
    sourcePath,
    type: declaredType(definition),
    ignoreAbove: ignoreAbove === undefined ? Number.POSITIVE_INFINITY : Number(ignoreAbove),
    format: typeof format === 'string' ? format : undefined,
    nullValue: nullValue ?? undefined,
    isMalformedIgnored: isFlag(definition['ignore_malformed'], true),
    hasFielddata: isFlag(definition['fielddata'], true),
    nestedPath,
  };
}
