import { CONNECTORS_INDEX, SYNC_JOBS_INDEX } from '../../../store/connector-indices.js';
import { printed } from '../printed.js';
import type { Rule } from '../rule.js';
import { fieldOf, type Step } from '../step.js';
import { storedInstant } from '../stored-instant.js';

/** Clocks of two machines differ by that much, ms, and nothing in the protocol looks closer. */
const SKEW_MS = 1000;

/** Nobody is to blame for the time that Elasticsearch wrote itself, on a clock that the test had set back. */
export const lastSeenBackwards: Rule = {
  name: 'last-seen-backwards',
  indices: [SYNC_JOBS_INDEX, CONNECTORS_INDEX],
  check(step) {
    const { id, before, after, change, isDirect } = step;
    if (before === undefined || !(isDirect || change.cause.api === 'connector.sync_job_update_stats')) {
      return undefined;
    }
    const [old, young] = [fieldOf(before, 'last_seen'), fieldOf(after, 'last_seen')];
    if (old === young) return undefined;
    const [earlier, later] = [storedInstant(old), storedInstant(young)];
    if (earlier === undefined || later === undefined || later === change.at) return undefined;
    if (later >= earlier - SKEW_MS) return undefined;
    return (
      `set last_seen of ${describe(step)} [${id}] back from ${printed(old)} to ${printed(young)}, ` +
      'but last_seen only ever moves forward: whoever looks for idle workers would take a live one for dead'
    );
  },
};

function describe({ change }: Step): string {
  return change.index.name === CONNECTORS_INDEX ? 'connector' : 'sync job';
}
