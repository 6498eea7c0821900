import { SYNC_STATUSES, type SyncStatus } from '../../protocol/connector/sync-job.js';
import type { DocumentChange } from '../../store/change-log.js';
import type { Entry } from '../../store/document.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../xcontent/json.js';

/** One change of a document as the rules see it: the connector or its user did it, no fixture. */
export interface Step {
  readonly change: DocumentChange;
  readonly id: string;
  /** Undefined if the document was created. */
  readonly before: JsonObject | undefined;
  /** What the document is now; of a deletion no rule hears. */
  readonly after: JsonObject;
  /** Status before; undefined if there was none that Elastic knows. */
  readonly from: SyncStatus | undefined;
  /** Status now. */
  readonly to: SyncStatus | undefined;
  /** Written through the document APIs, so that nothing but the writer decided what is in it. */
  readonly isDirect: boolean;
}

/** The step behind a change; undefined if it deleted the document. */
export function stepOf(change: DocumentChange): Step | undefined {
  const before = sourceOf(change.before);
  const after = sourceOf(change.after);
  if (after === undefined) return undefined;
  return {
    change,
    id: change.after.id,
    before,
    after,
    from: statusIn(before),
    to: statusIn(after),
    isDirect: !change.cause.api.startsWith('connector.'),
  };
}

export function sourceOf(entry: Entry | undefined): JsonObject | undefined {
  return entry === undefined || entry.deleted ? undefined : entry.source;
}

function statusIn(source: JsonObject | undefined): SyncStatus | undefined {
  const status = source && fieldOf(source, 'status');
  return SYNC_STATUSES.find((known) => known === status);
}

/** A field that a document has of its own. */
export function fieldOf(source: JsonObject, field: string): JsonValue | undefined {
  return Object.hasOwn(source, field) ? source[field] : undefined;
}

/** A field with text in it. */
export function textIn(source: JsonObject | undefined, field: string): string | undefined {
  const value = source && fieldOf(source, field);
  return typeof value === 'string' ? value : undefined;
}

/** The connector that a sync job belongs to. */
export function connectorIdOf(job: JsonObject): string | undefined {
  const connector = fieldOf(job, 'connector');
  return isJsonObject(connector) ? textIn(connector, 'id') : undefined;
}
