import { findAliases } from '../../protocol/indices/find-aliases.js';
import { indicesOptions, resolveTargets } from '../../protocol/indices/resolve-targets.js';
import { ALL_INDICES } from '../../protocol/indices/wildcards.js';
import { endpoint } from '../../rest/endpoint.js';
import { flag } from '../../rest/parameters.js';
import type { JsonObject } from '../../xcontent/json.js';
import { targetParameters, time } from '../indices/common-parameters.js';
import { catHelp, catParameters, catReply, type Cell, type Column } from './table.js';
import { lazily } from '../../lazily.js';

interface Row {
  readonly alias: string;
  readonly index: string;
  readonly definition: JsonObject;
}

function textOf({ definition }: Row, key: string): Cell {
  const value = definition[key];
  return typeof value === 'string' || typeof value === 'boolean' ? String(value) : '-';
}

const columns = lazily((): readonly Column<Row>[] => [
  { name: 'alias', aliases: ['a'], description: 'alias name', value: ({ alias }) => alias },
  { name: 'index', aliases: ['i', 'idx'], description: 'index alias points to', value: ({ index }) => index },
  {
    name: 'filter',
    aliases: ['f', 'fi'],
    description: 'filter',
    value: ({ definition }) => (definition['filter'] === undefined ? '-' : '*'),
  },
  {
    name: 'routing.index',
    aliases: ['ri', 'routingIndex'],
    description: 'index routing',
    value: (row) => textOf(row, 'index_routing'),
  },
  {
    name: 'routing.search',
    aliases: ['rs', 'routingSearch'],
    description: 'search routing',
    value: (row) => textOf(row, 'search_routing'),
  },
  {
    name: 'is_write_index',
    aliases: ['w', 'isWriteIndex'],
    description: 'write index',
    value: (row) => textOf(row, 'is_write_index'),
  },
]);

/** ES: `RestAliasAction`. */
export const catAliases = endpoint({
  api: 'cat.aliases',
  routes: ['GET /_cat/aliases', 'GET /_cat/aliases/{alias}'],
  params: { ...catParameters, ...targetParameters, local: flag(false), master_timeout: time() },
  handle: ({ path, params, store, request }) => {
    if (params.help) return catHelp(columns());
    const targets = resolveTargets(store, undefined, indicesOptions(params, ALL_INDICES));
    const { found } = findAliases(store, targets, path.alias?.split(','));
    const rows = found.flatMap(([index, aliases]) =>
      Object.entries(aliases).map(([alias, definition]): Row => ({
        alias,
        index: index.name,
        definition: definition as JsonObject,
      })),
    );
    return catReply(columns(), rows, params, request);
  },
});
