import type { Store } from '../../store/store.js';
import { mergeMappings, parseMapping } from '../../store/mapping.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../xcontent/json.js';
import { flattenSettings, type FlatSettings } from './index-settings.js';
import { patternMatcher } from './resolve-targets.js';

/** Registries of the store that hold what users have put. */
export const INDEX_TEMPLATES = 'index_template';
export const COMPONENT_TEMPLATES = 'component_template';
export const LEGACY_TEMPLATES = 'template';

/** The parts of an index, as a template or a request gives them. */
export interface IndexParts {
  readonly settings: FlatSettings;
  readonly mappings: JsonObject;
  readonly aliases: JsonObject;
}

const NO_PARTS: IndexParts = { settings: new Map(), mappings: {}, aliases: {} };

/**
 * What the templates of a store say about an index of that name: the composable one of highest priority, or else all
 * legacy ones by their order. ES: `MetadataIndexTemplateService.findV2Template`, `findV1Templates`.
 */
export function partsFromTemplates(store: Store, name: string): IndexParts {
  const composable = matching(store, INDEX_TEMPLATES, name).sort(
    ([, left], [, right]) => numberIn(right, 'priority') - numberIn(left, 'priority'),
  )[0];
  if (composable !== undefined) return composedParts(store, composable[1]);
  return matching(store, LEGACY_TEMPLATES, name)
    .sort(([, left], [, right]) => numberIn(left, 'order') - numberIn(right, 'order'))
    .reduce((parts, [, template]) => mergedParts(parts, readParts(template)), NO_PARTS);
}

/** A composable template with its components beneath it. */
export function composedParts(store: Store, template: JsonObject): IndexParts {
  const { composed_of: composedOf, template: own } = template;
  const names = Array.isArray(composedOf) ? (composedOf as readonly JsonValue[]) : [];
  let parts = NO_PARTS;
  for (const component of names) {
    if (typeof component !== 'string') continue;
    const found = store.registered(COMPONENT_TEMPLATES, component);
    const inner = isJsonObject(found) ? found['template'] : undefined;
    if (isJsonObject(inner)) parts = mergedParts(parts, readParts(inner));
  }
  return isJsonObject(own) ? mergedParts(parts, readParts(own)) : parts;
}

/** The templates of a registry whose patterns match a name. */
export function matching(store: Store, registry: string, name: string): [string, JsonObject][] {
  const found: [string, JsonObject][] = [];
  for (const [key, value] of store.registry(registry)) {
    if (!isJsonObject(value)) continue;
    const { index_patterns: patterns } = value;
    const list = Array.isArray(patterns) ? (patterns as readonly JsonValue[]) : [patterns ?? ''];
    if (list.some((pattern) => typeof pattern === 'string' && patternMatcher(pattern)(name)))
      found.push([key, value]);
  }
  return found;
}

export function mergedParts(below: IndexParts, above: IndexParts): IndexParts {
  return {
    settings: new Map([...below.settings, ...above.settings]),
    mappings: mergedMappings(below.mappings, above.mappings),
    aliases: { ...below.aliases, ...above.aliases },
  };
}

function mergedMappings(below: JsonObject, above: JsonObject): JsonObject {
  return Object.keys(below).length === 0 ? parseMapping(above) : mergeMappings(below, above);
}

function readParts({ settings, mappings, aliases }: JsonObject): IndexParts {
  return {
    settings: flattenSettings(isJsonObject(settings) ? settings : {}),
    mappings: isJsonObject(mappings) ? parseMapping(mappings) : {},
    aliases: isJsonObject(aliases) ? aliases : {},
  };
}

function numberIn(template: JsonObject, key: string): number {
  const value = template[key];
  return typeof value === 'number' ? value : 0;
}
