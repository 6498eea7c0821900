import { isJsonObject, type JsonObject } from '../../xcontent/json.js';
import { copyObject } from './copy-json.js';
import { readId } from './fields.js';
import { mistake, unknownKey, wrongValue, type Place } from './place.js';

const KEYS = ['name', 'settings', 'mappings', 'aliases'];
/** Source: connectors §3.1. */
const FORBIDDEN = /[\\/*?"<>| ,#:]|^[-_+]|^\.\.?$/;

/** An index of a scenario: what the body of its creation would be. */
export interface IndexDefinition {
  readonly name: string;
  readonly settings: JsonObject;
  readonly mappings: JsonObject;
  readonly aliases: JsonObject;
}

/** @throws FakeUsageError naming the place and the field. */
export function readIndexDefinition(entry: object, place: Place): IndexDefinition {
  for (const key of Object.keys(entry)) {
    if (!KEYS.includes(key)) throw unknownKey(place, key, 'an index', key, KEYS);
  }
  const { settings, mappings, aliases } = entry as Record<string, unknown>;
  return {
    name: readIndexName(entry, 'name', place),
    settings: copyObject(settings ?? {}, place, 'settings'),
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

function readAliases(aliases: JsonObject, place: Place): JsonObject {
  for (const [alias, definition] of Object.entries(aliases)) {
    if (!isJsonObject(definition)) throw mistake(place, `aliases.${alias}`, 'must be an object: {} will do.');
  }
  return aliases;
}
