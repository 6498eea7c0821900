import { ElasticsearchError, type ErrorMetadata } from './elasticsearch-error.js';
import { illegalArgument, nullPointer } from './request-errors.js';
import { illegalState } from './xcontent-errors.js';

/** 404 of taking away aliases that are not there. Source: rest-layer B.13. */
export function aliasesNotFound(names: readonly string[]): ElasticsearchError {
  return new ElasticsearchError({
    status: 404,
    type: 'aliases_not_found_exception',
    reason: `aliases [${names.join(',')}] missing`,
    family: 'elasticsearch',
    metadata: { 'resource.type': 'aliases', 'resource.id': names.length === 1 ? (names[0] ?? '') : names },
  });
}

/** 400. ES: `InvalidAliasNameException`. */
export function invalidAliasName(
  name: string,
  why: string,
  index?: { readonly name: string; readonly uuid: string },
): ElasticsearchError {
  const metadata: ErrorMetadata = index === undefined ? {} : { index_uuid: index.uuid, index: index.name };
  return new ElasticsearchError({
    status: 400,
    type: 'invalid_alias_name_exception',
    reason: `Invalid alias name [${name}]: ${why}`,
    family: 'elasticsearch',
    metadata,
  });
}

/** 400. ES: `AliasValidator.validateAliasStandalone`. */
export function aliasNameRequired(): ElasticsearchError {
  return illegalArgument('alias name is required');
}

/** 400. ES: `AliasValidator.validateAliasStandalone`. */
export function severalIndexRoutings(name: string): ElasticsearchError {
  return illegalArgument(`alias [${name}] has several index routing values associated with it`);
}

/** 400. ES: `AliasValidator.validateAliasFilter`. */
export function unreadableAliasFilter(name: string, cause: ElasticsearchError): ElasticsearchError {
  return illegalArgument(`failed to parse filter for alias [${name}]`, cause);
}

/** 500. ES: `IndexAbstraction.Alias`, which finds it out while the cluster state is built. */
export function severalWriteIndices(name: string, indices: readonly string[]): ElasticsearchError {
  return illegalState(`alias [${name}] has more than one write index [${indices.join(',')}]`);
}

/** 500. ES: `Metadata.Builder.validateAlias`. */
export function hiddenOnOneSideOnly(
  name: string,
  hidden: readonly string[],
  visible: readonly string[],
): ElasticsearchError {
  return illegalState(
    `alias [${name}] has is_hidden set to true on indices [${hidden.join(',')}] but does not have is_hidden set to ` +
      `true on indices [${visible.join(',')}]; alias must have the same is_hidden setting on all indices`,
  );
}

/** 400. ES: `IndicesAliasesRequest.AliasActions`. */
export const aliasActionErrors = {
  noActions: () => illegalArgument('No action specified'),
  indexRequired: () => illegalArgument('One of [index] or [indices] is required'),
  aliasRequired: () => illegalArgument('One of [alias] or [aliases] is required'),
  oneIndexField: () => illegalArgument('Only one of [index] and [indices] is supported'),
  oneAliasField: () => illegalArgument('Only one of [alias] and [aliases] is supported'),
  noOperation: () =>
    nullPointer(
      'Cannot invoke "org.elasticsearch.action.admin.indices.alias.IndicesAliasesRequest$AliasActions.validate()" ' +
        'because "aliasAction" is null',
    ),
  tooManyOperations: () => illegalArgument('Too many operations declared on operation entry'),
  emptyText: (field: string) => illegalArgument(`[${field}] can't be empty string`),
  emptyList: (field: string) => illegalArgument(`[${field}] can't be empty`),
  emptyMember: (field: string) => illegalArgument(`[${field}] can't contain empty string`),
  unsupported: (field: string, type: string) => illegalArgument(`[${field}] is unsupported for [${type}]`),
} as const;
