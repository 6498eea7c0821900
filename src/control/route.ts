import type { FakeElasticsearch, FakeSnapshot } from '../fake-elasticsearch.js';
import type { FaultRule } from '../testing/faults/faults.js';
import type { ControlBody } from './body.js';
import type { ControlReply } from './reply.js';

/** One fake and what was left with its control plane. */
export interface ControlledCluster {
  readonly es: FakeElasticsearch;
  readonly snapshots: Map<string, FakeSnapshot>;
  /** The fault rules that came in through the control plane, by id. */
  readonly faults: Map<string, { readonly rule: FaultRule; remove(): void }>;
  /** The next free id of a snapshot or fault. */
  nextId: number;
}

/** One call of the control plane, read. */
export interface ControlCall {
  readonly cluster: ControlledCluster;
  /** The path's variables, decoded. */
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: ControlBody;
}

export interface ControlRoute {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Below `/_fake`, e.g. `/history/{index}/{id}`. */
  readonly path: string;
  /** Query parameters that it reads. */
  readonly params?: readonly string[];
  /** @throws FakeUsageError which becomes a 400 */
  readonly handle: (call: ControlCall) => ControlReply;
}

/** The variables of a path that fits a pattern; undefined if it does not. */
export function variablesOf(pattern: string, segments: readonly string[]): Record<string, string> | undefined {
  const parts = pattern.split('/').slice(1);
  if (parts.length !== segments.length) return undefined;
  const variables: Record<string, string> = {};
  for (const [at, part] of parts.entries()) {
    const segment = segments[at] ?? '';
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name !== undefined) variables[name] = segment;
    else if (part !== segment) return undefined;
  }
  return variables;
}
