import {
  mgetDocNotAnObject,
  mgetFieldsUnsupported,
  mgetFieldUnknown,
  mgetIdNotAValue,
  mgetKeyUnknown,
  mgetTokenUnexpected,
} from '../../errors/mget-errors.js';
import type { SourceFilter } from '../../search/source-filter.js';
import { readLong } from '../../xcontent/coercion.js';
import { JsonReader } from '../../xcontent/json-reader.js';
import { parseMgetSource } from './mget-source.js';
import { checkedRouting, checkedVersion, readVersionType } from './write-operation.js';

/** What a document of a multi-get says for itself. ES: `MultiGetRequest.Item`. */
export interface MgetItem {
  index: string | undefined;
  id: string | undefined;
  routing: string | undefined;
  version: number | undefined;
  storedFields: readonly string[] | undefined;
  source: SourceFilter | undefined;
}

type MgetDefaults = Omit<MgetItem, 'id' | 'version'>;

/** Reads the body of a multi-get. Source: rest-layer B.8; ES: `MultiGetRequest.add`. */
export function parseMget(text: string, defaults: MgetDefaults): MgetItem[] {
  const reader = new JsonReader(text);
  const first = reader.nextToken();
  if (first !== 'START_OBJECT') {
    throw mgetTokenUnexpected(reader.location(), first ?? 'null', '[START_OBJECT]');
  }
  const items: MgetItem[] = [];
  while (reader.nextToken() === 'FIELD_NAME') {
    const key = reader.fieldName;
    const token = reader.nextToken() ?? 'null';
    if (token !== 'START_ARRAY') {
      throw mgetTokenUnexpected(reader.location(), token, '[FIELD_NAME] or [START_ARRAY]');
    }
    if (key === 'docs') readDocs(reader, defaults, items);
    else if (key === 'ids') readIds(reader, defaults, items);
    else throw mgetKeyUnknown(reader.location(), key, token);
  }
  return items;
}

function readIds(reader: JsonReader, defaults: MgetDefaults, items: MgetItem[]): void {
  for (let token = reader.nextToken(); token !== 'END_ARRAY'; token = reader.nextToken()) {
    if (token === 'START_OBJECT' || token === 'START_ARRAY' || token === 'VALUE_NULL')
      throw mgetIdNotAValue();
    items.push({ ...defaults, id: reader.text, version: undefined });
  }
}

function readDocs(reader: JsonReader, defaults: MgetDefaults, items: MgetItem[]): void {
  for (let token = reader.nextToken(); token !== 'END_ARRAY'; token = reader.nextToken()) {
    if (token !== 'START_OBJECT') throw mgetDocNotAnObject();
    const item: MgetItem = { ...defaults, id: undefined, version: undefined };
    while (reader.nextToken() === 'FIELD_NAME') {
      const field = reader.fieldName;
      const value = reader.nextToken();
      const isKnown =
        value === 'START_OBJECT' || value === 'START_ARRAY'
          ? readStructure(reader, field, item)
          : value === 'VALUE_NULL' || readScalar(reader, field, item);
      if (!isKnown) throw mgetFieldUnknown(field);
    }
    items.push(item);
  }
}

function readScalar(reader: JsonReader, field: string, item: MgetItem): boolean {
  switch (field) {
    case '_index':
      item.index = reader.text;
      return true;
    case '_id':
      item.id = reader.text;
      return true;
    case 'routing':
      item.routing = checkedRouting(reader.text);
      return true;
    case 'fields':
      throw mgetFieldsUnsupported(reader.location());
    case 'stored_fields':
      item.storedFields = [reader.text];
      return true;
    case 'version':
      item.version = checkedVersion(Number(readLong(reader)));
      return true;
    case 'version_type':
      readVersionType(reader.text);
      return true;
    case '_source':
      item.source = parseMgetSource(reader);
      return true;
    default:
      return false;
  }
}

function readStructure(reader: JsonReader, field: string, item: MgetItem): boolean {
  if (field === 'fields') throw mgetFieldsUnsupported(reader.location());
  if (field === '_source') {
    item.source = parseMgetSource(reader);
    return true;
  }
  if (field !== 'stored_fields' || reader.token !== 'START_ARRAY') return false;
  const fields: string[] = [];
  while (reader.nextToken() !== 'END_ARRAY') fields.push(reader.text);
  item.storedFields = fields;
  return true;
}
