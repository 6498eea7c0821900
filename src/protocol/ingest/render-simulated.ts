import { errorObject } from '../../errors/envelope.js';
import { javaText } from '../../store/mapping-java-text.js';
import { METADATA_NAMES } from './document-metadata.js';
import type { Step } from './execute-pipeline.js';
import type { IngestDocument } from './ingest-document.js';

/** A document as a simulation shows it, its metadata as text. ES: `WriteableIngestDocument.toXContent`. */
export function renderDocument({ metadata, source, ingest }: IngestDocument): object {
  const { timestamp, ...rest } = ingest;
  const shown = METADATA_NAMES.flatMap((name) => {
    const value = metadata[name] ?? null;
    return value === null ? [] : [[name, javaText(value)] as const];
  });
  return {
    ...Object.fromEntries(shown),
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
