import { privilegesCheckErrors as errors } from '../../errors/role-descriptor-errors.js';
import { JsonReader } from '../../xcontent/json-reader.js';
import { parseApplicationPrivileges } from './parse-application-privileges.js';
import { limitsFields } from './parse-field-security.js';
import { parseIndicesPrivileges } from './parse-indices-privileges.js';
import { readStringArray } from './read-string-array.js';
import type { ApplicationResourcePrivileges, IndicesPrivileges } from './role-descriptor.js';

/** What somebody asks about. */
export interface PrivilegesCheck {
  readonly cluster: readonly string[];
  readonly indices: readonly IndicesPrivileges[];
  readonly applications: readonly ApplicationResourcePrivileges[];
}

type Draft = { -readonly [K in keyof PrivilegesCheck]: PrivilegesCheck[K] | undefined };

/** @param user whose privileges they are, as messages say. ES: `RoleDescriptor.parsePrivilegesToCheck`. */
export function parsePrivilegesCheck(user: string, text: string): PrivilegesCheck {
  const reader = new JsonReader(text);
  const token = reader.nextToken() ?? 'null';
  if (token !== 'START_OBJECT') throw errors.notAnObject(user, token);
  const draft: Draft = { cluster: undefined, indices: undefined, applications: undefined };
  while (reader.nextToken() === 'FIELD_NAME') {
    const field = reader.fieldName;
    reader.nextToken();
    readField(user, reader, field, draft);
  }
  const { cluster, indices, applications } = draft;
  if (cluster === undefined && indices === undefined && applications === undefined)
    throw errors.missing(user);
  for (const { field_security: fields, query } of indices ?? []) {
    if (fields && limitsFields(fields)) throw errors.unsupported('field_security');
    if (query !== undefined) throw errors.unsupported('query');
  }
  return { cluster: cluster ?? [], indices: indices ?? [], applications: applications ?? [] };
}

function readField(user: string, reader: JsonReader, field: string, draft: Draft): void {
  switch (field) {
    case 'cluster':
      draft.cluster = readStringArray(user, reader, field);
      break;
    case 'index':
      draft.indices = parseIndicesPrivileges(user, reader, field, () => undefined);
      break;
    case 'application':
    case 'applications':
      draft.applications = parseApplicationPrivileges(user, reader, field);
      break;
    default:
      throw errors.unexpected(user, field);
  }
}
