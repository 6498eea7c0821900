import { applicationsProblem, incompleteApplication } from '../../errors/role-descriptor-errors.js';
import type { JsonReader } from '../../xcontent/json-reader.js';
import { objectParser, optional, string, stringArray } from '../../xcontent/object-parser.js';
import type { ApplicationResourcePrivileges } from './role-descriptor.js';

const parser = objectParser('application', {
  application: optional(string()),
  privileges: optional(stringArray()),
  resources: optional(stringArray()),
});

/** ES: `RoleDescriptor.parseApplicationPrivileges`. */
export function parseApplicationPrivileges(
  role: string,
  reader: JsonReader,
  field: string,
): ApplicationResourcePrivileges[] {
  if (reader.token !== 'START_ARRAY') {
    const found = `found [${reader.token ?? 'null'}] instead`;
    throw applicationsProblem(role, `expected field [${field}] value to be an array, but ${found}`);
  }
  const entries: ApplicationResourcePrivileges[] = [];
  while (reader.nextToken() !== 'END_ARRAY') entries.push(parseEntry(role, reader));
  return entries;
}

function parseEntry(role: string, reader: JsonReader): ApplicationResourcePrivileges {
  if (reader.token !== 'START_OBJECT') {
    const found = `found an array element of type [${reader.token ?? 'null'}]`;
    throw applicationsProblem(role, `expected field [null] value to be an array of objects, but ${found}`);
  }
  const { application = '', privileges, resources } = parser.parse(reader);
  if (resources === undefined) throw applicationsProblem(role, 'missing required [resources] field');
  if (privileges === undefined) throw applicationsProblem(role, 'missing required [privileges] field');
  if (application === '') throw incompleteApplication('have an application name');
  if (privileges.length === 0) throw incompleteApplication('define at least one privilege');
  if (resources.length === 0) throw incompleteApplication('refer to at least one resource');
  return { application, privileges, resources };
}
