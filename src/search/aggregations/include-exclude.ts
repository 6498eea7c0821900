import { asRefusal } from '../../errors/elasticsearch-error.js';
import type { Instant } from '../../clock/instant.js';
import { unsupportedInclude } from '../../errors/aggregation-errors.js';
import type { XContentLocation } from '../../errors/xcontent-errors.js';
import type { MappedField } from '../../store/mapping-fields.js';
import type { JsonValue } from '../../xcontent/json.js';
import { isDateType, type Scalar } from '../field-values.js';
import { dateTerm, termValue } from '../query/term-value.js';

/** The lists of values that a `terms` aggregation takes or leaves out. */
export interface IncludeExclude {
  readonly include: readonly Scalar[] | undefined;
  readonly exclude: readonly Scalar[] | undefined;
}

/**
 * Reads `include` or `exclude`; partitions and regular expressions are refused. ES: `IncludeExclude`.
 *
 * @throws ElasticsearchError `parsing_exception` (400)
 */
export function listedValues(
  name: 'include' | 'exclude',
  listed: JsonValue | undefined,
  location: XContentLocation,
): readonly Scalar[] | undefined {
  if (listed === undefined) return undefined;
  if (!Array.isArray(listed)) {
    throw asRefusal(unsupportedInclude(location, name), `${name} of a terms aggregation that is no list`);
  }
  return (listed as readonly JsonValue[]).filter((value): value is Scalar => typeof value !== 'object');
}

/** Tells which values of a field the lists let pass. */
export function wantedTerms(
  { include, exclude }: IncludeExclude,
  field: MappedField,
  now: Instant,
): (key: Scalar) => boolean {
  const keysOf = (values: readonly Scalar[]): Set<Scalar | undefined> =>
    new Set(
      values.map((value) =>
        isDateType(field.type) ? dateTerm(field, value, now)[0] : termValue(field, value),
      ),
    );
  const taken = include && keysOf(include);
  const left = exclude && keysOf(exclude);
  return (key) => (taken?.has(key) ?? true) && left?.has(key) !== true;
}
