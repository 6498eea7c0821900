import { ElasticsearchError } from './elasticsearch-error.js';
import { illegalArgument } from './request-errors.js';
import { namedObjectNotFound, parsingException, type XContentLocation } from './xcontent-errors.js';

/** ES: `AggregatorFactories.parseAggregators`. */
export function unknownAggregation(
  location: XContentLocation,
  type: string,
  hint: string,
): ElasticsearchError {
  const cause = namedObjectNotFound(location, `unknown field [${type}]${hint}`);
  return parsingException(`Unknown aggregation type [${type}]${hint}`, location, cause);
}

/** What the fake says of a form of `include` or `exclude` that it lacks. */
export function unsupportedInclude(location: XContentLocation, name: string): ElasticsearchError {
  return parsingException(`[terms] does not support [${name}] in this form`, location);
}

/** ES: `IncludeExclude.parseInclude`. */
export function partitionParameterMissing(name: string): ElasticsearchError {
  return illegalArgument(`Missing [${name}] parameter for partition-based include`);
}

/** ES: `IncludeExclude`. */
export function partitionOutOfRange(partitions: number): ElasticsearchError {
  return illegalArgument(`Partition must be >=0 and < numPartition which is ${partitions}`);
}

/** ES: `IncludeExclude.merge`. */
export function excludeWithPartition(): ElasticsearchError {
  return illegalArgument('Cannot specify any excludes when using a partition-based include');
}

/** ES: `CardinalityAggregatorFactory.ExecutionMode.fromString`, its missing space included. */
export function unknownCardinalityMode(mode: string): ElasticsearchError {
  return illegalArgument(
    `Invalid execution mode for cardinality aggregation.  Got [${mode}]` +
      'expected one of [global_ordinal, segment_ordinal, direct]',
  );
}

/** 400: an `order` that leads nowhere. ES: `InternalOrder.Aggregation`, `AggregationExecutionException.InvalidPath`. */
export function invalidOrderPath(path: string, why: string): ElasticsearchError {
  const cause = illegalArgument(why);
  return new ElasticsearchError({
    status: 400,
    type: 'invalid_path',
    reason: `Invalid aggregation order path [${path}]. ${why}`,
    family: 'elasticsearch',
    cause,
  });
}

/** ES: `ValuesSourceConfig` without a field or a script. */
export function aggregationFieldRequired(): ElasticsearchError {
  return illegalArgument('Required one of fields [field, script], but none were specified. ');
}

/** ES: `ValuesSourceRegistry.getAggregator`. */
export function unsupportedAggregationField(
  field: string,
  type: string,
  aggregation: string,
): ElasticsearchError {
  return illegalArgument(
    `Field [${field}] of type [${type}] is not supported for aggregation [${aggregation}]`,
  );
}

/** ES: `TermsAggregationBuilder.size`. */
export function nonPositiveAggregationSize(size: number): ElasticsearchError {
  return illegalArgument(`[size] must be greater than 0. Found [${size}]`);
}

/** ES: `CardinalityAggregationBuilder.precisionThreshold`. */
export function negativePrecisionThreshold(
  threshold: number | bigint,
  aggregation: string,
): ElasticsearchError {
  return illegalArgument(
    `[precisionThreshold] must be greater than or equal to 0. Found [${threshold}] in [${aggregation}]`,
  );
}

/** ES: `InternalOrder.Parser`. */
export function unknownBucketOrder(direction: string): ElasticsearchError {
  return illegalArgument(`Unknown order direction [${direction}]`);
}

/** ES: `AggregatorFactories.parseAggregators`. */
export function invalidAggregationName(location: XContentLocation, name: string): ElasticsearchError {
  const rule = "Aggregation names can contain any character except '[', ']', and '>'";
  return parsingException(`Invalid aggregation name [${name}]. ${rule}`, location);
}

/** ES: `AggregatorFactories.parseAggregators`. */
export function aggregationNotObject(
  location: XContentLocation,
  token: string | undefined,
  key: string,
  name?: string,
): ElasticsearchError {
  const found = token ?? 'null';
  return parsingException(
    name === undefined
      ? `Aggregation definition for [${key} starts with a [${found}], expected a [START_OBJECT].`
      : `Expected [START_OBJECT] under [${key}], but got a [${found}] in [${name}]`,
    location,
  );
}

/** ES: `AggregatorFactories.parseAggregators`. */
export function twoAggregationTypes(
  location: XContentLocation,
  name: string,
  first: string,
  second: string,
): ElasticsearchError {
  const reason = `Found two aggregation type definitions in [${name}]: [${first}] and [${second}]`;
  return parsingException(reason, location);
}

/** ES: `AggregatorFactories.parseAggregators`. */
export function missingAggregationDefinition(location: XContentLocation, name: string): ElasticsearchError {
  return parsingException(`Missing definition for aggregation [${name}]`, location);
}

/** ES: `AggregationInitializationException`. */
export function noSubAggregations(name: string, type: string): ElasticsearchError {
  return new ElasticsearchError({
    status: 500,
    type: 'aggregation_initialization_exception',
    reason: `Aggregator [${name}] of type [${type}] cannot accept sub-aggregations`,
    family: 'elasticsearch',
  });
}
