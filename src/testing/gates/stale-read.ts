import type { IdSource } from '../../clock/ids.js';
import type { Point } from '../../store/change-log.js';
import type { Race } from '../../store/race.js';
import type { Store } from '../../store/store.js';

/**
 * Carries out a request that read the store at an earlier point and writes now.
 *
 * It runs at that point first, so that its reads see what it saw. If it writes nothing there, or another write was
 * faster, that is its answer; otherwise it runs again where the history stands.
 */
export function runAsReadAt<Outcome>(
  { store, ids }: { readonly store: Store; readonly ids: IdSource },
  read: Point,
  run: (race: Race | undefined) => Outcome,
): Outcome {
  const present = store.snapshot();
  if (present.point === read) return run(undefined);
  const race: Race = { read, write: present.point };
  const idState = ids.state();
  let outcome: Outcome;
  let hasWritten: boolean;
  try {
    store.restore({ point: read });
    outcome = run(race);
    hasWritten = store.point !== read;
  } finally {
    store.restore(present);
  }
  if (!hasWritten) return outcome;
  ids.restore(idState);
  return run(race);
}
