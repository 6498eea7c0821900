import { unknownIndexFeature } from '../../errors/index-errors.js';
import {
  indicesOptions,
  OPEN_OR_NAMED_INDICES,
  resolveTargets,
} from '../../protocol/indices/resolve-targets.js';
import { showDefaults, showSettings, type SettingsView } from '../../protocol/indices/show-settings.js';
import { endpoint, ok } from '../../rest/endpoint.js';
import { flag, parameter } from '../../rest/parameters.js';
import type { Index } from '../../store/store-index.js';
import { byIndex } from './by-index.js';
import { localRead, targetParameters } from './common-parameters.js';

type Feature = 'aliases' | 'mappings' | 'settings';

const FEATURES: ReadonlyMap<string, Feature> = new Map([
  ['alias', 'aliases'],
  ['aliases', 'aliases'],
  ['mapping', 'mappings'],
  ['mappings', 'mappings'],
  ['setting', 'settings'],
  ['settings', 'settings'],
]);

const ALL_FEATURES: ReadonlySet<Feature> = new Set(FEATURES.values());

function parseFeatures(value: string | undefined): ReadonlySet<Feature> {
  if (value === undefined || value === '') return ALL_FEATURES;
  const features = value.split(',').map((name) => {
    const feature = FEATURES.get(name);
    if (feature === undefined) throw unknownIndexFeature(name);
    return feature;
  });
  return new Set(features);
}

const parameters = {
  ...targetParameters,
  ...localRead,
  flat_settings: flag(false),
  human: flag(false),
  include_defaults: flag(false),
  features: parameter(parseFeatures),
};

/** Source: rest-layer B.13. */
export const indicesGet = endpoint({
  api: 'indices.get',
  routes: ['GET /{index}'],
  params: parameters,
  handle: ({ path, params, store, cluster }) => {
    const targets = resolveTargets(store, path.index, indicesOptions(params, OPEN_OR_NAMED_INDICES));
    const view = {
      isFlat: params.flat_settings,
      isHuman: params.human,
      release: cluster.version.number,
    };
    const shown = (index: Index) => describe(index, view, params.features, params.include_defaults);
    return ok(byIndex(targets, shown));
  },
});

/** The same question, of which only the status matters. Source: rest-layer B.13. */
export const indicesExists = endpoint({
  api: 'indices.exists',
  routes: ['HEAD /{index}'],
  params: parameters,
  handle: ({ path, params, store }) => {
    resolveTargets(store, path.index, indicesOptions(params, OPEN_OR_NAMED_INDICES));
    return ok({});
  },
});

function describe(
  index: Index,
  view: SettingsView,
  features: ReadonlySet<Feature>,
  hasDefaults: boolean,
): object {
  const { aliases, mappings } = index.metadata;
  return {
    ...(features.has('aliases') && { aliases }),
    ...(features.has('mappings') && { mappings }),
    ...(features.has('settings') && { settings: showSettings(index, view) }),
    ...(features.has('settings') && hasDefaults && { defaults: showDefaults(index, view) }),
  };
}
