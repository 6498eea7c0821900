import type { IngestFeatures } from '../../protocol/ingest/processor-config.js';
import { isAtLeast, type EsVersion } from '../../rest/version.js';

/** What ingest pipelines can do in a release. */
export function ingestFeatures(version: EsVersion): IngestFeatures {
  return { extendsAppend: isAtLeast(version, '9.2') };
}
