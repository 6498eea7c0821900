import { mixedSettings } from '../../errors/index-errors.js';
import { flattenSettings, type FlatSettings } from '../../protocol/indices/index-settings.js';
import { indicesOptions, resolveTargets } from '../../protocol/indices/resolve-targets.js';
import { updateSettings } from '../../protocol/indices/update-settings.js';
import { OPEN_AND_CLOSED_INDICES } from '../../protocol/indices/wildcards.js';
import { endpoint, ok, type BodySpec } from '../../rest/endpoint.js';
import { flag, since } from '../../rest/parameters.js';
import { isJsonObject } from '../../xcontent/json.js';
import { targetParameters, timeouts } from './common-parameters.js';
import { requiredMap } from './map-body.js';

/** `{ settings: {…} }` or the settings themselves. ES: `UpdateSettingsRequest.fromXContent`. */
const settingsBody: BodySpec<FlatSettings> = {
  isRequired: true,
  parse: (text) => {
    const body = requiredMap.parse(text);
    const { settings } = body;
    if (!isJsonObject(settings)) return flattenSettings(body);
    if (Object.keys(body).length > 1) throw mixedSettings();
    return flattenSettings(settings);
  },
};

/** Source: rest-layer B.13. */
export const indicesPutSettings = endpoint({
  api: 'indices.put_settings',
  routes: ['PUT /{index}/_settings', 'PUT /_settings'],
  params: {
    ...timeouts,
    ...targetParameters,
    flat_settings: flag(false),
    preserve_existing: flag(false),
    reopen: since('8.12', flag(false)),
  },
  body: settingsBody,
  validate: ({ body }) => (body.size === 0 ? ['no settings to update'] : []),
  handle: ({ path, params, body, store }) => {
    const targets = resolveTargets(store, path.index, indicesOptions(params, OPEN_AND_CLOSED_INDICES));
    updateSettings(store, targets, {
      settings: body,
      preservesExisting: params.preserve_existing,
      reopens: params.reopen,
    });
    return ok({ acknowledged: true });
  },
});
