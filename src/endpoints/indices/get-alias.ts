import { findAliases } from '../../protocol/indices/find-aliases.js';
import { indicesOptions, resolveTargets } from '../../protocol/indices/resolve-targets.js';
import { ALL_INDICES } from '../../protocol/indices/wildcards.js';
import { endpoint, type Reply } from '../../rest/endpoint.js';
import { setOwn } from '../../store/deep-merge.js';
import type { Store } from '../../store/store.js';
import type { JsonValue } from '../../xcontent/json.js';
import { localRead, targetParameters } from './common-parameters.js';

const parameters = { ...targetParameters, ...localRead };

/** Source: rest-layer B.13. */
export const indicesGetAlias = endpoint({
  api: 'indices.get_alias',
  routes: [
    'GET /_alias',
    'GET /_aliases',
    'GET /_alias/{name}',
    'GET /{index}/_alias',
    'GET /{index}/_alias/{name}',
  ],
  params: parameters,
  handle: ({ path, params, store }) => listAliases(store, path, params),
});

/** Source: rest-layer B.13. */
export const indicesExistsAlias = endpoint({
  api: 'indices.exists_alias',
  routes: ['HEAD /_alias/{name}', 'HEAD /{index}/_alias', 'HEAD /{index}/_alias/{name}'],
  params: parameters,
  handle: ({ path, params, store }) => listAliases(store, path, params),
});

interface Asked {
  readonly index: string | undefined;
  readonly name: string | undefined;
}

function listAliases(
  store: Store,
  { index, name }: Asked,
  params: Parameters<typeof indicesOptions>[0],
): Reply {
  const targets = resolveTargets(store, index, indicesOptions(params, ALL_INDICES));
  const names = name?.split(',').filter((part) => part !== '');
  const { found, missing } = findAliases(store, targets, names);
  const body: Record<string, JsonValue> = {};
  if (missing.length > 0) {
    body['error'] = `alias${missing.length > 1 ? 'es' : ''} [${missing.join(',')}] missing`;
    body['status'] = 404;
  }
  for (const [member, aliases] of found) setOwn(body, member.name, { aliases });
  return { status: missing.length > 0 ? 404 : 200, body };
}
