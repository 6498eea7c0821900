import { SYNC_JOBS_INDEX } from '../../../store/connector-indices.js';
import type { Rule } from '../rule.js';
import { textIn, type Step } from '../step.js';
import { isTakenOver } from '../sync-job-step.js';

/**
 * As far as the log can tell: nobody had claimed the job, or the end comes with another worker's name. An end without
 * a name may come from any process: that is how a service cleans up idle jobs (clients §1.6 h).
 */
export const finishWithoutClaim: Rule = {
  name: 'finish-without-claim',
  indices: [SYNC_JOBS_INDEX],
  check(step) {
    const { id, to } = step;
    if (!isEndByWorker(step)) return undefined;
    if (step.from === 'pending') {
      return (
        `set sync job [${id}] from [pending] to [${to ?? ''}], ` +
        'but only a worker that has claimed a sync job may finish it, and nobody had'
      );
    }
    if (!isTakenOver(step)) return undefined;
    const [claimer, finisher] = [
      textIn(step.before, 'worker_hostname'),
      textIn(step.after, 'worker_hostname'),
    ];
    return (
      `set sync job [${id}] to [${to ?? ''}] in the name of worker [${finisher ?? ''}], ` +
      `but only the worker that has claimed a sync job may finish it, and that was [${claimer ?? ''}]`
    );
  },
};

/** Whether a direct write says that the work is done or has failed. */
export function isEndByWorker({ isDirect, from, to }: Step): boolean {
  const isOpen = from === 'pending' || from === 'in_progress' || from === 'canceling' || from === 'suspended';
  return isDirect && isOpen && (to === 'completed' || to === 'error');
}
