import { isDateType, isKeywordType, isNumberType, isTextType } from './mapping-types.js';

const COMMON = ['type', 'fields', 'copy_to', 'meta', 'store', 'index', 'boost'];
const NUMERIC = ['coerce', 'doc_values', 'ignore_malformed', 'null_value', 'on_script_error', 'script'];

const parameters = {
  keyword: [
    'doc_values',
    'eager_global_ordinals',
    'ignore_above',
    'index_options',
    'norms',
    'normalizer',
    'null_value',
    'on_script_error',
    'script',
    'similarity',
    'split_queries_on_whitespace',
    'time_series_dimension',
    'value',
    'ignore_malformed',
  ],
  text: [
    'analyzer',
    'eager_global_ordinals',
    'fielddata',
    'fielddata_frequency_filter',
    'index_options',
    'index_phrases',
    'index_prefixes',
    'max_shingle_size',
    'norms',
    'position_increment_gap',
    'search_analyzer',
    'search_quote_analyzer',
    'similarity',
    'term_vector',
  ],
  number: [...NUMERIC, 'scaling_factor', 'time_series_dimension', 'time_series_metric'],
  date: [...NUMERIC, 'format', 'locale'],
  boolean: [...NUMERIC, 'time_series_dimension'],
} as const;

/** Whether a field of that type takes a parameter. Types that the fake does not understand take any. */
export function isMapperParameter(type: string, parameter: string): boolean {
  const own = parametersOf(type);
  return own === undefined || COMMON.includes(parameter) || own.includes(parameter);
}

function parametersOf(type: string): readonly string[] | undefined {
  if (isKeywordType(type)) return parameters.keyword;
  if (isTextType(type)) return parameters.text;
  if (isNumberType(type)) return parameters.number;
  if (isDateType(type)) return parameters.date;
  return type === 'boolean' ? parameters.boolean : undefined;
}
