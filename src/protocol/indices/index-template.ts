import {
  componentBreaksTemplate,
  componentsInUse,
  componentsMissing,
  hiddenInGlobalTemplates,
  invalidTemplate,
  templateAlreadyExists,
  templatesMissing,
  templatesOverlap,
} from '../../errors/template-errors.js';
import { isElasticsearchError } from '../../errors/elasticsearch-error.js';
import { isSameJson } from '../../store/deep-merge.js';
import { deepFreeze } from '../../store/document.js';
import type { Store } from '../../store/store.js';
import { parseMapping } from '../../store/mapping.js';
import { isJsonObject, type JsonObject } from '../../xcontent/json.js';
import {
  COMPONENT_TEMPLATES,
  composedParts,
  INDEX_TEMPLATES,
  templatesIn,
  texts,
} from './apply-templates.js';
import { aliasesOf, checkComposition, checkTemplate } from './check-template.js';
import { checkSettings, flattenSettings, type FlatSettings } from './index-settings.js';
import { normalizedComponent, normalizedIndexTemplate } from './normalize-template.js';
import { patternMatcher } from './resolve-targets.js';
import { knownSetting } from './setting-catalogue.js';
import { shippedComponents, shippedTemplates } from './shipped-templates.js';

export type TemplateKind = 'index' | 'component';

const REGISTRIES: Readonly<Record<TemplateKind, string>> = {
  index: INDEX_TEMPLATES,
  component: COMPONENT_TEMPLATES,
};

const allTemplates = (store: Store, kind: TemplateKind): Map<string, JsonObject> =>
  templatesIn(store, REGISTRIES[kind]);

/** Templates of a kind that a name or a pattern means, by name. */
export function findTemplates(store: Store, kind: TemplateKind, expression: string): [string, JsonObject][] {
  const matches = patternMatcher(expression);
  return [...allTemplates(store, kind)]
    .filter(([name]) => matches(name))
    .sort(([left], [right]) => (left < right ? -1 : 1));
}

/** A template as its parser has read it. */
export interface PutTemplate {
  readonly name: string;
  readonly template: JsonObject;
  readonly isCreate: boolean;
}

/** Stores an index template. ES: `MetadataIndexTemplateService.putIndexTemplateV2`. @throws ElasticsearchError 400 */
export function putIndexTemplate(store: Store, { name, template, isCreate }: PutTemplate): void {
  for (const date of ['created_date', 'modified_date']) {
    if (template[`${date}_millis`] !== undefined) {
      throw invalidTemplate(name, `provided a template property which is managed by the system: ${date}`);
    }
  }
  const normalized = normalizedIndexTemplate(template);
  checkGlobal(store, name, normalized);
  checkComponents(store, name, normalized);
  const existing = allTemplates(store, 'index').get(name);
  if (isCreate && existing !== undefined) throw templateAlreadyExists('index', name);
  if (existing !== undefined && isSameJson(normalized, undated(existing))) return;
  checkOverlap(store, name, normalized);
  checkComposition(store, name, normalized);
  store.register(INDEX_TEMPLATES, name, deepFreeze(dated(store, normalized, existing)));
}

/** Stores a component. ES: `MetadataIndexTemplateService.addComponentTemplate`. @throws ElasticsearchError 400 */
export function putComponent(store: Store, { name, template, isCreate }: PutTemplate): void {
  const existing = allTemplates(store, 'component').get(name);
  if (isCreate && existing !== undefined) throw templateAlreadyExists('component', name);
  const normalized = normalizedComponent(template);
  if (existing !== undefined && isSameJson(normalized, undated(existing))) return;
  const { settings, mappings } = normalized['template'] as JsonObject;
  if (isJsonObject(mappings)) parseMapping(mappings);
  const flat = flattenSettings(isJsonObject(settings) ? settings : {});
  checkValues(flat);
  checkTemplate(name, [], flat, aliasesOf(normalized));
  const users = findTemplates(store, 'index', '*').filter(([, user]) =>
    texts(user['composed_of']).includes(name),
  );
  const globals = users.filter(([, user]) => texts(user['index_patterns']).includes('*'));
  if (flat.has('hidden') && globals.length > 0) {
    throw hiddenInGlobalTemplates(
      name,
      globals.map(([global]) => global),
    );
  }
  const before = store.snapshot();
  store.register(COMPONENT_TEMPLATES, name, deepFreeze(dated(store, normalized, existing)));
  try {
    for (const [user, composed] of users) checkUser(store, name, user, composed);
  } catch (refusal) {
    store.restore(before);
    throw refusal;
  }
}

/** ES: `validateTemplate`, which makes an index of the component and so meets values, not names, that cannot be. */
function checkValues(settings: FlatSettings): void {
  const known = new Map([...settings].filter(([key]) => knownSetting(key) !== undefined));
  checkSettings(known);
}

function checkUser(store: Store, component: string, user: string, composed: JsonObject): void {
  try {
    checkComposition(store, user, composed);
  } catch (error) {
    if (!isElasticsearchError(error)) throw error;
    throw componentBreaksTemplate(component, user, error);
  }
}

/** A change keeps the date of the creation. ES: `MetadataIndexTemplateService.prepareComposableTemplate`. */
function dated(store: Store, template: JsonObject, existing: JsonObject | undefined): JsonObject {
  const now = Math.floor(store.now);
  const created = existing === undefined ? now : existing['created_date_millis'];
  return {
    ...template,
    ...(created !== undefined && { created_date_millis: created }),
    modified_date_millis: now,
  };
}

function undated(template: JsonObject): JsonObject {
  const { created_date_millis: _created, modified_date_millis: _modified, ...rest } = template;
  return rest;
}

function checkGlobal(store: Store, name: string, template: JsonObject): void {
  if (!texts(template['index_patterns']).includes('*')) return;
  if (composedParts(store, { ...template, template: null }).settings.has('hidden')) {
    throw invalidTemplate(name, 'global composable templates may not specify the setting index.hidden');
  }
}

function checkComponents(store: Store, name: string, template: JsonObject): void {
  const ignored = texts(template['ignore_missing_component_templates']);
  const known = allTemplates(store, 'component');
  const missing = texts(template['composed_of']).filter(
    (component) => !ignored.includes(component) && !known.has(component),
  );
  if (missing.length > 0) throw componentsMissing(name, missing, ignored.length > 0);
}

/** Two templates of one priority must not fit one name. */
function checkOverlap(store: Store, name: string, template: JsonObject): void {
  const priority = template['priority'] ?? 0;
  const patterns = texts(template['index_patterns']);
  const overlapping = findTemplates(store, 'index', '*').filter(
    ([other, { priority: otherPriority = 0, index_patterns: otherPatterns }]) =>
      other !== name && otherPriority === priority && doOverlap(patterns, texts(otherPatterns)),
  );
  if (overlapping.length === 0) return;
  const conflicts = overlapping.map(([other, { index_patterns }]) => [other, texts(index_patterns)] as const);
  throw templatesOverlap(name, patterns, conflicts, Number(priority));
}

/** DIVERGES: Elasticsearch intersects the patterns as automata; here one must fit the other's text. */
function doOverlap(left: readonly string[], right: readonly string[]): boolean {
  return left.some((one) => right.some((other) => patternMatcher(one)(other) || patternMatcher(other)(one)));
}

/**
 * Takes templates away: several by their names, or those of one pattern. ES: `innerRemoveIndexTemplateV2`,
 * `innerRemoveComponentTemplate`.
 *
 * @throws ElasticsearchError 404 for a name without one, 400 for a component in use
 */
export function deleteTemplates(store: Store, kind: TemplateKind, expression: string): void {
  const names = expression.split(',');
  const known = allTemplates(store, kind);
  const doomed =
    names.length > 1
      ? names.filter((name) => known.has(name))
      : findTemplates(store, kind, expression).map(([name]) => name);
  if (kind === 'component') checkUnused(store, doomed);
  const missing = names.length > 1 ? names.filter((name) => !known.has(name)) : names;
  const isFound = names.length > 1 ? missing.length === 0 : doomed.length > 0 || expression === '*';
  if (!isFound) throw templatesMissing(kind, missing);
  const shipped = kind === 'index' ? shippedTemplates() : shippedComponents();
  for (const name of doomed) store.register(REGISTRIES[kind], name, shipped.has(name) ? 'gone' : undefined);
}

/** ES: `MetadataIndexTemplateService.validateCanBeRemoved`: a component that may be missing is not in use. */
function checkUnused(store: Store, doomed: readonly string[]): void {
  const used = new Set<string>();
  const users = findTemplates(store, 'index', '*').filter(([, user]) => {
    const ignored = texts(user['ignore_missing_component_templates']);
    const needed = texts(user['composed_of']).filter(
      (component) => doomed.includes(component) && !ignored.includes(component),
    );
    for (const component of needed) used.add(component);
    return needed.length > 0;
  });
  if (users.length === 0) return;
  throw componentsInUse(
    [...used],
    users.map(([name]) => name),
  );
}
