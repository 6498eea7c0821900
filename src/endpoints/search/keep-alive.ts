import { parseTimeValue } from '../../clock/duration.js';
import { keepAliveTooLong } from '../../errors/scroll-errors.js';
import { searchPhaseExecution } from '../../errors/shard-failures.js';
import { parameter, type ParameterSpec } from '../../rest/parameters.js';
import type { Index } from '../../store/store-index.js';

const DAY_MS = 86_400_000;

/** How long a scroll or point in time is to live. */
export interface KeepAlive {
  readonly ms: number;
  /** As it was sent. */
  readonly text: string;
}

export function keepAlive(): ParameterSpec<KeepAlive | undefined> {
  return parameter((value, name) => (value === undefined ? undefined : readKeepAlive(value, name)));
}

export function readKeepAlive(text: string, name: string): KeepAlive {
  return { ms: parseTimeValue(text, name), text };
}

/** `search.max_keep_alive`. ES: `SearchService.checkKeepAliveLimit`. @throws ElasticsearchError as each shard fails */
export function checkKeepAlive(
  { ms, text }: KeepAlive,
  targets: readonly Index[],
  node: string,
  phase = 'query',
): void {
  if (ms <= DAY_MS || targets.length === 0) return;
  const error = keepAliveTooLong(text, '1d');
  const failures = targets.map((index) => ({ shard: 0, index: index.name, node, error }));
  throw searchPhaseExecution(failures, phase);
}
