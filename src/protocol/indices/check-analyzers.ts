import { analyzerNotConfigured, normalizerNotFound } from '../../errors/analysis-errors.js';
import { checkDynamicTemplates } from '../../store/mapping.js';
import { isJsonObject, type JsonObject } from '../../xcontent/json.js';
import { isConfigured, type AnalysisDefinitions } from './check-analysis.js';

const ANALYZER_PARAMETERS = ['analyzer', 'search_analyzer', 'search_quote_analyzer'] as const;

/**
 * Refuses a parsed mapping that names an analyzer or a normalizer which its index does not have.
 *
 * @throws ElasticsearchError `mapper_parsing_exception` (400)
 */
export function checkAnalyzers(mappings: JsonObject, own: AnalysisDefinitions): void {
  checkFields(mappings['properties'], own);
  checkDynamicTemplates(mappings, (definition, name) => {
    checkField(definition, name, own);
  });
}

function checkFields(fields: JsonObject[string] | undefined, own: AnalysisDefinitions): void {
  if (!isJsonObject(fields)) return;
  for (const [name, definition] of Object.entries(fields)) {
    if (isJsonObject(definition)) checkField(definition, name, own);
  }
}

function checkField(definition: JsonObject, name: string, own: AnalysisDefinitions): void {
  const { type, normalizer } = definition;
  if (type === 'text' || type === 'search_as_you_type' || type === 'annotated_text') {
    for (const parameter of ANALYZER_PARAMETERS) {
      const analyzer = definition[parameter];
      if (typeof analyzer === 'string' && !isConfigured(own, 'analyzer', analyzer)) {
        throw analyzerNotConfigured(analyzer);
      }
    }
  }
  if (type === 'keyword' && typeof normalizer === 'string' && !isConfigured(own, 'normalizer', normalizer)) {
    throw normalizerNotFound(normalizer, name);
  }
  checkFields(definition['fields'], own);
  checkFields(definition['properties'], own);
}
