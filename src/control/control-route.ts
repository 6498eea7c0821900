import type { FakeElasticsearch } from '../fake.js';
import type { JsonObject } from '../xcontent/json.js';
import type { Clusters, ManagedCluster } from './managed-cluster.js';

/** What a control route works on. */
export interface ControlCall {
  /** The variables of the path, decoded. */
  readonly path: Readonly<Record<string, string>>;
  /** The query parameters that the route declares. */
  readonly query: ReadonlyMap<string, string>;
  /** Undefined if there was none. */
  readonly body: JsonObject | undefined;
  readonly es: FakeElasticsearch;
  readonly cluster: ManagedCluster;
  readonly clusters: Clusters;
  /** Every route of the control plane, for a reader. */
  readonly routes: readonly string[];
}

/** One route of the control plane: one file, and one line in the table. */
export interface ControlRoute {
  /** e.g. `POST /_fake/snapshots/{id}/_restore` */
  readonly route: `${'GET' | 'POST' | 'DELETE'} /_fake${string}`;
  /** Names of the query parameters that it reads. @default none */
  readonly query?: readonly string[];
  /** Names of the body's fields; without them a body is refused. */
  readonly body?: readonly string[];
  /**
   * Gives the JSON of the answer.
   * @throws ControlError, FakeUsageError for what cannot be done.
   */
  handle(call: ControlCall): object;
}
