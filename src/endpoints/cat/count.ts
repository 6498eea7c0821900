import { formatInstant } from '../../clock/format-instant.js';
import { endpoint } from '../../rest/endpoint.js';
import { countDocuments } from '../../search/execute.js';
import { parseQueryBody } from '../../search/query/parse-query.js';
import { queryFromUrl } from '../../search/query/query-string.js';
import { readableTargets, searchContext } from '../search/search-context.js';
import { queryParameters } from '../search/search-parameters.js';
import { authorizeSearch, searchScope } from '../search/search-scope.js';
import { searchBody } from '../search/search.js';
import { catHelp, catParameters, catReply, type Column } from './table.js';
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

/** Like a search, it needs the privilege to read. Source: elasticsearch-specification, for POST; ES: `RestCountAction` of `_cat`. */
export const catCount = endpoint({
  api: 'cat.count',
  routes: ['GET /_cat/count', 'POST /_cat/count', 'GET /_cat/count/{index}', 'POST /_cat/count/{index}'],
  params: { ...catParameters, ...queryParameters },
  body: searchBody,
  handle: ({ path, params, body, ...call }) => {
    if (params.help) return catHelp(columns());
    const { q, df, default_operator: defaultOperator, lenient: isLenient } = params;
    const asked = body === '' ? queryFromUrl({ q, df, defaultOperator, isLenient }) : parseQueryBody(body);
    authorizeSearch(call, path.index);
    const readable = readableTargets(call.store, path.index, NO_OPTIONS);
    const { targets, query } = searchScope(call, { targets: readable, query: asked, expression: path.index });
    const { count } = countDocuments(targets, query, searchContext(call), undefined);
    return catReply(columns(), [{ now: call.now, count }], params, call.request);
  },
});

const NO_OPTIONS = {
  expand_wildcards: undefined,
  ignore_unavailable: undefined,
  allow_no_indices: undefined,
  ignore_throttled: undefined,
};
