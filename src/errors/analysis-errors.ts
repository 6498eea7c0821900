import type { ElasticsearchError } from './elasticsearch-error.js';
import { failedToParseMapping, illegalMapping } from './mapping-errors.js';
import { illegalArgument } from './request-errors.js';

/** ES: `FieldMapper.Parameter.analyzerParam`. */
export function analyzerNotConfigured(analyzer: string): ElasticsearchError {
  return illegalMapping(`analyzer [${analyzer}] has not been configured in mappings`);
}

/** ES: `KeywordFieldMapper.Builder.buildFieldType`. */
export function normalizerNotFound(normalizer: string, field: string): ElasticsearchError {
  return failedToParseMapping(`normalizer [${normalizer}] not found for field [${field}]`);
}

/** ES: `AnalysisRegistry.getAnalysisProvider`. */
export function unknownComponentType(component: string, type: string, name: string): ElasticsearchError {
  return illegalArgument(`Unknown ${component} type [${type}] for [${name}]`);
}

/** ES: `AnalysisRegistry.buildMapping`, which says the same of every component. */
export function componentWithoutType(component: string, name: string): ElasticsearchError {
  return illegalArgument(`${component} [${name}] must specify either an analyzer type, or a tokenizer`);
}

/** ES: `AnalyzerComponents.createComponents`. */
export function analyzerWithoutTokenizer(analyzer: string): ElasticsearchError {
  return illegalArgument(`Custom Analyzer [${analyzer}] must be configured with a tokenizer`);
}

/** ES: `CustomNormalizerProvider.build`. */
export function normalizerWithTokenizer(normalizer: string): ElasticsearchError {
  return illegalArgument(`Custom normalizer [${normalizer}] cannot configure a tokenizer`);
}

/** ES: `AnalyzerComponents.createComponents`, `CustomNormalizerProvider.build`. */
export function componentNotFound(owner: string, component: string, name: string): ElasticsearchError {
  return illegalArgument(`${owner} failed to find ${component} under name [${name}]`);
}
