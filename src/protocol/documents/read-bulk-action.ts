import {
  bulkActionUnknown,
  bulkDynamicTemplatesRefused,
  bulkLineTrailed,
  bulkParameterUnknown,
  bulkTokenUnexpected,
  bulkUpdateOfDataStream,
  bulkUpdateVersioned,
  bulkValueNotSimple,
} from '../../errors/bulk-errors.js';
import { isElasticsearchError } from '../../errors/elasticsearch-error.js';
import { parseSource } from '../../search/parse-source.js';
import { readBoolean, readInt, readLong } from '../../xcontent/coercion.js';
import { JsonReader } from '../../xcontent/json-reader.js';
import { emptyAction, isAction, type BulkAction, type BulkDefaults } from './bulk-action.js';
import {
  checkedPrimaryTerm,
  checkedRouting,
  checkedSeqNo,
  checkedVersion,
  readVersionType,
} from './write-operation.js';

/**
 * Reads an action line of a bulk token by token; undefined if it is blank. Source: rest-layer B.7;
 * ES: `BulkRequestParser.parseActionLine`.
 */
export function readBulkAction(text: string, line: number, defaults: BulkDefaults): BulkAction | undefined {
  const reader = new JsonReader(text);
  const first = reader.nextToken();
  if (first === undefined) return undefined;
  if (first !== 'START_OBJECT') throw bulkTokenUnexpected(line, 'START_OBJECT', first);
  const second = reader.nextToken();
  if (second !== 'FIELD_NAME') throw bulkTokenUnexpected(line, 'FIELD_NAME', second ?? 'null');
  const name = reader.fieldName;
  if (!isAction(name)) throw bulkActionUnknown(line, name);
  const action = emptyAction(name, defaults);
  const third = reader.nextToken();
  if (third !== 'START_OBJECT') {
    throw bulkTokenUnexpected(line, 'START_OBJECT or END_OBJECT', third ?? 'null');
  }
  readMembers(reader, line, action);
  checkEnd(reader, line, defaults.isLenient);
  if (action.action === 'delete' && action.dynamicTemplates !== undefined) {
    throw bulkDynamicTemplatesRefused('Delete', line);
  }
  return action;
}

function readMembers(reader: JsonReader, line: number, action: BulkAction): void {
  let opType: string | undefined;
  while (reader.nextToken() !== 'END_OBJECT') {
    const field = reader.fieldName;
    const token = reader.nextToken() ?? 'null';
    if (token === 'START_OBJECT' && field === 'dynamic_templates') {
      action.dynamicTemplates = readDynamicTemplates(reader);
    } else if (token === 'START_OBJECT' && field === '_source') {
      action.source = parseSource(reader);
    } else if (token === 'START_OBJECT' || token === 'START_ARRAY') {
      throw bulkValueNotSimple(line, field, token);
    } else if (token !== 'VALUE_NULL') {
      if (field === 'op_type') opType = reader.text;
      else if (!readMember(reader, field, action)) throw bulkParameterUnknown(line, field);
    }
  }
  if (action.action === 'index' && opType === 'create') action.action = 'create';
}

/** Undefined where there are none. ES: `XContentParser.mapStrings`. */
function readDynamicTemplates(reader: JsonReader): Readonly<Record<string, string>> | undefined {
  const templates = new Map<string, string>();
  while (reader.nextToken() === 'FIELD_NAME') {
    const path = reader.fieldName;
    reader.nextToken();
    templates.set(path, reader.text);
  }
  return templates.size === 0 ? undefined : Object.fromEntries(templates);
}

function readMember(reader: JsonReader, field: string, action: BulkAction): boolean {
  switch (field) {
    case '_index':
      action.index = reader.text;
      return true;
    case '_id':
      action.id = reader.text;
      return true;
    case 'routing':
      action.routing = checkedRouting(reader.text);
      return true;
    case 'pipeline':
      action.pipeline = reader.text;
      return true;
    case 'version':
      action.version = checkedVersion(Number(readLong(reader)));
      return true;
    case 'version_type':
      action.versionType = readVersionType(reader.text);
      return true;
    case 'if_seq_no':
      action.ifSeqNo = checkedSeqNo(Number(readLong(reader)));
      return true;
    case 'if_primary_term':
      action.ifPrimaryTerm = checkedPrimaryTerm(Number(readLong(reader)));
      return true;
    case 'retry_on_conflict':
      action.retryOnConflict = readInt(reader);
      return true;
    case '_source':
      action.source = parseSource(reader);
      return true;
    default:
      return readFlag(reader, field, action);
  }
}

function readFlag(reader: JsonReader, field: string, action: BulkAction): boolean {
  if (field === 'require_alias') action.isAliasRequired = readBoolean(reader);
  else if (field === 'require_data_stream') action.isDataStreamRequired = readBoolean(reader);
  else if (field === 'list_executed_pipelines') action.listsExecutedPipelines = readBoolean(reader);
  else return false;
  return true;
}

/** ES: `BulkRequestParser.checkBulkActionIsProperlyClosed`. */
function checkEnd(reader: JsonReader, line: number, isLenient: boolean): void {
  try {
    const token = reader.nextToken();
    if (token !== 'END_OBJECT') throw bulkTokenUnexpected(line, 'END_OBJECT', token ?? 'null');
    if (reader.nextToken() !== undefined) throw bulkLineTrailed(line);
  } catch (error) {
    if (!isLenient || !isElasticsearchError(error)) throw error;
  }
}

/** What is wrong with an update is noticed when its document is reached. @param line of the document */
export function checkUpdateAction(action: BulkAction, line: number): void {
  if (action.version !== undefined || action.versionType !== 'internal') throw bulkUpdateVersioned();
  if (action.isDataStreamRequired) throw bulkUpdateOfDataStream();
  if (action.dynamicTemplates !== undefined) throw bulkDynamicTemplatesRefused('Update', line);
}
