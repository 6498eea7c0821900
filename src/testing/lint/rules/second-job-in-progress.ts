import { SYNC_JOBS_INDEX } from '../../../store/connector-indices.js';
import type { Rule } from '../rule.js';
import { runsFor } from '../running-jobs.js';

/** Content syncs, full and incremental, share an index and a cursor; Elastic's service runs one at a time. */
export const secondJobInProgress: Rule = {
  name: 'second-job-in-progress',
  indices: [SYNC_JOBS_INDEX],
  check({ id, before, after }, running) {
    // A job that is written in progress from the start is the scene that a test sets.
    if (before === undefined) return undefined;
    const connectorId = runsFor(after);
    if (connectorId === undefined || connectorId === runsFor(before)) return undefined;
    const other = running.otherThan(id, connectorId);
    if (other === undefined) return undefined;
    return (
      `started sync job [${id}] while sync job [${other}] was in progress, ` +
      `but a connector, here [${connectorId}], runs one content sync (full or incremental) at a time`
    );
  },
};
