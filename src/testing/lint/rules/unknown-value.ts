import { JOB_TYPES, SYNC_STATUSES, TRIGGER_METHODS } from '../../../protocol/connector/sync-job.js';
import { SYNC_JOBS_INDEX } from '../../../store/connector-indices.js';
import { printed } from '../printed.js';
import type { Rule } from '../rule.js';
import { fieldOf, type Step } from '../step.js';

const ENUMERATIONS: readonly (readonly [field: string, known: readonly string[]])[] = [
  ['status', SYNC_STATUSES],
  ['job_type', JOB_TYPES],
  ['trigger_method', TRIGGER_METHODS],
];

/**
 * Case counts: Elastic's service looks jobs up by the exact keyword, and its Python enums know no other spelling.
 * Source: sync-jobs §3, clients §1.3.
 */
export const unknownValue: Rule = {
  name: 'unknown-value',
  indices: [SYNC_JOBS_INDEX],
  check(step) {
    const wrong = ENUMERATIONS.filter(([field, known]) => isNewAndUnknown(step, field, known));
    if (wrong.length === 0) return undefined;
    const left = wrong.map(([field]) => `${field} ${printed(fieldOf(step.after, field))}`).join(' and ');
    const known = wrong.map(([field, members]) => `${field} is one of [${members.join(', ')}]`).join(' and ');
    return `left sync job [${step.id}] with ${left}, but in the connector protocol ${known}`;
  },
};

function isNewAndUnknown({ before, after }: Step, field: string, known: readonly string[]): boolean {
  const value = fieldOf(after, field);
  if (typeof value === 'string' && known.includes(value)) return false;
  // A scanty document of a test's own is fine; without a status nobody can do anything with it.
  if (value == null && field !== 'status') return false;
  return before === undefined || fieldOf(before, field) !== value;
}
