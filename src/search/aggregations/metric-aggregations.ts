import {
  aggregationFieldRequired,
  negativePrecisionThreshold,
  unsupportedAggregationField,
} from '../../errors/aggregation-errors.js';
import type { JsonReader } from '../../xcontent/json-reader.js';
import { objectParser, optional, string, value, long, type FieldKind } from '../../xcontent/object-parser.js';
import { valuesOf, type Column } from '../column.js';
import type { MappedField } from '../../store/mapping-fields.js';
import { checkDocValueFormat, printDateValue } from '../value-format.js';
import { isDateType, isNumberType, type Scalar } from '../field-values.js';
import type { Aggregation, AggregationContext, AggregationResult } from './aggregation.js';
import { aggregatedColumn } from './aggregated-column.js';

export const METRICS = ['value_count', 'sum', 'min', 'max', 'avg', 'cardinality'] as const;
interface MetricOptions {
  readonly field: string;
  readonly missing: Scalar | undefined;
  readonly format: string | undefined;
}
export type Metric = (typeof METRICS)[number];

export function parseMetric(reader: JsonReader, metric: Metric, name: string): Aggregation {
  const parsed = objectParser(metric, {
    field: optional(string()),
    missing: optional(value()),
    format: optional(string()),
    value_type: optional(string()),
    ...(metric === 'cardinality' && { precision_threshold: optional(precisionThreshold(name)) }),
  }).parse(reader);
  const { field, missing, format } = parsed;
  if (field === undefined) throw aggregationFieldRequired();
  const options: MetricOptions = { field, missing: missing ?? undefined, format };
  return { allowsSub: false, run: (context) => runMetric(metric, options, context) };
}

function precisionThreshold(aggregation: string): FieldKind<number | bigint> {
  const kind = long();
  return {
    ...kind,
    read(reader) {
      const threshold = kind.read(reader);
      if (threshold < 0) throw negativePrecisionThreshold(threshold, aggregation);
      return threshold;
    },
  };
}

function runMetric(
  metric: Metric,
  { field, missing, format }: MetricOptions,
  context: AggregationContext,
): AggregationResult {
  const values: Scalar[] = [];
  let mapped: MappedField | undefined;
  for (const { view, slots } of context.slices) {
    const column = aggregatedColumn(view, field);
    if (column !== undefined) mapped = checkedField(metric, field, column);
    for (let slot = slots.next(0); slot !== -1; slot = slots.next(slot + 1)) {
      const cell = valuesOf(column?.cells[slot]);
      if (cell.length > 0) values.push(...cell);
      else if (missing !== undefined) values.push(missing);
    }
  }
  const result = reduce(metric, values);
  const isCount = metric === 'value_count' || metric === 'cardinality';
  if (mapped !== undefined && !isCount) checkDocValueFormat(mapped, format);
  const isDate = isDateType(mapped?.type ?? 'long') && result !== null && !isCount;
  const shown = isDate && { value_as_string: printDateValue(mapped, result, format) };
  return { type: metric, body: { value: result, ...shown } };
}

function checkedField(metric: Metric, field: string, { field: mapped }: Column): MappedField {
  const { type } = mapped;
  const isCount = metric === 'value_count' || metric === 'cardinality';
  if (!isCount && !isNumberType(type) && !isDateType(type) && type !== 'boolean') {
    throw unsupportedAggregationField(field, type, metric);
  }
  return mapped;
}

function reduce(metric: Metric, values: readonly Scalar[]): number | null {
  if (metric === 'value_count') return values.length;
  if (metric === 'cardinality') return new Set(values).size;
  let sum = 0;
  let least = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;
  for (const each of values) {
    const number = Number(each);
    sum += number;
    if (number < least) least = number;
    if (number > greatest) greatest = number;
  }
  if (metric === 'sum') return sum;
  if (values.length === 0) return null;
  if (metric === 'avg') return sum / values.length;
  return metric === 'min' ? least : greatest;
}
