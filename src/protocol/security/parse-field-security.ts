import { indicesProblem, refusedField, unexpectedField } from '../../errors/role-descriptor-errors.js';
import type { JsonReader } from '../../xcontent/json-reader.js';
import { readStringArray } from './read-string-array.js';
import type { IndicesPrivileges } from './role-descriptor.js';

export type FieldSecurity = NonNullable<IndicesPrivileges['field_security']>;

const FIELD = 'field_security';

/** ES: `RoleDescriptor.parseIndexWithOptionalRemoteClusters`. */
export function parseFieldSecurity(role: string, reader: JsonReader): FieldSecurity {
  if (reader.token !== 'START_OBJECT') {
    throw indicesProblem(role, `expected START_OBJECT but got ${reader.token ?? 'null'} in "${FIELD}".`);
  }
  const read: { grant?: string[]; except?: string[] } = {};
  while (reader.nextToken() === 'FIELD_NAME') {
    const { fieldName } = reader;
    if (fieldName !== 'grant' && fieldName !== 'except') {
      const problem = `"${FIELD}" only accepts options grant and except, but got: ${fieldName}`;
      throw indicesProblem(role, problem);
    }
    reader.nextToken();
    const fields = readStringArray(role, reader, fieldName);
    if (fields === undefined) throw indicesProblem(role, `${fieldName} must not be null.`);
    read[fieldName] = fields;
  }
  const { grant } = read;
  if (Object.keys(read).length === 0) throw indicesProblem(role, `"${FIELD}" must not be empty.`);
  if (grant === undefined) throw indicesProblem(role, `${FIELD} requires grant if except is given`);
  return read;
}

/** Refuses field security that limits something, since fields are not hidden. */
export function refuseFieldSecurity(role: string, read: FieldSecurity): void {
  if (limitsFields(read)) throw refusedField(indicesProblem(role, unexpectedField(FIELD)), FIELD);
}

/** ES: `IndicesPrivileges.isUsingFieldLevelSecurity`, `FieldPermissionsDefinition`. */
export function limitsFields({ grant = [], except = [] }: FieldSecurity): boolean {
  return except.length > 0 || grant.length !== 1 || grant[0] !== '*';
}
