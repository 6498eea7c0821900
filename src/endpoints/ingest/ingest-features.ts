import type { IngestFeatures } from '../../protocol/ingest/processor-config.js';
import { isAtLeast, type EsVersion } from '../../rest/version.js';

/** What ingest pipelines can do in a release. */
export function ingestFeatures(version: EsVersion): IngestFeatures {
  const isNew = isAtLeast(version, '9.2');
  return { extendsAppend: isNew, tracksPipelines: isNew, hasAccessPatterns: isNew };
}
