import { unknownIndexMode } from '../../errors/index-errors.js';
import { isIndexMode } from '../../protocol/indices/setting-catalogue.js';
import { indicesOptions, OPEN_INDICES } from '../../protocol/indices/resolve-targets.js';
import { resolveIndex } from '../../protocol/indices/resolve-index.js';
import { endpoint, ok } from '../../rest/endpoint.js';
import { parameter, since, text } from '../../rest/parameters.js';
import { isAtLeast } from '../../rest/version.js';
import { targetParameters } from './common-parameters.js';

/** Source: rest-layer B.13. */
export const indicesResolveIndex = endpoint({
  api: 'indices.resolve_index',
  routes: ['GET /_resolve/index/{name}', 'POST /_resolve/index/{name}'],
  params: {
    ...targetParameters,
    mode: since('9.1', parameter(parseModes)),
    project_routing: since('9.1', text()),
  },
  handle: ({ path, params, store, cluster }) => {
    const names = path.name.split(',').filter((name) => name !== '');
    const options = indicesOptions(params, { ...OPEN_INDICES, forbidsClosed: false });
    const mode = { isShown: isAtLeast(cluster.version, '9.1'), accepted: params.mode };
    return ok(resolveIndex(store, names, options, mode));
  },
});

function parseModes(value: string | undefined): ReadonlySet<string> | undefined {
  const modes = (value ?? '').split(',').filter((name) => name !== '');
  for (const mode of modes) if (!isIndexMode(mode)) throw unknownIndexMode(mode);
  return modes.length > 0 ? new Set(modes) : undefined;
}
