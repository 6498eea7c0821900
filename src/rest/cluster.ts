import type { IdSource } from '../clock/ids.js';
import type { EsVersion } from './version.js';

/** What the emulated cluster says of itself. */
export interface Cluster {
  readonly name: string;
  readonly nodeName: string;
  readonly uuid: string;
  readonly version: EsVersion;
  readonly buildFlavor: 'default' | 'serverless';
  readonly ids: IdSource;
  /** Whether a search sees every write, or only refreshed ones as on the real server. */
  readonly refreshMode: 'immediate' | 'nrt';
}
