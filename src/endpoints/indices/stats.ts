import { unknownHealthLevel } from '../../errors/cluster-errors.js';
import { unknownMetrics } from '../../errors/index-errors.js';
import { indexStats } from '../../protocol/indices/index-stats.js';
import { indicesOptions, OPEN_INDICES, resolveTargets } from '../../protocol/indices/resolve-targets.js';
import { metricNames } from '../../protocol/indices/stats-metrics.js';
import { endpoint, ok } from '../../rest/endpoint.js';
import { flag, parameter, text } from '../../rest/parameters.js';
import { isAtLeast } from '../../rest/version.js';
import { suggestionsFor } from '../../xcontent/suggestions.js';
import { targetParameters } from './common-parameters.js';

/** Source: rest-layer B.13; ES: `RestIndicesStatsAction`. */
export const indicesStats = endpoint({
  api: 'indices.stats',
  routes: ['GET /_stats', 'GET /_stats/{metric}', 'GET /{index}/_stats', 'GET /{index}/_stats/{metric}'],
  params: {
    ...targetParameters,
    level: parameter(parseLevel),
    groups: text(),
    fields: text(),
    completion_fields: text(),
    fielddata_fields: text(),
    include_segment_file_sizes: flag(false),
    include_unloaded_segments: flag(false),
    forbid_closed_indices: flag(true),
  },
  handle: ({ path, params, now, store, cluster, request }) => {
    const metrics = parseMetrics(path.metric, request.rawPath);
    const defaults = { ...OPEN_INDICES, forbidsClosed: params.forbid_closed_indices };
    const targets = resolveTargets(store, path.index, indicesOptions(params, defaults));
    const context = { now, refreshMode: cluster.refreshMode, node: cluster.nodeId };
    const saysWhence = isAtLeast(cluster.version, '8.17');
    return ok(indexStats(targets, { metrics, level: params.level, saysWhence }, context));
  },
});

function parseLevel(value: string | undefined): 'cluster' | 'indices' | 'shards' {
  if (value === undefined) return 'indices';
  if (value === 'cluster' || value === 'indices' || value === 'shards') return value;
  throw unknownHealthLevel(value);
}

function parseMetrics(value: string | undefined, path: string): readonly string[] | undefined {
  const metrics = (value ?? '_all').split(',').filter((name) => name !== '');
  if (metrics.length === 0 || (metrics.length === 1 && metrics[0] === '_all')) return undefined;
  const known = metricNames();
  const unknown = metrics.filter((name) => !known.includes(name)).sort();
  if (unknown.length > 0) {
    throw unknownMetrics(
      path,
      unknown.map((name) => ({ name, suggestions: suggestionsFor(name, known) })),
    );
  }
  return metrics;
}
