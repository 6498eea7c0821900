import { invalidOrderPath } from '../../errors/aggregation-errors.js';
import type { AggregationResult, AggregationResults, Aggregations, NamedAggregation } from './aggregation.js';

const LIST_END =
  'Buckets can only be sorted on a sub-aggregator path that is built out of zero or more single-bucket aggregations ' +
  'within the path and a final single-bucket or a metrics aggregation at the path end.';

interface Step {
  readonly text: string;
  readonly name: string;
  /** The value of an aggregation at the end of a path. */
  readonly key: string | undefined;
}

/** ES: `AggregationPath.parse`. */
function stepsOf(path: string): Step[] {
  const texts = path.split('>').filter((text) => text !== '');
  return texts.map((text, at) => {
    const isLast = at === texts.length - 1;
    const bracket = /^(.+)\[([^\]]+)\]$/.exec(text);
    if (bracket) return { text, name: bracket[1] as string, key: bracket[2] };
    const dot = isLast ? text.lastIndexOf('.') : -1;
    return dot <= 0
      ? { text, name: text, key: undefined }
      : { text, name: text.slice(0, dot), key: text.slice(dot + 1) };
  });
}

/**
 * Sees to it that a path below a bucket leads to something that has one value. ES: `Aggregator.resolveSortPath`.
 *
 * @throws ElasticsearchError `invalid_path` (400)
 */
export function checkOrderPath(path: string, sub: Aggregations): void {
  const steps = stepsOf(path);
  let within = sub;
  steps.forEach(({ text, name, key }, at) => {
    const found = within.get(name);
    if (found === undefined) {
      throw invalidOrderPath(
        path,
        `The provided aggregation [${text}] either does not exist, or is a pipeline aggregation and cannot be used to ` +
          'sort the buckets.',
      );
    }
    const why = at === steps.length - 1 ? whyNoEnd(found, name, key) : whyNoStep(found, name);
    if (why !== undefined) throw invalidOrderPath(path, why);
    within = found.sub;
  });
}

function whyNoStep({ aggregation }: NamedAggregation, name: string): string | undefined {
  return aggregation.kind === 'bucket' ? undefined : `${LIST_END} [${name}] is not single-bucket.`;
}

function whyNoEnd(
  { aggregation }: NamedAggregation,
  name: string,
  key: string | undefined,
): string | undefined {
  if (aggregation.kind === 'buckets') return LIST_END;
  const value = aggregation.kind === 'bucket' ? 'doc_count' : 'value';
  if (key === undefined || key === value) return undefined;
  const kind = value === 'value' ? 'single-value metrics' : 'single-bucket';
  return (
    `Ordering on a ${kind} aggregation can only be done on its ${value}. ` +
    `Either drop the key (a la "${name}") or change it to "${value}" (a la "${name}.${value}")`
  );
}

/** What a path leads to in one bucket; NaN for an average of nothing. ES: `AggregationPath.resolveValue`. */
export function orderValue(path: string, results: AggregationResults): number {
  let within: AggregationResults | undefined = results;
  let value = Number.NaN;
  for (const { name } of stepsOf(path)) {
    const result: AggregationResult | undefined = within?.get(name);
    const found = result?.body['value'] ?? result?.body['doc_count'];
    value = found === undefined || found === null ? nothingOf(result?.type) : Number(found);
    within = result?.sub;
  }
  return value;
}

function nothingOf(type: string | undefined): number {
  if (type === 'min') return Number.POSITIVE_INFINITY;
  return type === 'max' ? Number.NEGATIVE_INFINITY : Number.NaN;
}
