import type { JobType } from '../../protocol/connector/sync-job.js';
import { deepFreeze } from '../../store/document.js';
import type { JsonObject, JsonValue } from '../../xcontent/json.js';

/** In front of the content index's name: where an access-control sync writes. Source: sync-jobs §4. */
const ACCESS_CONTROL_PREFIX = '.search-acl-filter-';

/**
 * The part of a connector that a sync job keeps from its creation, frozen, so that many jobs can share it. Unlike the
 * API it takes a connector without index or service type: a fixture may show a job that outlived them.
 * Source: sync-jobs §5.
 */
export function snapshotOf(id: string, connector: JsonObject, jobType: JobType): JsonObject {
  const filtering = firstOf(connector['filtering']);
  const { language, pipeline, service_type, configuration } = connector;
  return deepFreeze({
    id,
    ...(filtering && { filtering }),
    ...indexName(connector['index_name'], jobType),
    ...(language != null && { language }),
    ...(pipeline != null && { pipeline }),
    ...(service_type != null && { service_type }),
    configuration: configuration ?? {},
  });
}

function firstOf(filtering: JsonValue | undefined): JsonValue | undefined {
  const [first] = (Array.isArray(filtering) ? filtering : []) as readonly JsonObject[];
  return first?.['active'];
}

function indexName(index_name: JsonValue | undefined, jobType: JobType): JsonObject {
  if (jobType === 'access_control') {
    return {
      index_name: `${ACCESS_CONTROL_PREFIX}${typeof index_name === 'string' ? index_name : 'null'}`,
    };
  }
  return index_name == null ? {} : { index_name };
}
