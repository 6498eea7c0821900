import { tooManyNestedObjects } from '../errors/mapping-limit-errors.js';
import { JsonReader } from '../xcontent/json-reader.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../xcontent/json.js';
import { writeJson } from '../xcontent/write-json.js';
import { withoutTrailingDots } from './field-name.js';
import type { CompiledMapping, MappedField, MappedObject } from './mapping-fields.js';
import { limitOf, type LimitSettings } from './mapping-limits.js';

/**
 * Refuses a document with too many nested objects. ES: `DocumentParserContext.addDoc`.
 *
 * @throws ElasticsearchError `document_parsing_exception` (400)
 */
export function checkNestedObjects(
  mapping: CompiledMapping,
  source: JsonObject,
  settings: LimitSettings,
): void {
  const limit = limitOf(settings, 'mapping.nested_objects.limit');
  if (countObject(mapping.root, source) > limit) failBeyond(mapping, source, limit);
}

function countObject(node: MappedObject, source: JsonObject): number {
  let count = 0;
  for (const key in source) {
    const member = memberAt(node, key);
    if (member !== undefined) count += countValue(member, source[key] as JsonValue);
  }
  return count;
}

function countValue(node: MappedObject, value: JsonValue): number {
  if (Array.isArray(value)) {
    return (value as readonly JsonValue[]).reduce<number>((sum, each) => sum + countValue(node, each), 0);
  }
  if (!isJsonObject(value) || !node.isEnabled) return 0;
  return (node.kind === 'nested' ? 1 : 0) + countObject(node, value);
}

/** The object that a name, with or without dots, leads to. */
function memberAt(node: MappedObject, name: string): MappedObject | undefined {
  const direct = node.members.get(name);
  if (direct !== undefined) return direct.kind === 'field' ? undefined : direct;
  if (!name.includes('.')) return undefined;
  let at: MappedObject | undefined = node;
  for (const part of withoutTrailingDots(name).split('.')) {
    const next: MappedObject | MappedField | undefined = at?.members.get(part);
    at = next === undefined || next.kind === 'field' ? undefined : next;
  }
  return at;
}

function failBeyond({ root }: CompiledMapping, source: JsonObject, limit: number): void {
  const reader = new JsonReader(writeJson(source));
  let count = 0;
  const enter = (node: MappedObject): void => {
    if (node.kind === 'nested') {
      count += 1;
      if (count > limit) throw tooManyNestedObjects(reader.location(), limit);
    }
    while (reader.nextToken() === 'FIELD_NAME') {
      const member = memberAt(node, reader.fieldName);
      reader.nextToken();
      if (member?.isEnabled === true) read(member);
      else reader.skipChildren();
    }
  };
  const read = (node: MappedObject): void => {
    if (reader.token === 'START_OBJECT') enter(node);
    else if (reader.token === 'START_ARRAY') while (reader.nextToken() !== 'END_ARRAY') read(node);
  };
  reader.nextToken();
  enter(root);
}
