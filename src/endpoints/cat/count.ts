import { formatInstant } from '../../clock/format-instant.js';
import { searchableCount } from '../../protocol/indices/index-stats.js';
import { OPEN_INDICES, resolveTargets } from '../../protocol/indices/resolve-targets.js';
import { endpoint } from '../../rest/endpoint.js';
import { catParameters, catReply, type Column } from './table.js';
import { lazily } from '../../lazily.js';

interface Row {
  readonly now: number;
  readonly count: number;
}

const columns = lazily((): readonly Column<Row>[] => [
  {
    name: 'epoch',
    aliases: ['t', 'time'],
    description: 'seconds since 1970-01-01 00:00:00',
    value: ({ now }) => Math.floor(now / 1000),
  },
  {
    name: 'timestamp',
    aliases: ['ts', 'hms', 'hhmmss'],
    description: 'time in HH:MM:SS',
    value: ({ now }) => formatInstant(now).slice(11, 19),
  },
  {
    name: 'count',
    aliases: ['dc', 'docs.count', 'docsCount'],
    description: 'the document count',
    value: ({ count }) => count,
  },
]);

/** ES: `RestCountAction` of `_cat`. Without a query. */
export const catCount = endpoint({
  api: 'cat.count',
  routes: ['GET /_cat/count', 'GET /_cat/count/{index}'],
  params: catParameters,
  handle: ({ path, params, now, store, cluster, request }) => {
    const context = { now, refreshMode: cluster.refreshMode, node: cluster.nodeId };
    const targets = resolveTargets(store, path.index, OPEN_INDICES);
    const count = targets.reduce((total, index) => total + searchableCount(index, context), 0);
    return catReply(columns(), [{ now, count }], params, request);
  },
});
