import { errorObject } from '../../errors/envelope.js';
import type { Step } from './execute-pipeline.js';
import type { IngestDocument } from './ingest-document.js';

/** A document as a simulation shows it. ES: `WriteableIngestDocument.toXContent`. */
export function renderDocument({ metadata, source, ingest }: IngestDocument): object {
  const { _index, _id, _routing, _version } = metadata;
  const { timestamp, ...rest } = ingest;
  return {
    _index,
    _version: typeof _version === 'object' ? '-3' : String(_version),
    _id,
    ...(_routing !== undefined && { _routing }),
    _source: source,
    _ingest: { ...rest, timestamp },
  };
}

/** What a verbose simulation says of one processor. ES: `SimulateProcessorResult.toXContent`. */
export function renderStep(document: IngestDocument, { processor, status, error }: Step): object {
  const { type, description, tag, script } = processor;
  const failure = error && { error: errorObject(error, false) };
  const isShown = status === 'error_ignored' || (status === 'success' && type !== 'pipeline');
  return {
    processor_type: type,
    status,
    ...(description !== undefined && { description }),
    ...(tag !== undefined && { tag }),
    ...(script !== undefined && { if: { condition: script, result: status !== 'skipped' } }),
    ...(failure !== undefined && (status === 'error_ignored' ? { ignored_error: failure } : failure)),
    ...(isShown && { doc: renderDocument(document) }),
  };
}
