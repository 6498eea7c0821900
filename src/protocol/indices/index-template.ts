import {
  componentsMissing,
  componentsInUse,
  templateAlreadyExists,
  templatesMissing,
  templatesOverlap,
  unknownTemplateKey,
} from '../../errors/template-errors.js';
import { deepFreeze } from '../../store/document.js';
import type { Store } from '../../store/store.js';
import type { JsonObject, JsonValue } from '../../xcontent/json.js';
import { COMPONENT_TEMPLATES, composedParts, INDEX_TEMPLATES, templatesIn } from './apply-templates.js';
import { normalizedTemplate } from './normalize-template.js';
import { patternMatcher } from './resolve-targets.js';
import { shippedComponents, shippedTemplates } from './shipped-templates.js';

export type TemplateKind = 'index' | 'component';

interface Kind {
  readonly registry: string;
  readonly shipped: () => ReadonlyMap<string, JsonObject>;
  readonly keys: ReadonlySet<string>;
  readonly parser: string;
}

const KINDS: Readonly<Record<TemplateKind, Kind>> = {
  index: {
    registry: INDEX_TEMPLATES,
    shipped: shippedTemplates,
    parser: 'index_template',
    keys: new Set([
      'index_patterns',
      'template',
      'composed_of',
      'priority',
      'version',
      '_meta',
      'data_stream',
      'allow_auto_create',
      'ignore_missing_component_templates',
      'deprecated',
    ]),
  },
  component: {
    registry: COMPONENT_TEMPLATES,
    shipped: shippedComponents,
    parser: 'component_template',
    keys: new Set(['template', 'version', '_meta', 'allow_auto_create', 'deprecated']),
  },
};

/** Templates of a kind that a name or a pattern means, by name. */
export function findTemplates(store: Store, kind: TemplateKind, expression: string): [string, JsonObject][] {
  const matchers = expression.split(',').map(patternMatcher);
  return [...templatesIn(store, KINDS[kind].registry)]
    .filter(([name]) => matchers.some((matches) => matches(name)))
    .sort(([left], [right]) => (left < right ? -1 : 1));
}

/** Stores a template. ES: `MetadataIndexTemplateService`. @throws ElasticsearchError 400 */
export function putTemplate(
  store: Store,
  kind: TemplateKind,
  name: string,
  body: JsonObject,
  isCreate: boolean,
): void {
  const { registry, keys, parser } = KINDS[kind];
  const unknown = Object.keys(body).find((key) => !keys.has(key));
  if (unknown !== undefined) throw unknownTemplateKey(parser, unknown, keys);
  if (isCreate && findTemplates(store, kind, name).length > 0) throw templateAlreadyExists(kind, name);
  const template = normalizedTemplate(body);
  if (kind === 'index') {
    checkComponents(store, name, template);
    checkOverlap(store, name, template);
  }
  composedParts(store, template);
  store.register(registry, name, deepFreeze(template));
}

function checkComponents(store: Store, name: string, template: JsonObject): void {
  const ignored = texts(template['ignore_missing_component_templates']);
  const missing = texts(template['composed_of']).filter(
    (component) => !ignored.includes(component) && findTemplates(store, 'component', component).length === 0,
  );
  if (missing.length > 0) throw componentsMissing(name, missing);
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

/** Takes templates away. @throws ElasticsearchError 404 for a name without one, 400 for a component in use */
export function deleteTemplates(store: Store, kind: TemplateKind, expression: string): void {
  const { registry, shipped } = KINDS[kind];
  const names = expression.split(',');
  const missing = names.filter((name) => name !== '*' && findTemplates(store, kind, name).length === 0);
  if (missing.length > 0) throw templatesMissing(kind, missing);
  const doomed = findTemplates(store, kind, expression).map(([name]) => name);
  if (kind === 'component') {
    const users = findTemplates(store, 'index', '*').filter(([, { composed_of: composedOf }]) =>
      texts(composedOf).some((component) => doomed.includes(component)),
    );
    if (users.length > 0)
      throw componentsInUse(
        doomed,
        users.map(([name]) => name),
      );
  }
  for (const name of doomed) store.register(registry, name, shipped().has(name) ? 'gone' : undefined);
}

function texts(value: JsonValue | undefined): string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value)
    ? (value as readonly JsonValue[]).filter((member) => typeof member === 'string')
    : [];
}
