import type { ControlRoute } from './control-route.js';
import { clockGet } from './routes/clock-get.js';
import { clockMove } from './routes/clock-move.js';
import { clockNext } from './routes/clock-next.js';
import { clockUpcoming } from './routes/clock-upcoming.js';
import { clusterDelete } from './routes/cluster-delete.js';
import { clustersGet } from './routes/clusters-get.js';
import { faultsAdd } from './routes/faults-add.js';
import { faultsDelete } from './routes/faults-delete.js';
import { faultsGet } from './routes/faults-get.js';
import { historyGet } from './routes/history-get.js';
import { info } from './routes/info.js';
import { journalDelete } from './routes/journal-delete.js';
import { journalGet } from './routes/journal-get.js';
import { lintGet } from './routes/lint-get.js';
import { reset } from './routes/reset.js';
import { snapshotRestore } from './routes/snapshot-restore.js';
import { snapshotTake } from './routes/snapshot-take.js';

/** Every route of the control plane. */
export const controlRoutes: readonly ControlRoute[] = [
  info,
  reset,
  clockGet,
  clockMove,
  clockNext,
  clockUpcoming,
  historyGet,
  journalGet,
  journalDelete,
  faultsAdd,
  faultsGet,
  faultsDelete,
  snapshotTake,
  snapshotRestore,
  lintGet,
  clustersGet,
  clusterDelete,
];
