import { versionConflict } from '../../errors/document-errors.js';
import type { ElasticsearchError } from '../../errors/elasticsearch-error.js';
import type { EsRequest } from '../../rest/exchange.js';
import { CONNECTORS_INDEX, SYNC_JOBS_INDEX } from '../../store/connector-indices.js';

/** A conflict as the engine words it, about the document that a request's path names. */
export function conflictOf({ rawPath }: EsRequest): ElasticsearchError {
  const { index, id } = documentOf(rawPath.split('/').filter(Boolean).map(decoded));
  return versionConflict(
    { index, uuid: '_na_' },
    id,
    'required seqNo [0], primary term [1]. current document has seqNo [1] and primary term [1]',
  );
}

function documentOf(segments: readonly string[]): { index: string; id: string } {
  const [first = '', second = '', third = ''] = segments;
  if (first === '_connector' && second === '_sync_job') return { index: SYNC_JOBS_INDEX, id: third };
  if (first === '_connector') return { index: CONNECTORS_INDEX, id: second };
  return { index: first, id: third };
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
