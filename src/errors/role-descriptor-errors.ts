import { asRefusal, type ElasticsearchError } from './elasticsearch-error.js';
import { illegalArgument, parseException } from './request-errors.js';

/** What is wrong with a role descriptor as a whole. ES: `RoleDescriptor.Parser.parse`. */
export function roleProblem(role: string, problem: string): ElasticsearchError {
  return parseException(`failed to parse role [${role}]. ${problem}`);
}

/** What is wrong with one of its entries for indices. ES: `RoleDescriptor.parseIndexWithOptionalRemoteClusters`. */
export function indicesProblem(role: string, problem: string): ElasticsearchError {
  return parseException(`failed to parse indices privileges for role [${role}]. ${problem}`);
}

/** What is wrong with one for applications. ES: `RoleDescriptor.parseApplicationPrivilege`. */
export function applicationsProblem(role: string, problem: string): ElasticsearchError {
  return parseException(`failed to parse application privileges for role [${role}]. ${problem}`);
}

export function unexpectedField(field: string): string {
  return `unexpected field [${field}]`;
}

/** A field that Elasticsearch knows and the fake does not, refused as one that neither knows. */
export function refusedField(error: ElasticsearchError, field: string): ElasticsearchError {
  return asRefusal(error, `role descriptor field [${field}]`);
}

/** ES: `RoleDescriptor.readStringArray` around `XContentUtils.readStringArray`. */
export function notAStringArray(role: string, field: string, found: string): ElasticsearchError {
  const cause = parseException(`could not parse [${field}] field. expected a string array but ${found}`);
  return parseException(`failed to parse role [${role}]`, undefined, cause);
}

/** The form of field security before 5.0. ES: `RoleDescriptor.Parser`. */
export function fieldsFormatChanged(role: string): ElasticsearchError {
  return parseException(
    `["fields": [...]] format has changed for field permissions in role [${role}], ` +
      'use ["field_security": {"grant":[...],"except":[...]}] instead',
  );
}

/** ES: `RoleDescriptor.parseIndexWithOptionalRemoteClusters`. */
export function transientMetadataNotAnObject(role: string, token: string): ElasticsearchError {
  return parseException(
    `failed to parse transient metadata for role [${role}]. expected START_OBJECT but got ${token} ` +
      'in "transient_metadata".',
  );
}

/** 400 of privileges to check. ES: `RoleDescriptor.parsePrivilegesToCheck`. */
export const privilegesCheckErrors = {
  notAnObject: (user: string, token: string) =>
    parseException(
      `failed to parse privileges check [${user}]. expected an object but found [${token}] instead`,
    ),
  unexpected: (user: string, field: string) =>
    parseException(`failed to parse privileges check [${user}]. ${unexpectedField(field)}`),
  missing: (user: string) =>
    parseException(
      `failed to parse privileges check [${user}]. All privilege fields [cluster,index,applications] are missing`,
    ),
  unsupported: (field: string) =>
    parseException(`Field [${field}] is not supported in a has_privileges request`),
  /** ES: `TransportHasPrivilegesAction`. */
  ofSomebodyElse: () => illegalArgument('users may only check the privileges of their own account'),
} as const;

export function metadataNotAnObject(token: string): ElasticsearchError {
  return parseException(`expected field [metadata] to be of type object, but found [${token}] instead`);
}

/** ES: `RoleDescriptor.IndicesPrivileges.Builder.build`. */
export function noIndexPrivilege(): ElasticsearchError {
  return illegalArgument('indices privileges must define at least one privilege');
}

/** ES: `RoleDescriptor.ApplicationResourcePrivileges.Builder.build`. */
export function incompleteApplication(problem: string): ElasticsearchError {
  return illegalArgument(`application privileges must ${problem}`);
}

/** Messages of a validation. ES: `ClusterPrivilegeResolver.resolve`. */
export function unknownClusterPrivilege(name: string, known: readonly string[]): string {
  return (
    `unknown cluster privilege [${name}]. a privilege must be either one of the predefined cluster privilege ` +
    `names [${known.join(',')}] or a pattern over one of the available cluster actions`
  );
}

/** ES: `IndexPrivilege.resolve`. */
export function unknownIndexPrivilege(name: string, known: readonly string[]): string {
  return (
    `unknown index privilege [${name}]. a privilege must be either one of the predefined fixed indices ` +
    `privileges [${known.join(',')}] or a pattern over one of the available index actions`
  );
}

/** Java's `Set.of`, which takes nothing twice. ES: `RoleDescriptorRequestValidator.validate`. */
export function duplicatePrivilege(name: string): string {
  return `duplicate element: ${name}`;
}

export const RESERVED_ROLE_METADATA = 'role descriptor metadata keys may not start with [_]';
