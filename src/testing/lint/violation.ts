import type { Instant } from '../../clock/instant.js';

/** Something that Elasticsearch allowed and the connector protocol forbids. */
export interface Violation {
  /** Name of the broken rule, e.g. `claim-from-illegal-status`. */
  readonly rule: string;
  /** When it happened, on the fake's clock. */
  readonly at: Instant;
  /** Number of the request in the journal; undefined if none made the change. */
  readonly request: number | undefined;
  /** Name of the concrete index of the document. */
  readonly index: string;
  /** Id of the document. */
  readonly id: string;
  /** What was done and why the connector protocol forbids it, in one sentence. */
  readonly message: string;
}
