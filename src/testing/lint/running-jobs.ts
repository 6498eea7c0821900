import type { Change } from '../../store/change-log.js';
import { SYNC_JOBS_INDEX } from '../../store/connector-indices.js';
import type { JsonObject } from '../../xcontent/json.js';
import { connectorIdOf, sourceOf, textIn } from './step.js';

/** Which content jobs (full and incremental) of each connector are in progress. */
export interface RunningJobs {
  /** Another running job of the connector; undefined if there is none. */
  otherThan(id: string, connectorId: string): string | undefined;
  /** Takes note of a change. */
  follow(change: Change): void;
}

export function createRunningJobs(): RunningJobs {
  const byConnector = new Map<string, Set<string>>();

  function note(id: string, job: JsonObject | undefined, isNow: boolean): void {
    const connectorId = job && runsFor(job);
    if (connectorId === undefined) return;
    const running = byConnector.get(connectorId) ?? new Set<string>();
    byConnector.set(connectorId, running);
    if (isNow) running.add(id);
    else running.delete(id);
  }

  return {
    otherThan(id, connectorId) {
      for (const other of byConnector.get(connectorId) ?? []) if (other !== id) return other;
      return undefined;
    },
    follow(change) {
      if (change.kind === 'registry' || change.index.name !== SYNC_JOBS_INDEX) return;
      if (change.kind === 'document') {
        note(change.after.id, sourceOf(change.before), false);
        note(change.after.id, sourceOf(change.after), true);
      } else if (change.after === undefined) byConnector.clear();
    },
  };
}

/** The connector that a job runs a content sync for. */
export function runsFor(job: JsonObject): string | undefined {
  if (textIn(job, 'status') !== 'in_progress') return undefined;
  const jobType = textIn(job, 'job_type');
  return jobType === 'full' || jobType === 'incremental' ? connectorIdOf(job) : undefined;
}
