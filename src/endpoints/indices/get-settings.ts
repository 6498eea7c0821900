import { indicesOptions, patternMatcher, resolveTargets } from '../../protocol/indices/resolve-targets.js';
import { showDefaults, showSettings } from '../../protocol/indices/show-settings.js';
import { OPEN_AND_CLOSED_INDICES } from '../../protocol/indices/wildcards.js';
import { endpoint, ok } from '../../rest/endpoint.js';
import { flag } from '../../rest/parameters.js';
import { byIndex } from './by-index.js';
import { localRead, targetParameters } from './common-parameters.js';

/** Source: rest-layer B.13; ES: `TransportGetSettingsAction`. */
export const indicesGetSettings = endpoint({
  api: 'indices.get_settings',
  routes: [
    'GET /_settings',
    'GET /_settings/{name}',
    'GET /{index}/_settings',
    'GET /{index}/_settings/{name}',
    'GET /{index}/_setting/{name}',
  ],
  params: {
    ...targetParameters,
    ...localRead,
    flat_settings: flag(false),
    include_defaults: flag(false),
    human: flag(false),
  },
  handle: ({ path, params, store, cluster }) => {
    const targets = resolveTargets(store, path.index, indicesOptions(params, OPEN_AND_CLOSED_INDICES));
    const accepts = acceptedNames(path.name);
    const view = {
      isFlat: params.flat_settings,
      isHuman: params.human,
      release: cluster.version.number,
      ...(accepts && { accepts }),
    };
    return ok(
      byIndex(targets, (index) => ({
        settings: showSettings(index, view),
        ...(params.include_defaults && { defaults: showDefaults(index, view) }),
      })),
    );
  },
});

function acceptedNames(names: string | undefined): ((key: string) => boolean) | undefined {
  if (names === undefined || names === '' || names === '_all' || names === '*') return undefined;
  const matchers = names.split(',').map(patternMatcher);
  return (key) => matchers.some((matches) => matches(key));
}
