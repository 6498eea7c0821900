import type { IdSource } from '../clock/ids.js';
import type { License } from '../protocol/license/license.js';
import type { Security } from '../protocol/security/security.js';
import type { SearchContexts } from '../search/contexts.js';
import type { EsVersion } from './version.js';

/** What the emulated cluster says of itself. */
export interface Cluster {
  readonly name: string;
  readonly nodeName: string;
  readonly uuid: string;
  /** Id of the only node, as shard failures name it. */
  readonly nodeId: string;
  readonly version: EsVersion;
  readonly buildFlavor: 'default' | 'serverless';
  readonly ids: IdSource;
  /** Whether a search sees every write, or only refreshed ones as on the real server. */
  readonly refreshMode: 'immediate' | 'nrt';
  /** Open scrolls and points in time. */
  readonly searchContexts: SearchContexts;
  /** The license that it begins with; a basic one unless said otherwise. */
  readonly license?: License | undefined;
  /** Who may come in; undefined while security is off. */
  readonly security?: Security | undefined;
}
