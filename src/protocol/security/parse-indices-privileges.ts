import {
  fieldsFormatChanged,
  indicesProblem,
  noIndexPrivilege,
  transientMetadataNotAnObject,
  unexpectedField,
} from '../../errors/role-descriptor-errors.js';
import type { JsonReader } from '../../xcontent/json-reader.js';
import { writeJson } from '../../xcontent/write-json.js';
import { parseFieldSecurity, refuseFieldSecurity, type FieldSecurity } from './parse-field-security.js';
import { readStringArray } from './read-string-array.js';
import type { IndicesPrivileges } from './role-descriptor.js';

interface Draft {
  names: readonly string[] | undefined;
  privileges: readonly string[] | undefined;
  fieldSecurity: IndicesPrivileges['field_security'];
  query: string | undefined;
  allowsRestricted: boolean;
}

/**
 * ES: `RoleDescriptor.parseIndices`.
 *
 * @param checkFields looks at field security right where it stands
 */
export function parseIndicesPrivileges(
  role: string,
  reader: JsonReader,
  field: string,
  checkFields: (role: string, read: FieldSecurity) => void = refuseFieldSecurity,
): IndicesPrivileges[] {
  if (reader.token !== 'START_ARRAY') {
    const found = `found [${reader.token ?? 'null'}] instead`;
    throw indicesProblem(role, `expected field [${field}] value to be an array, but ${found}`);
  }
  const entries: IndicesPrivileges[] = [];
  while (reader.nextToken() !== 'END_ARRAY') entries.push(parseEntry(role, reader, checkFields));
  return entries;
}

function parseEntry(
  role: string,
  reader: JsonReader,
  checkFields: (role: string, read: FieldSecurity) => void,
): IndicesPrivileges {
  if (reader.token !== 'START_OBJECT') {
    const found = `found an array element of type [${reader.token ?? 'null'}]`;
    throw indicesProblem(role, `expected field [null] value to be an array of objects, but ${found}`);
  }
  const draft: Draft = {
    names: undefined,
    privileges: undefined,
    fieldSecurity: undefined,
    query: undefined,
    allowsRestricted: false,
  };
  while (reader.nextToken() === 'FIELD_NAME') {
    const field = reader.fieldName;
    reader.nextToken();
    readField(role, reader, field, draft);
    if (field === 'field_security' && draft.fieldSecurity) checkFields(role, draft.fieldSecurity);
  }
  return built(role, draft);
}

function built(role: string, draft: Draft): IndicesPrivileges {
  const { names, privileges, fieldSecurity, query } = draft;
  if (names === undefined) throw indicesProblem(role, 'missing required [names] field');
  if (privileges === undefined) throw indicesProblem(role, 'missing required [privileges] field');
  if (privileges.length === 0) throw noIndexPrivilege();
  return {
    names,
    privileges,
    ...(fieldSecurity && { field_security: fieldSecurity }),
    ...(query !== undefined && { query }),
    allow_restricted_indices: draft.allowsRestricted,
  };
}

function readField(role: string, reader: JsonReader, field: string, draft: Draft): void {
  switch (field) {
    case 'names':
      draft.names = readNames(role, reader);
      break;
    case 'allow_restricted_indices':
      if (reader.token !== 'VALUE_BOOLEAN') throw wrongValue(role, reader, field, 'a boolean');
      draft.allowsRestricted = reader.booleanValue();
      break;
    case 'query':
      draft.query = readQuery(role, reader);
      break;
    case 'field_security':
      draft.fieldSecurity = parseFieldSecurity(role, reader);
      break;
    case 'privileges':
      draft.privileges = readStringArray(role, reader, field);
      break;
    case 'fields':
      throw fieldsFormatChanged(role);
    case 'transient_metadata':
      if (reader.token !== 'START_OBJECT') throw transientMetadataNotAnObject(role, reader.token ?? 'null');
      reader.skipChildren();
      break;
    default:
      throw indicesProblem(role, unexpectedField(field));
  }
}

function wrongValue(role: string, reader: JsonReader, field: string, wanted: string): Error {
  const found = `found [${reader.token ?? 'null'}] instead`;
  return indicesProblem(role, `expected field [${field}] value to be ${wanted}, but ${found}`);
}

function readNames(role: string, reader: JsonReader): string[] {
  if (reader.token === 'VALUE_STRING') return [reader.text];
  if (reader.token !== 'START_ARRAY') {
    throw wrongValue(role, reader, 'names', 'a string or an array of strings');
  }
  const names = readStringArray(role, reader, 'names') ?? [];
  if (names.length === 0) throw indicesProblem(role, '[names] cannot be an empty array');
  return names;
}

/** A query is kept as text; nothing looks into it yet. */
function readQuery(role: string, reader: JsonReader): string | undefined {
  switch (reader.token) {
    case 'START_OBJECT':
      return writeJson(reader.readValue());
    case 'VALUE_STRING':
      return reader.text === '' ? undefined : reader.text;
    case 'VALUE_NULL':
      return undefined;
    default:
      throw wrongValue(role, reader, 'query', 'null, a string, an array, or an object');
  }
}
