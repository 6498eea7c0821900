import { isJsonObject, type JsonObject, type JsonValue } from '../../xcontent/json.js';
import { readAlias, showAlias } from './alias-definition.js';
import { flattenSettings, nestedSettings } from './index-settings.js';

/** An index template as it is listed: components always, settings under `index`, aliases spelt out. */
export function normalizedIndexTemplate({ index_patterns, template, ...rest }: JsonObject): JsonObject {
  const { composed_of = [], data_stream, ...others } = rest;
  return {
    index_patterns: index_patterns ?? [],
    ...(isJsonObject(template) && { template: normalizedParts(template) }),
    composed_of,
    ...others,
    ...(isJsonObject(data_stream) && {
      data_stream: { hidden: false, allow_custom_routing: false, ...data_stream },
    }),
  };
}

export function normalizedComponent({ template, ...rest }: JsonObject): JsonObject {
  return { template: normalizedParts(isJsonObject(template) ? template : {}), ...rest };
}

/** ES: `Template.toXContent`, which leaves empty mappings out. */
function normalizedParts({ settings, mappings, aliases, lifecycle, ...rest }: JsonObject): JsonObject {
  const unwrapped = isJsonObject(mappings) ? withoutType(mappings) : {};
  return {
    ...(isJsonObject(settings) && { settings: nestedSettings(flattenSettings(settings)) }),
    ...(Object.keys(unwrapped).length > 0 && { mappings: unwrapped }),
    ...(isJsonObject(aliases) && { aliases: normalizedAliases(aliases) }),
    ...(lifecycle !== undefined && {
      lifecycle: isJsonObject(lifecycle) ? { enabled: true, ...lifecycle } : lifecycle,
    }),
    ...rest,
  };
}

/** ES: `MetadataIndexTemplateService.wrapMappingsIfNecessary`. */
function withoutType(mappings: JsonObject): JsonObject {
  const inner = mappings['_doc'];
  return isJsonObject(inner) && Object.keys(mappings).length === 1 ? inner : mappings;
}

function normalizedAliases(aliases: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(aliases).map(([name, definition]): [string, JsonValue] => [
      name,
      showAlias(name, readAlias(definition)),
    ]),
  );
}
