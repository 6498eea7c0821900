import { indexAlreadyExists, invalidIndexName } from '../../errors/index-errors.js';
import { aliasNameRequired, invalidAliasName } from '../../errors/alias-errors.js';
import type { Store } from '../../store/store.js';
import { indexNameProblem } from '../connector/index-name.js';

/**
 * Whether an index of that name can be made. Source: rest-layer B.1; ES: `MetadataCreateIndexService.validateIndexName`.
 *
 * @throws ElasticsearchError `invalid_index_name_exception` or `resource_already_exists_exception` (400)
 */
export function checkNewIndexName(store: Store, name: string): void {
  const problem = indexNameProblem(name) ?? (name === name.toLowerCase() ? undefined : 'must be lowercase');
  if (problem !== undefined) throw invalidIndexName(name, problem);
  const existing = store.concrete(name);
  if (existing !== undefined) throw indexAlreadyExists(name, existing.metadata.uuid);
  if (store.aliased(name).length > 0) throw invalidIndexName(name, 'already exists as alias');
}

/** ES: `AliasValidator.validateAlias`. @throws ElasticsearchError `invalid_alias_name_exception` (400) */
export function checkAliasName(store: Store, name: string): void {
  if (name.trim() === '') throw aliasNameRequired();
  const problem = indexNameProblem(name);
  if (problem !== undefined) throw invalidAliasName(name, problem);
  const index = store.concrete(name);
  if (index !== undefined) {
    const why = 'an index or data stream exists with the same name as the alias';
    throw invalidAliasName(name, why, { name: index.name, uuid: index.metadata.uuid });
  }
}
