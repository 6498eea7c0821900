import type { JsonObject } from '../xcontent/json.js';
import { checkArrayObjects } from './array-objects.js';
import { deepFreeze } from './document.js';
import { fitOf } from './mapping-check.js';
import { mergeMappings, parseMember } from './mapping-definition.js';
import { dynamicDefinitions } from './mapping-dynamic.js';
import { failOn } from './mapping-failure.js';
import { compileMapping } from './mapping-fields.js';
import { checkGrowth } from './mapping-growth.js';
import type { LimitSettings } from './mapping-limits.js';
import { dynamicTemplatesOf, parseDynamicTemplates } from './mapping-template-list.js';
import { checkNestedObjects } from './nested-objects.js';

export { mergeMappings, parseMapping } from './mapping-definition.js';

/**
 * Checks a document against the mappings of its index and returns the mappings that hold afterwards: the same
 * object, or one that dynamic mapping has extended. Source: rest-layer B.2 and B.13.
 *
 * @throws ElasticsearchError `document_parsing_exception` or `strict_dynamic_mapping_exception` (400)
 */
export function parseDocument(
  mappings: JsonObject,
  id: string,
  source: JsonObject,
  settings: LimitSettings = {},
  dynamicTemplates: Readonly<Record<string, string>> = {},
): JsonObject {
  return checked(mappings, { id, source, dynamicTemplates }, source, settings);
}

/** The same for a partial update: only what the patch brings needs a look. */
export function parsePartialDocument(
  mappings: JsonObject,
  id: string,
  patch: JsonObject,
  source: JsonObject,
  settings: LimitSettings = {},
): JsonObject {
  return checked(mappings, { id, source, dynamicTemplates: {} }, patch, settings);
}

/**
 * Tries the dynamic templates of a parsed mapping once more, with a further check of the fields that they make.
 *
 * @throws ElasticsearchError `mapper_parsing_exception` (400) for a template that the check refuses for every type
 */
export function checkDynamicTemplates(
  { dynamic_templates: list }: JsonObject,
  check: (definition: JsonObject, name: string) => void,
): void {
  if (list === undefined) return;
  parseDynamicTemplates(list, (definition, name, path) => {
    const parsed = parseMember(definition, name, path);
    check(parsed, name);
    return parsed;
  });
}

/** ES: `SourceToParse`. */
interface SourceToParse {
  readonly id: string;
  readonly source: JsonObject;
  /** Names of templates by the paths of the fields that they are to make. */
  readonly dynamicTemplates: Readonly<Record<string, string>>;
}

function checked(
  mappings: JsonObject,
  { id, source, dynamicTemplates: chosen }: SourceToParse,
  news: JsonObject,
  settings: LimitSettings,
): JsonObject {
  const mapping = compileMapping(mappings);
  checkArrayObjects(mapping, source, settings);
  if (mapping.hasNested) checkNestedObjects(mapping, source, settings);
  const fit = fitOf(mapping, news);
  if (fit === 'fits') return mappings;
  if (fit === 'fails') failOn(mapping, id, source);
  const templates = dynamicTemplatesOf(mappings);
  const additions = dynamicDefinitions(mapping, news, { templates, chosen, source });
  if (additions === undefined) return mappings;
  const extended = deepFreeze(mergeMappings(mappings, additions));
  // Later elements of an array must fit what its first one made of the field.
  const compiled = compileMapping(extended);
  if (fitOf(compiled, news) === 'fails') failOn(compiled, id, source);
  checkGrowth(mapping, compiled, source, settings);
  return extended;
}
