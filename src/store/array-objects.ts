import { tooManyArrayObjects } from '../errors/mapping-limit-errors.js';
import { JsonReader } from '../xcontent/json-reader.js';
import type { JsonObject } from '../xcontent/json.js';
import { writeJson } from '../xcontent/write-json.js';
import { withoutTrailingDots } from './field-name.js';
import type { CompiledMapping, MappedField, MappedObject } from './mapping-fields.js';
import { limitOf, type LimitSettings } from './mapping-limits.js';
import { ARRAY_TYPES } from './mapping-template-fields.js';

/**
 * Refuses a document with too many objects in its arrays, if the index sets a limit: tens of thousands, as there may
 * be by default, no test has. ES: `DocumentParser.parseArrayElements`, from 9.5 on.
 *
 * @throws ElasticsearchError `document_parsing_exception` (400)
 */
export function checkArrayObjects(
  { root }: CompiledMapping,
  source: JsonObject,
  settings: LimitSettings,
): void {
  const limit = limitOf(settings, 'mapping.array_objects.limit');
  if (limit === Number.POSITIVE_INFINITY || !root.isEnabled) return;
  const reader = new JsonReader(writeJson(source));
  let count = 0;
  const readObject = (node: MappedObject | undefined): void => {
    while (reader.nextToken() === 'FIELD_NAME') {
      const member = memberOf(node, reader.fieldName);
      reader.nextToken();
      readValue(member);
    }
  };
  const readValue = (member: Member): void => {
    if (member === null || isPassedOver(member)) reader.skipChildren();
    else if (reader.token === 'START_ARRAY') while (reader.nextToken() !== 'END_ARRAY') readElement(member);
    else if (reader.token === 'START_OBJECT') {
      if (member?.kind === 'field') reader.skipChildren();
      else readObject(member);
    }
  };
  const readElement = (member: Member): void => {
    if (reader.token === 'START_OBJECT' && ++count > limit)
      throw tooManyArrayObjects(reader.location(), limit);
    readValue(member);
  };
  reader.nextToken();
  readObject(root);
}

/** What a name stands for; undefined for what dynamic mapping is to add, null for what it leaves alone. */
type Member = MappedObject | MappedField | undefined | null;

function memberOf(node: MappedObject | undefined, name: string): Member {
  if (node === undefined) return undefined;
  const path = node.hasSubobjects ? withoutTrailingDots(name) : name;
  const direct = node.members.get(path);
  if (direct !== undefined) return direct;
  const dot = node.hasSubobjects ? path.indexOf('.') : -1;
  const parent = dot === -1 ? undefined : node.members.get(path.slice(0, dot));
  if (parent !== undefined && parent.kind !== 'field') return memberOf(parent, path.slice(dot + 1));
  return node.dynamic === 'false' ? null : undefined;
}

function isPassedOver(member: MappedObject | MappedField | undefined): boolean {
  return member?.kind === 'field' ? ARRAY_TYPES.has(member.type) : member?.isEnabled === false;
}
