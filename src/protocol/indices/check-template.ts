import { invalidAliasName } from '../../errors/alias-errors.js';
import { isElasticsearchError } from '../../errors/elasticsearch-error.js';
import { privateSettingText } from '../../errors/index-errors.js';
import {
  aliasInPatterns,
  compositeMappingsInvalid,
  compositionInvalid,
  dataStreamPartWithoutOne,
  templateProblems,
} from '../../errors/template-errors.js';
import type { Store } from '../../store/store.js';
import { isJsonObject, type JsonObject } from '../../xcontent/json.js';
import { indexNameProblem } from '../connector/index-name.js';
import { composedParts, templateParts, texts } from './apply-templates.js';
import { analysisOf, checkAnalysis } from './check-analysis.js';
import { checkAliasFilter } from './check-alias-filter.js';
import { checkAnalyzers } from './check-analyzers.js';
import { checkAliasName } from './index-name.js';
import { flattenSettings, privateSettings, settingProblems, type FlatSettings } from './index-settings.js';

/**
 * What a template must not be called or say, all of it at once. ES: `MetadataIndexTemplateService.validate`.
 *
 * @throws ElasticsearchError `invalid_index_template_exception` (400), or another one for an alias
 */
export function checkTemplate(
  name: string,
  patterns: readonly string[],
  settings: FlatSettings,
  aliases: JsonObject,
): void {
  const problems = [
    ...nameProblems(name),
    ...patterns.flatMap(patternProblems),
    ...settingProblems(settings).map(({ reason }) => reason ?? ''),
    ...privateSettings(settings).map(privateSettingText),
  ];
  if (patterns.includes('*') && settings.has('hidden')) {
    problems.push('global templates may not specify the setting index.hidden');
  }
  if (problems.length > 0) throw templateProblems(name, problems);
  for (const alias of Object.keys(aliases)) {
    const problem = indexNameProblem(alias);
    if (problem !== undefined) throw invalidAliasName(alias, problem);
    if (patterns.includes(alias)) throw aliasInPatterns(alias, patterns);
  }
}

function nameProblems(name: string): string[] {
  const problems = [' ', ',', '#', '*'].filter((character) => name.includes(character));
  return [
    ...problems.map(
      (character) => `name must not contain a ${character === ' ' ? 'space' : `'${character}'`}`,
    ),
    ...(name.startsWith('_') ? ["name must not start with '_'"] : []),
    ...(name === name.toLowerCase() ? [] : ['name must be lower cased']),
  ];
}

const NOT_IN_FILE_NAMES = /["*,/<>?\\| ]/;

function patternProblems(pattern: string): string[] {
  const problems: string[] = [];
  if (pattern.includes(' ')) problems.push(`index_patterns [${pattern}] must not contain a space`);
  const is = (what: string): number => problems.push(`index_pattern [${pattern}] must not ${what}`);
  for (const character of [',', '#', ':']) if (pattern.includes(character)) is(`contain a '${character}'`);
  if (pattern.startsWith('_')) is("start with '_'");
  if (NOT_IN_FILE_NAMES.test(pattern.replaceAll('*', ''))) {
    is(String.raw`contain the following characters [' ','"','*',',','/','<','>','?','\','|']`);
  }
  return problems;
}

/**
 * Whether an index could be made of a template and its components. ES: `validateIndexTemplateV2`.
 *
 * @throws ElasticsearchError `illegal_argument_exception` (400), mostly
 */
export function checkComposition(store: Store, name: string, template: JsonObject): void {
  const parts = templateParts(store, template);
  const settings = new Map(parts.flatMap((part) => [...flattenSettings(objectIn(part, 'settings'))]));
  checkTemplate(name, texts(template['index_patterns']), settings, aliasesOf(template));
  if (template['data_stream'] === undefined) checkNoDataStreamParts(name, parts);
  try {
    checkAnalysis(analysisOf(settings));
    for (const part of parts) checkAliases(store, objectIn(part, 'aliases'));
    checkMappings(store, name, template, settings);
  } catch (error) {
    if (!isElasticsearchError(error)) throw error;
    throw compositionInvalid(name, texts(template['composed_of']), error);
  }
}

function checkNoDataStreamParts(name: string, parts: readonly JsonObject[]): void {
  const says = (key: string): boolean => parts.some((part) => isJsonObject(part[key]));
  if (says('lifecycle')) throw dataStreamPartWithoutOne(name, 'lifecycle configuration');
  if (says('data_stream_options')) throw dataStreamPartWithoutOne(name, 'data stream options');
}

function checkAliases(store: Store, aliases: JsonObject): void {
  for (const [alias, definition] of Object.entries(aliases)) {
    checkAliasName(store, alias);
    if (isJsonObject(definition)) checkAliasFilter(alias, definition);
  }
}

function checkMappings(store: Store, name: string, template: JsonObject, settings: FlatSettings): void {
  try {
    checkAnalyzers(composedParts(store, template).mappings, analysisOf(settings));
  } catch (error) {
    if (!isElasticsearchError(error)) throw error;
    throw compositeMappingsInvalid(name, error);
  }
}

export function aliasesOf({ template }: JsonObject): JsonObject {
  return isJsonObject(template) ? objectIn(template, 'aliases') : {};
}

function objectIn(parent: JsonObject, key: string): JsonObject {
  const value = parent[key];
  return isJsonObject(value) ? value : {};
}
