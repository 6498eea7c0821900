import { asRefusal } from '../../errors/elasticsearch-error.js';
import {
  aggregationNotObject,
  invalidAggregationName,
  missingAggregationDefinition,
  noSubAggregations,
  twoAggregationTypes,
  unknownAggregation,
} from '../../errors/aggregation-errors.js';
import type { JsonReader } from '../../xcontent/json-reader.js';
import type { JsonValue } from '../../xcontent/json.js';
import { didYouMean, suggestionsFor } from '../../xcontent/suggestions.js';
import type { Aggregation, Aggregations, NamedAggregation } from './aggregation.js';
import { parseFilterAggregation } from './filter-aggregation.js';
import { METRICS, parseMetric } from './metric-aggregations.js';
import { parseTermsAggregation } from './terms-aggregation.js';

/** Reads the object of an aggregation that is called `name`. */
type AggregationParser = (reader: JsonReader, name: string) => Aggregation;

const parsers: ReadonlyMap<string, AggregationParser> = new Map<string, AggregationParser>([
  ['terms', parseTermsAggregation],
  ['filter', parseFilterAggregation],
  ...METRICS.map((metric): [string, AggregationParser] => [
    metric,
    (reader, name) => parseMetric(reader, metric, name),
  ]),
]);

/** Real aggregations that are refused as unknown ones are, and reported as a gap. */
const UNSUPPORTED: ReadonlySet<string> = new Set([
  'adjacency_matrix',
  'auto_date_histogram',
  'bucket_script',
  'bucket_selector',
  'bucket_sort',
  'composite',
  'date_histogram',
  'date_range',
  'extended_stats',
  'filters',
  'global',
  'histogram',
  'missing',
  'multi_terms',
  'nested',
  'percentiles',
  'range',
  'rare_terms',
  'reverse_nested',
  'sampler',
  'scripted_metric',
  'significant_terms',
  'stats',
  'top_hits',
  'top_metrics',
  'weighted_avg',
]);

/** Reads the object under `aggs`, from its `START_OBJECT`. ES: `AggregatorFactories.parseAggregators`. */
export function parseAggregations(reader: JsonReader): Aggregations {
  const aggregations = new Map<string, NamedAggregation>();
  while (reader.nextToken() === 'FIELD_NAME') {
    const name = reader.fieldName;
    if (/[[\]>]/.test(name)) throw invalidAggregationName(reader.location(), name);
    if (reader.nextToken() !== 'START_OBJECT')
      throw aggregationNotObject(reader.location(), reader.token, name);
    aggregations.set(name, parseNamed(reader, name));
  }
  return aggregations;
}

function parseNamed(reader: JsonReader, name: string): NamedAggregation {
  let found: { readonly type: string; readonly aggregation: Aggregation } | undefined;
  let sub: Aggregations = new Map();
  let meta: JsonValue | undefined;
  while (reader.nextToken() === 'FIELD_NAME') {
    const key = reader.fieldName;
    reader.nextToken();
    if (key === 'meta') meta = reader.readValue();
    else if (reader.token !== 'START_OBJECT')
      throw aggregationNotObject(reader.location(), reader.token, key, name);
    else if (key === 'aggs' || key === 'aggregations') sub = parseAggregations(reader);
    else if (found !== undefined) throw twoAggregationTypes(reader.location(), name, found.type, key);
    else found = { type: key, aggregation: parserOf(reader, key)(reader, name) };
  }
  if (found === undefined) throw missingAggregationDefinition(reader.location(), name);
  if (sub.size > 0 && found.aggregation.kind === 'metric') throw noSubAggregations(name, found.type);
  return { aggregation: found.aggregation, sub, meta };
}

function parserOf(reader: JsonReader, type: string): AggregationParser {
  const parse = parsers.get(type);
  if (parse !== undefined) return parse;
  const isKnown = UNSUPPORTED.has(type);
  const suggestions = isKnown ? '' : didYouMean(suggestionsFor(type, parsers.keys()));
  const error = unknownAggregation(reader.location(), type, suggestions === '' ? '' : ` ${suggestions}`);
  throw isKnown ? asRefusal(error, `aggregation [${type}]`) : error;
}
