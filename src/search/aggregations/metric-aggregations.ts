import {
  aggregationFieldRequired,
  negativePrecisionThreshold,
  unknownCardinalityMode,
  unsupportedAggregationField,
} from '../../errors/aggregation-errors.js';
import type { JsonReader } from '../../xcontent/json-reader.js';
import {
  anyValue,
  long,
  objectParser,
  optional,
  string,
  value,
  type FieldKind,
} from '../../xcontent/object-parser.js';
import { valuesOf, type Column } from '../column.js';
import type { MappedField } from '../../store/mapping-fields.js';
import { checkDocValueFormat, valueText } from '../value-format.js';
import { isDateType, isNumberType, type Scalar } from '../field-values.js';
import type { Aggregation, AggregationContext, AggregationResult } from './aggregation.js';
import { aggregatedType, missingValue, type MissingOptions } from './missing-value.js';
import { aggregatedColumn } from './aggregated-column.js';

export const METRICS = ['value_count', 'sum', 'min', 'max', 'avg', 'cardinality'] as const;
interface MetricOptions extends MissingOptions {
  readonly field: string;
}
export type Metric = (typeof METRICS)[number];

export function parseMetric(reader: JsonReader, metric: Metric, name: string): Aggregation {
  const parsed = objectParser(metric, {
    field: optional(string()),
    missing: optional(value()),
    format: optional(string()),
    value_type: optional(string()),
    ...(metric === 'cardinality' && {
      precision_threshold: optional(precisionThreshold(name)),
      rehash: optional(anyValue()),
      execution_hint: optional(string()),
    }),
  }).parse(reader);
  const { field, missing, format } = parsed;
  if (field === undefined) throw aggregationFieldRequired();
  const options: MetricOptions = {
    field,
    missing: missing ?? undefined,
    format,
    valueType: parsed.value_type,
  };
  return {
    kind: 'metric',
    run(context) {
      checkCardinalityMode(parsed.execution_hint);
      return runMetric(metric, options, context);
    },
  };
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

const CARDINALITY_MODES: ReadonlySet<string> = new Set([
  'direct',
  'global_ordinals',
  'save_memory_heuristic',
  'save_time_heuristic',
  'segment_ordinals',
]);

/** Without effect here; each shard reads it for itself. */
function checkCardinalityMode(mode: string | undefined): void {
  if (mode !== undefined && !CARDINALITY_MODES.has(mode.toLowerCase())) throw unknownCardinalityMode(mode);
}

function runMetric(
  metric: Metric,
  options: MetricOptions,
  { slices, now }: AggregationContext,
): AggregationResult {
  const { field, format } = options;
  const values: Scalar[] = [];
  const columns = slices.map(({ view }) => aggregatedColumn(view, field));
  const [mapped] = columns.flatMap((column) => (column ? checkedField(metric, field, column) : []));
  const type = aggregatedType(mapped, options);
  const missing = missingValue(type, mapped, options, now);
  slices.forEach(({ slots }, at) => {
    const column = columns[at];
    for (let slot = slots.next(0); slot !== -1; slot = slots.next(slot + 1)) {
      const cell = valuesOf(column?.cells[slot]);
      if (cell.length > 0) values.push(...cell);
      else if (missing !== undefined) values.push(missing);
    }
  });
  const result = reduce(metric, values);
  const isCount = metric === 'value_count' || metric === 'cardinality';
  if (mapped !== undefined && !isCount) checkDocValueFormat(mapped, format);
  const text = isCount || result === null ? undefined : valueText(type ?? 'long', mapped, result, format);
  const shown = text !== undefined && { value_as_string: text };
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
