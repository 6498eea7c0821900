import { ElasticsearchError } from './elasticsearch-error.js';
import { parseException } from './request-errors.js';

/** 400: the query of an entry cannot be used. ES: `DLSRoleQueryValidator.validateQueryField`. */
export function badRoleQuery(
  names: readonly string[],
  at: number,
  cause: ElasticsearchError,
): ElasticsearchError {
  const where = `for indices [${names.join(',')}] at index privilege [${at}] of role descriptor`;
  return parseException(`failed to parse field 'query' ${where}`, undefined, cause);
}

/** A template with more of mustache than variables. ES: `ScriptCache.compile`. */
export function unsupportedTemplate(source: string, tag: string): ElasticsearchError {
  return new ElasticsearchError({
    status: 400,
    type: 'general_script_exception',
    reason: `Failed to compile inline script [${source}] using lang [mustache]`,
    family: 'elasticsearch',
    gap: `mustache tag [${tag}]`,
  });
}

/** 404: templates are not stored. ES: `ScriptService.getScriptFromClusterState`. */
export function storedTemplateMissing(id: string): ElasticsearchError {
  return new ElasticsearchError({
    status: 404,
    type: 'resource_not_found_exception',
    reason: `unable to find script [${id}] in cluster state`,
    family: 'elasticsearch',
    gap: 'stored script',
  });
}

/** ES: `UpdateRequestInterceptor`, and `BulkShardRequestInterceptor` for the item of a bulk. */
export function updateRefused(isBulk: boolean): ElasticsearchError {
  const what = isBulk ? 'a bulk item request with update requests embedded' : 'an update request';
  return new ElasticsearchError({
    status: 400,
    type: 'security_exception',
    reason: `Can't execute ${what} if field or document level security is enabled`,
    family: 'elasticsearch',
  });
}
