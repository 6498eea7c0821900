import { isJsonObject, type JsonObject, type JsonValue } from '../../xcontent/json.js';
import { copyObject } from './copy-json.js';
import { readId } from './fields.js';
import { mistake, unknownKey, wrongValue, type Place } from './place.js';

const KEYS = ['name', 'settings', 'mappings', 'aliases'];
/** Source: connectors §3.1. */
const FORBIDDEN = /[\\/*?"<>| ,#:]|^[-_+]|^\.\.?$/;

/** An index of a scenario, ready for the store. */
export interface IndexDefinition {
  readonly name: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly mappings: JsonObject;
  readonly aliases: Readonly<Record<string, JsonObject>>;
}

/** @throws FakeUsageError naming the place and the field. */
export function readIndexDefinition(entry: object, place: Place): IndexDefinition {
  for (const key of Object.keys(entry)) {
    if (!KEYS.includes(key)) throw unknownKey(place, key, 'an index', key, KEYS);
  }
  const { settings, mappings, aliases } = entry as Record<string, unknown>;
  return {
    name: readIndexName(entry, 'name', place),
    settings: Object.fromEntries(flatSettings(copyObject(settings ?? {}, place, 'settings'), '')),
    mappings: copyObject(mappings ?? {}, place, 'mappings'),
    aliases: readAliases(copyObject(aliases ?? {}, place, 'aliases'), place),
  };
}

/** @throws FakeUsageError if the name cannot be one of an index. */
export function readIndexName(entry: object, key: string, place: Place): string {
  const name = readId(entry, place, key);
  if (!FORBIDDEN.test(name) && name === name.toLowerCase()) return name;
  throw wrongValue(place, key, 'a name that Elasticsearch gives to an index', name);
}

/** As the store keeps them: flat, without `index.`, as texts. */
function* flatSettings(settings: JsonObject, prefix: string): Generator<[string, string]> {
  for (const [key, value] of Object.entries(settings)) {
    const path = `${prefix}${key}`;
    if (isJsonObject(value)) yield* flatSettings(value, `${path}.`);
    else yield [path.replace(/^index\./, ''), textOf(value)];
  }
}

function textOf(value: JsonValue): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function readAliases(aliases: JsonObject, place: Place): Record<string, JsonObject> {
  for (const [alias, definition] of Object.entries(aliases)) {
    if (!isJsonObject(definition)) throw mistake(place, `aliases.${alias}`, 'must be an object: {} will do.');
  }
  return aliases as Record<string, JsonObject>;
}
