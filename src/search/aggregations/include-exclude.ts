import {
  excludeWithPartition,
  partitionOutOfRange,
  partitionParameterMissing,
  unsupportedInclude,
} from '../../errors/aggregation-errors.js';
import type { Instant } from '../../clock/instant.js';
import { asRefusal } from '../../errors/elasticsearch-error.js';
import type { XContentLocation } from '../../errors/xcontent-errors.js';
import type { MappedField } from '../../store/mapping-fields.js';
import { floorMod, murmur3 } from '../../store/murmur3.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../xcontent/json.js';
import { isDateType, type Scalar } from '../field-values.js';
import { dateTerm, termValue } from '../query/term-value.js';

interface Partition {
  readonly partition: number;
  readonly partitions: number;
}

/** The values that a `terms` aggregation takes or leaves out: lists of them, or a share of all that there are. */
export interface IncludeExclude {
  readonly include: readonly Scalar[] | Partition | undefined;
  readonly exclude: readonly Scalar[] | undefined;
}

/**
 * Reads `include` and `exclude`; regular expressions are refused. ES: `IncludeExclude`.
 *
 * @throws ElasticsearchError `parsing_exception` or `illegal_argument_exception` (400)
 */
export function parseIncludeExclude(
  included: JsonValue | undefined,
  excluded: JsonValue | undefined,
  location: XContentLocation,
): IncludeExclude {
  const include = isJsonObject(included ?? null)
    ? readPartition(included as JsonObject)
    : listedValues('include', included, location);
  const exclude = listedValues('exclude', excluded, location);
  if (include !== undefined && 'partition' in include && exclude !== undefined) throw excludeWithPartition();
  return { include, exclude };
}

function readPartition({ partition, num_partitions: partitions }: JsonObject): Partition {
  if (partition === undefined) throw partitionParameterMissing('partition');
  if (partitions === undefined) throw partitionParameterMissing('num_partitions');
  const read = { partition: Number(partition), partitions: Number(partitions) };
  if (read.partition < 0 || read.partition >= read.partitions) throw partitionOutOfRange(read.partitions);
  return read;
}

function listedValues(
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

/** Tells which values of a field pass. */
export function wantedTerms(
  { include, exclude }: IncludeExclude,
  field: MappedField,
  now: Instant,
): (key: Scalar) => boolean {
  if (include !== undefined && 'partition' in include) {
    return (key) => partitionOf(key, include.partitions) === include.partition;
  }
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

const SEED = 31;

/** ES: `IncludeExclude.PartitionedIncludeExcludeStringFilter` and its like for numbers. */
function partitionOf(key: Scalar, partitions: number): number {
  if (typeof key === 'string') return floorMod(murmur3(Buffer.from(key, 'utf8'), SEED), partitions);
  const number = typeof key === 'bigint' ? key : BigInt(Math.trunc(Number(key)));
  const rest = Number(mix64(number) % BigInt(partitions));
  return floorMod(rest, partitions);
}

/** Of a 64-bit integer. HPPC: `BitMixer.mix64`. */
function mix64(value: bigint): bigint {
  let mixed = BigInt.asUintN(64, value);
  mixed = BigInt.asUintN(64, (mixed ^ (mixed >> 32n)) * 0x4cd6944c5cc20b6dn);
  mixed = BigInt.asUintN(64, (mixed ^ (mixed >> 29n)) * 0xfc12c5b19d3259e9n);
  return BigInt.asIntN(64, mixed ^ (mixed >> 32n));
}
