import type { SyncStatus } from '../../protocol/connector/sync-job.js';
import { isSameJson } from '../../store/deep-merge.js';
import type { JsonObject } from '../../xcontent/json.js';
import { fieldOf, textIn, type Step } from './step.js';

/** Whether a job in this state has come to its end. Source: sync-jobs §14a. */
export function isFinished(status: SyncStatus | undefined): status is 'completed' | 'canceled' | 'error' {
  return status === 'completed' || status === 'canceled' || status === 'error';
}

/** Whether a step takes an existing job: through the API, or by writing what the API would write. */
export function isClaim(step: Step): boolean {
  if (step.change.cause.api === 'connector.sync_job_claim') return true;
  if (!step.isDirect || step.from === undefined || step.to !== 'in_progress') return false;
  return step.from !== 'in_progress' || isTakenOver(step);
}

/** Whether the job went from one worker to another. */
export function isTakenOver({ before, after }: Step): boolean {
  const old = textIn(before, 'worker_hostname');
  const young = textIn(after, 'worker_hostname');
  return old !== undefined && young !== undefined && old !== young;
}

/** Whether a step says that the worker is alive, and no more. */
export function isCheckIn(step: Step): boolean {
  if (step.change.cause.api === 'connector.sync_job_check_in') return true;
  return step.isDirect && isOnlyChange(step, 'last_seen');
}

/** Whether a step only completes an end that was written without its time, as `_error` does (sync-jobs §11). */
export function isRestOfEnd({ before, after, from, to }: Step): boolean {
  return from === to && !isFilled(before, 'completed_at') && isFilled(after, 'completed_at');
}

function isOnlyChange({ before, after }: Step, field: string): boolean {
  if (before === undefined) return false;
  const changed = changedFields(before, after);
  return changed.length === 1 && changed[0] === field;
}

/** The top-level fields that two versions of a document differ in. */
export function changedFields(before: JsonObject, after: JsonObject): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((field) => {
    const old = fieldOf(before, field);
    const young = fieldOf(after, field);
    if (old === undefined || young === undefined) return old !== young;
    return !isSameJson(old, young);
  });
}

/** Whether a document has a field, and more than null in it. */
export function isFilled(source: JsonObject | undefined, field: string): boolean {
  return source !== undefined && (fieldOf(source, field) ?? null) !== null;
}
