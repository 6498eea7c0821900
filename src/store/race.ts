import { pathBetween, type Point } from './change-log.js';
import type { Index } from './store-index.js';
import { conflictOf } from './write-conditions.js';

/** The two ends of what a request missed: where the history stood when it read, and where it stands as it writes. */
export interface Race {
  readonly read: Point;
  readonly write: Point;
}

/**
 * Why an update conflicts if its document has changed between its read and its write: the engine's race. Undefined if it
 * has not. Source: sync-jobs §10.4.
 */
export function lostRace(race: Race | undefined, index: Index, id: string): string | undefined {
  if (race === undefined) return undefined;
  const changes = pathBetween(race.read, race.write).redo.filter(
    (change) => change.kind === 'document' && change.index === index && change.after.id === id,
  );
  const [first, last] = [changes[0], changes.at(-1)];
  if (first?.kind !== 'document' || last?.kind !== 'document') return undefined;
  const { before } = first;
  if (before === undefined || before.deleted) return undefined;
  return conflictOf({ ifSeqNo: before.seqNo, ifPrimaryTerm: before.primaryTerm }, last.after, false);
}
