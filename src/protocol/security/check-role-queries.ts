import { isElasticsearchError, type ElasticsearchError } from '../../errors/elasticsearch-error.js';
import { badRoleQuery } from '../../errors/role-query-errors.js';
import type { RoleDescriptor } from './role-descriptor.js';
import { parseRoleQuery, type TemplateUser } from './role-query.js';

/**
 * Refuses queries that are not emulated, before anybody trusts in them. Those that are none pass: the queries of a
 * key fail when somebody reads. ES: `ApiKeyUserRoleDescriptorResolver`, which checks the owner's queries only.
 *
 * @throws ElasticsearchError with a gap
 */
export function checkRoleQueries({ indices }: RoleDescriptor, user: TemplateUser): void {
  indices.forEach(({ names, query }, at) => {
    const problem = query === undefined ? undefined : problemOf(query, user);
    if (problem?.gap !== undefined) throw badRoleQuery(names, at, problem);
  });
}

function problemOf(query: string, user: TemplateUser): ElasticsearchError | undefined {
  try {
    parseRoleQuery(query, user);
    return undefined;
  } catch (error) {
    if (isElasticsearchError(error)) return error;
    throw error;
  }
}
