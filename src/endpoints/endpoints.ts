import type { Endpoint } from '../rest/endpoint.js';
import { syncJobCancel } from './connector/sync-job-cancel.js';
import { syncJobCheckIn } from './connector/sync-job-check-in.js';
import { syncJobClaim } from './connector/sync-job-claim.js';
import { syncJobDelete } from './connector/sync-job-delete.js';
import { syncJobError } from './connector/sync-job-error.js';
import { syncJobGet } from './connector/sync-job-get.js';
import { syncJobList } from './connector/sync-job-list.js';
import { syncJobPost } from './connector/sync-job-post.js';
import { syncJobUpdateStats } from './connector/sync-job-update-stats.js';
import { info } from './info.js';

/** Every endpoint of the fake. A new one is a file beside these and a line here. */
export const endpoints: readonly Endpoint[] = [
  info,
  syncJobPost,
  syncJobList,
  syncJobGet,
  syncJobDelete,
  syncJobCancel,
  syncJobCheckIn,
  syncJobClaim,
  syncJobError,
  syncJobUpdateStats,
];
