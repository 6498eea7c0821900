import type { Store } from '../../store/store.js';
import { mergeDocument, setOwn } from '../../store/deep-merge.js';
import { parseMapping } from '../../store/mapping.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../xcontent/json.js';
import { flattenSettings, type FlatSettings } from './index-settings.js';
import { patternMatcher } from './resolve-targets.js';
import { shippedComponents, shippedTemplates } from './shipped-templates.js';

/** Registries of the store that hold what users have put. */
export const INDEX_TEMPLATES = 'index_template';
export const COMPONENT_TEMPLATES = 'component_template';
const LEGACY_TEMPLATES = 'template';

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
  const composable = composableTemplate(store, name);
  if (composable !== undefined) return composedParts(store, composable[1]);
  return matching(store, LEGACY_TEMPLATES, name)
    .sort(([, left], [, right]) => numberIn(left, 'order') - numberIn(right, 'order'))
    .reduce((parts, [, template]) => mergedParts(parts, readParts(template)), NO_PARTS);
}

/** The composable template of an index of that name. ES: `MetadataIndexTemplateService.findV2Template`. */
export function composableTemplate(store: Store, name: string): [string, JsonObject] | undefined {
  return matching(store, INDEX_TEMPLATES, name).sort(
    ([, left], [, right]) => numberIn(right, 'priority') - numberIn(left, 'priority'),
  )[0];
}

/** A composable template with its components beneath it. */
export function composedParts(store: Store, template: JsonObject): IndexParts {
  return templateParts(store, template).map(readParts).reduce(mergedParts, NO_PARTS);
}

/** What the components of a template say, and then the template itself. */
export function templateParts(store: Store, { composed_of: composedOf, template }: JsonObject): JsonObject[] {
  const names = Array.isArray(composedOf) ? (composedOf as readonly JsonValue[]) : [];
  const components = templatesIn(store, COMPONENT_TEMPLATES);
  const parts = names.map((name) =>
    typeof name === 'string' ? components.get(name)?.['template'] : undefined,
  );
  return [...parts, template].filter(isJsonObject);
}

const NOTHING: ReadonlyMap<string, JsonObject> = new Map();

const SHIPPED: ReadonlyMap<string, () => ReadonlyMap<string, JsonObject>> = new Map([
  [INDEX_TEMPLATES, shippedTemplates],
  [COMPONENT_TEMPLATES, shippedComponents],
]);

/** The templates of a registry, those included that a cluster has from its start. */
export function templatesIn(store: Store, registry: string): Map<string, JsonObject> {
  const templates = new Map(SHIPPED.get(registry)?.() ?? NOTHING);
  for (const [name, template] of store.registry(registry)) {
    if (isJsonObject(template)) templates.set(name, template);
    else templates.delete(name);
  }
  return templates;
}

/** The templates of a registry whose patterns match a name. */
function matching(store: Store, registry: string, name: string): [string, JsonObject][] {
  const found: [string, JsonObject][] = [];
  for (const [key, value] of templatesIn(store, registry)) {
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

/** What is above replaces fields as a whole; objects merge. ES: `MergeReason.INDEX_TEMPLATE`. */
function mergedMappings(below: JsonObject, above: JsonObject): JsonObject {
  return Object.keys(below).length === 0 ? parseMapping(above) : mergeObject(below, parseMapping(above));
}

function mergeObject(below: JsonObject, above: JsonObject): JsonObject {
  const merged: Record<string, JsonValue> = { ...below };
  for (const [key, value] of Object.entries(above)) {
    const known = Object.hasOwn(below, key) ? below[key] : undefined;
    const isMerged = (key === 'properties' || key === '_meta') && isJsonObject(known) && isJsonObject(value);
    if (key === 'dynamic_templates') merged[key] = mergeTemplates(known, value);
    else if (!isMerged) setOwn(merged, key, value);
    else merged[key] = key === '_meta' ? mergeDocument(known, value) : mergeProperties(known, value);
  }
  return merged;
}

/** Dynamic templates replace those of their names and keep the places of them. ES: `RootObjectMapper.merge`. */
function mergeTemplates(below: JsonValue | undefined, above: JsonValue): JsonValue {
  const merged = new Map<string, JsonObject>();
  for (const list of [below, above]) {
    if (!Array.isArray(list)) continue;
    for (const template of list as readonly JsonObject[])
      merged.set(Object.keys(template)[0] ?? '', template);
  }
  return [...merged.values()];
}

function mergeProperties(below: JsonObject, above: JsonObject): JsonObject {
  const merged: Record<string, JsonValue> = { ...below };
  for (const [name, field] of Object.entries(above)) {
    const known = Object.hasOwn(below, name) ? below[name] : undefined;
    const areObjects = isObjectField(known) && isObjectField(field);
    setOwn(merged, name, areObjects ? mergeObject(known, field) : field);
  }
  return merged;
}

function isObjectField(field: JsonValue | undefined): field is JsonObject {
  return isJsonObject(field) && (field['properties'] !== undefined || field['type'] === 'object');
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

/** The strings of a list, such as the patterns of a template. */
export function texts(value: JsonValue | undefined): string[] {
  return Array.isArray(value)
    ? (value as readonly JsonValue[]).filter((member) => typeof member === 'string')
    : [];
}
