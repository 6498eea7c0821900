import { aggregationFieldRequired, nonPositiveAggregationSize } from '../../errors/aggregation-errors.js';
import type { JsonReader } from '../../xcontent/json-reader.js';
import type { JsonValue } from '../../xcontent/json.js';
import {
  anyValue,
  boolean,
  int,
  objectParser,
  optional,
  string,
  value,
} from '../../xcontent/object-parser.js';
import { Bitset } from '../bitset.js';
import { valuesOf } from '../column.js';
import { checkDocValueFormat, valueText } from '../value-format.js';
import type { MappedField } from '../../store/mapping-fields.js';
import { isDateType, isIntegerType, isNumberType, type Scalar } from '../field-values.js';
import {
  runAggregations,
  type Aggregation,
  type AggregationContext,
  type AggregationResult,
  type Aggregations,
  type AggregationSlice,
} from './aggregation.js';
import { aggregatedColumn } from './aggregated-column.js';
import {
  bucketComparator,
  isPath,
  parseBucketOrder,
  type BucketOrder,
  type CountedTerm,
} from './bucket-order.js';
import { parseIncludeExclude, wantedTerms, type IncludeExclude } from './include-exclude.js';
import { aggregatedType, missingValue, type MissingOptions } from './missing-value.js';
import { checkOrderPath } from './order-path.js';

interface TermsOptions extends IncludeExclude, MissingOptions {
  readonly field: string;
  readonly size: number;
  readonly order: readonly BucketOrder[];
  readonly minDocCount: number;
}

/** ES: `TermsAggregationBuilder`. */
export function parseTermsAggregation(reader: JsonReader): Aggregation {
  const parsed = objectParser('terms', {
    field: optional(string()),
    size: optional(int()),
    shard_size: optional(int()),
    min_doc_count: optional(int()),
    shard_min_doc_count: optional(int()),
    order: optional(anyValue()),
    missing: optional(value()),
    format: optional(string()),
    value_type: optional(string()),
    execution_hint: optional(string()),
    collect_mode: optional(string()),
    show_term_doc_count_error: optional(boolean()),
    include: optional(anyValue()),
    exclude: optional(anyValue()),
  }).parse(reader);
  if (parsed.field === undefined) throw aggregationFieldRequired();
  if (parsed.size !== undefined && parsed.size <= 0) throw nonPositiveAggregationSize(parsed.size);
  const options: TermsOptions = {
    field: parsed.field,
    size: parsed.size ?? 10,
    order: parseBucketOrder(parsed.order),
    minDocCount: parsed.min_doc_count ?? 1,
    missing: parsed.missing ?? undefined,
    format: parsed.format,
    valueType: parsed.value_type,
    ...parseIncludeExclude(parsed.include, parsed.exclude, reader.location()),
  };
  return { kind: 'buckets', run: (context, sub) => runTerms(options, context, sub) };
}

function runTerms(options: TermsOptions, context: AggregationContext, sub: Aggregations): AggregationResult {
  const paths = options.order.filter(isPath);
  for (const { by } of paths) checkOrderPath(by, sub);
  const { terms, field, type } = countTerms(options, context);
  if (field !== undefined) checkDocValueFormat(field, options.format);
  const buckets = [...terms.values()].filter(({ count }) => count >= options.minDocCount);
  const withSub = (term: CountedTerm): CountedTerm => ({
    ...term,
    sub: runAggregations(sub, { ...context, slices: term.slices }),
  });
  const compare = bucketComparator(options.order);
  const candidates = paths.length > 0 ? buckets.map(withSub) : buckets;
  const shown = candidates.sort(compare).slice(0, options.size);
  const rest = candidates.slice(options.size).reduce((total, { count }) => total + count, 0);
  return {
    type: typedPrefix(type),
    body: { doc_count_error_upper_bound: 0, sum_other_doc_count: rest },
    buckets: shown.map((term) => ({
      body: { ...keyOf(term.key, type, field, options.format), doc_count: term.count },
      sub: paths.length > 0 ? term.sub : withSub(term).sub,
    })),
  };
}

interface CountedTerms {
  readonly terms: Map<Scalar, CountedTerm>;
  readonly field: MappedField | undefined;
  readonly type: string | undefined;
}

function countTerms(options: TermsOptions, { slices, now }: AggregationContext): CountedTerms {
  const terms = new Map<Scalar, CountedTerm>();
  const columns = slices.map(({ view }) => aggregatedColumn(view, options.field));
  const field = columns.find((column) => column !== undefined)?.field;
  const type = aggregatedType(field, options);
  const missing = missingValue(type, field, options, now);
  slices.forEach((slice, at) => {
    const column = columns[at];
    if (column === undefined && missing === undefined) return;
    const counted = new Map<Scalar, AggregationSlice>();
    const isWanted = column && wantedTerms(options, column.field, now);
    const { slots, view } = slice;
    for (let slot = slots.next(0); slot !== -1; slot = slots.next(slot + 1)) {
      const cell = valuesOf(column?.cells[slot]);
      for (const key of cell.length === 0 && missing !== undefined ? [missing] : cell)
        if (isWanted?.(key) ?? true) add(terms, counted, key, slice, slot);
    }
    if (options.minDocCount > 0 || column === undefined) return;
    // ES: `GlobalOrdinalsStringTermsAggregator`: without a least count, every term of the index is a bucket.
    for (let slot = view.live.next(0); slot !== -1; slot = view.live.next(slot + 1))
      for (const key of valuesOf(column.cells[slot])) if (isWanted?.(key) ?? true) termOf(terms, key);
  });
  return { terms, field, type };
}

function termOf(terms: Map<Scalar, CountedTerm>, key: Scalar): CountedTerm {
  let term = terms.get(key);
  if (term === undefined) {
    term = { key, count: 0, slices: [], sub: new Map() };
    terms.set(key, term);
  }
  return term;
}

function add(
  terms: Map<Scalar, CountedTerm>,
  counted: Map<Scalar, AggregationSlice>,
  key: Scalar,
  { view }: AggregationSlice,
  slot: number,
): void {
  const term = termOf(terms, key);
  term.count += 1;
  let slice = counted.get(key);
  if (slice === undefined) {
    slice = { view, slots: new Bitset() };
    counted.set(key, slice);
    term.slices.push(slice);
  }
  slice.slots.set(slot);
}

function typedPrefix(type: string | undefined): string {
  if (type === undefined) return 'umterms';
  if (isIntegerType(type) || isDateType(type) || type === 'boolean') return 'lterms';
  return isNumberType(type) ? 'dterms' : 'sterms';
}

/** Source: rest-layer B.9: booleans and dates are numbers with a text beside them. */
function keyOf(
  key: Scalar,
  type: string | undefined,
  field: MappedField | undefined,
  format: string | undefined,
): Record<string, JsonValue> {
  if (typeof key === 'string' || type === undefined) return { key };
  const number = typeof key === 'boolean' ? Number(key) : key;
  const text = valueText(type, field, number, format);
  return { key: number, ...(text !== undefined && { key_as_string: text }) };
}
