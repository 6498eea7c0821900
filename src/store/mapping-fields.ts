import { isJsonObject, type JsonObject, type JsonValue } from '../xcontent/json.js';
import { SHORT_TEXT } from './immense-term.js';

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
  /** `store: true`: kept apart from the source. */
  readonly isStored: boolean;
  /** Text with `fielddata: true`. */
  readonly hasFielddata: boolean;
  /** Path of the innermost nested object around it; empty if there is none. */
  readonly nestedPath: string;
  /** Whether every text of the field is a term of the index. */
  readonly hasTerms: boolean;
  /** The same values, indexed in other ways. */
  readonly subFields: readonly MappedField[];
  /** UTF-16 units up to which a text is no immense term, here or in a sub-field. */
  readonly safeLength: number;
  /** False inside an object with `enabled: false`: mapped, and yet without values. */
  readonly isEnabled: boolean;
}

/** The root, an object or a nested object. */
export interface MappedObject {
  readonly kind: 'object' | 'nested';
  readonly path: string;
  readonly dynamic: Dynamic;
  readonly isEnabled: boolean;
  /** False where dots in a name do not stand for objects. ES: `ObjectMapper.Subobjects`. */
  readonly hasSubobjects: boolean;
  readonly members: ReadonlyMap<string, MappedObject | MappedField>;
}

/** A mapping ready for look-ups by path. */
export interface CompiledMapping {
  readonly root: MappedObject;
  readonly fields: ReadonlyMap<string, MappedField>;
  readonly objects: ReadonlyMap<string, MappedObject>;
  /** Fields, sub-fields, objects, aliases and runtime fields. ES: `Mapping.getTotalFieldsCount` */
  readonly totalFields: number;
  readonly hasNested: boolean;
  readonly hasDateDetection: boolean;
  readonly hasNumericDetection: boolean;
}

interface Inherited {
  readonly dynamic: Dynamic;
  readonly nestedPath: string;
  readonly isEnabled: boolean;
}

interface Collected {
  readonly fields: Map<string, MappedField>;
  readonly objects: Map<string, MappedObject>;
  readonly aliases: Map<string, string>;
}

/** What a `date_nanos` field reads and prints unless it says otherwise. ES: `DateFieldMapper`. */
const NANOS_FORMAT = 'strict_date_optional_time_nanos||epoch_millis';

const compiled = new WeakMap<JsonObject, CompiledMapping>();

/** Compiles a mapping once; the mapping object is frozen, so the result holds as long as it lives. */
export function compileMapping(mappings: JsonObject): CompiledMapping {
  const known = compiled.get(mappings);
  if (known !== undefined) return known;
  const collected: Collected = { fields: new Map(), objects: new Map(), aliases: new Map() };
  const root = compileObject(mappings, '', { dynamic: 'true', nestedPath: '', isEnabled: true }, collected);
  for (const [alias, path] of collected.aliases) {
    const target = collected.fields.get(path);
    if (target !== undefined) collected.fields.set(alias, target);
  }
  const { fields, objects } = collected;
  const { runtime } = mappings;
  const result: CompiledMapping = {
    root,
    fields,
    objects,
    totalFields: fields.size + objects.size - 1 + (isJsonObject(runtime) ? Object.keys(runtime).length : 0),
    hasNested: [...objects.values()].some(({ kind }) => kind === 'nested'),
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

/** ES: `ObjectMapper.Subobjects`: the names of such an object's fields may hold dots. */
export function keepsDots({ subobjects }: JsonObject): boolean {
  return subobjects !== undefined && subobjects !== true && subobjects !== 'true';
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
  // ES: `DocumentParser.parseObjectOrNested` skips an object that is not enabled with all that is in it.
  const isEnabled = inherited.isEnabled && !isFlag(definition['enabled'], false);
  const below: Inherited = { dynamic, nestedPath: isNested ? path : inherited.nestedPath, isEnabled };
  const result: MappedObject = {
    kind: isNested ? 'nested' : 'object',
    path,
    dynamic,
    isEnabled,
    hasSubobjects: !keepsDots(definition),
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
      members.set(name, compileField(child, childPath, below, collected));
    }
  }
  return result;
}

function compileField(
  definition: JsonObject,
  path: string,
  inherited: Inherited,
  collected: Collected,
): MappedField {
  const { fields } = definition;
  const subFields: MappedField[] = [];
  for (const name of isJsonObject(fields) ? Object.keys(fields) : []) {
    const child = (fields as JsonObject)[name];
    if (isJsonObject(child)) subFields.push(fieldFrom(child, `${path}.${name}`, path, inherited, []));
  }
  const field = fieldFrom(definition, path, path, inherited, subFields);
  for (const each of [field, ...subFields]) collected.fields.set(each.path, each);
  return field;
}

function fieldFrom(
  definition: JsonObject,
  path: string,
  sourcePath: string,
  { nestedPath, isEnabled }: Inherited,
  subFields: readonly MappedField[],
): MappedField {
  const { ignore_above: above, format, null_value: nullValue } = definition;
  const type = declaredType(definition);
  const ignoreAbove = above === undefined ? Number.POSITIVE_INFINITY : Number(above);
  const hasTerms = type === 'keyword' && isKept(definition);
  return {
    kind: 'field',
    path,
    sourcePath,
    type,
    ignoreAbove,
    format: typeof format === 'string' ? format : type === 'date_nanos' ? NANOS_FORMAT : undefined,
    nullValue: nullValue ?? undefined,
    isMalformedIgnored: isFlag(definition['ignore_malformed'], true),
    isStored: isFlag(definition['store'], true),
    hasFielddata: isFlag(definition['fielddata'], true),
    nestedPath,
    isEnabled,
    hasTerms,
    subFields,
    safeLength: subFields.reduce(
      (least, { safeLength }) => Math.min(least, safeLength),
      hasTerms && ignoreAbove > SHORT_TEXT ? SHORT_TEXT : Number.POSITIVE_INFINITY,
    ),
  };
}

/** Whether the index keeps the values in any way. ES: `KeywordFieldMapper.indexValue`. */
function isKept(definition: JsonObject): boolean {
  const { index, doc_values: docValues, store } = definition;
  return !isFlag(index, false) || !isFlag(docValues, false) || isFlag(store, true);
}
