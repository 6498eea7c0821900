import {
  metadataNotAnObject,
  refusedField,
  roleProblem,
  unexpectedField,
} from '../../errors/role-descriptor-errors.js';
import type { JsonObject } from '../../xcontent/json.js';
import type { JsonReader } from '../../xcontent/json-reader.js';
import { parseApplicationPrivileges } from './parse-application-privileges.js';
import { parseIndicesPrivileges } from './parse-indices-privileges.js';
import { readStringArray } from './read-string-array.js';
import type { RoleDescriptor } from './role-descriptor.js';

type Draft = { -readonly [K in keyof RoleDescriptor]: RoleDescriptor[K] };

/** Fields that would change what a role allows, beyond what is emulated. */
const REFUSED = new Set(['global', 'remote_cluster', 'remote_indices', 'restriction']);

/** Reads a role descriptor at the reader's token. ES: `RoleDescriptor.Parser.parse`. */
export function parseRoleDescriptor(role: string, reader: JsonReader): RoleDescriptor {
  if (reader.token !== 'START_OBJECT') {
    throw roleProblem(role, `expected an object but found [${reader.token ?? 'null'}] instead`);
  }
  const draft: Draft = { cluster: [], indices: [], applications: [], run_as: [], metadata: {} };
  while (reader.nextToken() === 'FIELD_NAME') {
    const field = reader.fieldName;
    reader.nextToken();
    readField(role, reader, field, draft);
  }
  return draft;
}

function readField(role: string, reader: JsonReader, field: string, draft: Draft): void {
  switch (field) {
    case 'index':
    case 'indices':
      draft.indices = parseIndicesPrivileges(role, reader, field);
      break;
    case 'run_as':
      draft.run_as = readStringArray(role, reader, field) ?? [];
      break;
    case 'cluster':
      draft.cluster = readStringArray(role, reader, field) ?? [];
      break;
    case 'applications':
    case 'application':
      draft.applications = parseApplicationPrivileges(role, reader, field);
      break;
    case 'metadata':
      if (reader.token !== 'START_OBJECT') throw metadataNotAnObject(reader.token ?? 'null');
      draft.metadata = reader.readValue() as JsonObject;
      break;
    case 'transient_metadata':
      if (reader.token !== 'START_OBJECT') throw roleProblem(role, unexpectedField(field));
      reader.skipChildren();
      break;
    case 'type':
      reader.skipChildren();
      break;
    default: {
      const error = roleProblem(role, unexpectedField(field));
      throw REFUSED.has(field) ? refusedField(error, field) : error;
    }
  }
}
