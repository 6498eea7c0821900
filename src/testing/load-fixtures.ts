import type { Instant } from '../clock/instant.js';
import type { Store } from '../store/store.js';

/** A small world: connectors, sync jobs and documents. */
export interface Scenario {
  readonly description?: string;
}

/** The name of a shipped scenario, the path of a JSON file, or a scenario. */
export type Fixture = string | Scenario;

/** Puts fixtures into a store: all of them or, if one is malformed, none. */
export function loadFixtures(_store: Store, _fixtures: readonly Fixture[], _now: Instant): void {}
