import {
  analyzerWithoutTokenizer,
  componentNotFound,
  componentWithoutType,
  normalizerWithTokenizer,
  unknownComponentType,
} from '../../errors/analysis-errors.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../xcontent/json.js';
import { mayBeBuiltIn, type AnalysisComponent } from './analysis-names.js';
import { nestedSettings, type FlatSettings } from './index-settings.js';

/** What an index calls its own. */
export type AnalysisDefinitions = Readonly<Record<AnalysisComponent, JsonObject>>;

/** The definitions under `analysis` of an index's settings. */
export function analysisOf(settings: FlatSettings): AnalysisDefinitions {
  const own = [...settings].filter(([key]) => key.startsWith('analysis.'));
  const { index } = nestedSettings(new Map(own));
  const analysis = isJsonObject(index) ? objectIn(index, 'analysis') : {};
  return {
    analyzer: objectIn(analysis, 'analyzer'),
    normalizer: objectIn(analysis, 'normalizer'),
    char_filter: objectIn(analysis, 'char_filter'),
    tokenizer: objectIn(analysis, 'tokenizer'),
    filter: objectIn(analysis, 'filter'),
  };
}

function objectIn(parent: JsonObject, key: string): JsonObject {
  const value = parent[key];
  return isJsonObject(value) ? value : {};
}

export function isConfigured(own: AnalysisDefinitions, component: AnalysisComponent, name: string): boolean {
  return Object.hasOwn(own[component], name) || mayBeBuiltIn(component, name);
}

/**
 * Refuses definitions that no index can be made with. What a definition says beyond types and names is not looked at.
 * ES: `AnalysisRegistry.build`.
 *
 * @throws ElasticsearchError `illegal_argument_exception` (400)
 */
export function checkAnalysis(own: AnalysisDefinitions): void {
  for (const component of ['char_filter', 'tokenizer', 'filter', 'analyzer', 'normalizer'] as const) {
    for (const name of Object.keys(own[component]))
      checkType(component, name, objectIn(own[component], name));
  }
  for (const name of Object.keys(own.analyzer)) checkAnalyzer(own, name, objectIn(own.analyzer, name));
  for (const name of Object.keys(own.normalizer)) checkNormalizer(own, name, objectIn(own.normalizer, name));
}

function checkType(component: AnalysisComponent, name: string, { type, tokenizer }: JsonObject): void {
  const isCustom = component === 'analyzer' || component === 'normalizer';
  if (isCustom && type === 'custom') return;
  if (type === undefined) {
    if (component === 'normalizer' || (component === 'analyzer' && tokenizer !== undefined)) return;
    throw componentWithoutType(component, name);
  }
  if (typeof type === 'string' && !mayBeBuiltIn(component, type)) {
    throw unknownComponentType(component, type, name);
  }
}

function checkAnalyzer(own: AnalysisDefinitions, name: string, definition: JsonObject): void {
  const { type, tokenizer } = definition;
  if (type !== undefined && type !== 'custom') return;
  const owner = `Custom Analyzer [${name}]`;
  if (tokenizer === undefined) throw analyzerWithoutTokenizer(name);
  checkNames(own, owner, 'tokenizer', tokenizer);
  checkNames(own, owner, 'char_filter', definition['char_filter']);
  checkNames(own, owner, 'filter', definition['filter']);
}

function checkNormalizer(own: AnalysisDefinitions, name: string, definition: JsonObject): void {
  const { type } = definition;
  if (type !== undefined && type !== 'custom') return;
  if (definition['tokenizer'] !== undefined) throw normalizerWithTokenizer(name);
  checkNames(own, `Custom normalizer [${name}]`, 'char_filter', definition['char_filter']);
  // Elasticsearch calls a normalizer an analyzer here.
  checkNames(own, `Custom Analyzer [${name}]`, 'filter', definition['filter']);
}

function checkNames(
  own: AnalysisDefinitions,
  owner: string,
  component: AnalysisComponent,
  value: JsonValue | undefined,
): void {
  const missing = namesIn(value).find((name) => !isConfigured(own, component, name));
  if (missing !== undefined) throw componentNotFound(owner, component, missing);
}

/** A list, or a text with commas. ES: `Settings.getAsList`. */
function namesIn(value: JsonValue | undefined): readonly string[] {
  if (typeof value === 'string') return value.split(',').map((name) => name.trim());
  if (!Array.isArray(value)) return [];
  return (value as readonly JsonValue[]).filter((name) => typeof name === 'string');
}
