import { formatInstant } from '../clock/format-instant.js';
import type { Instant } from '../clock/instant.js';
import { changesUpTo, type DocumentChange, type Point } from '../store/change-log.js';
import { isSameJson } from '../store/deep-merge.js';
import { deepFreeze, type Entry } from '../store/document.js';
import type { JsonObject, JsonValue } from '../xcontent/json.js';
import { checkKind } from './checks.js';

/** One field of a document before and after a change; undefined where it was absent. */
export interface FieldChange {
  readonly before: JsonValue | undefined;
  readonly after: JsonValue | undefined;
}

/** One change of one document. */
export interface Transition {
  readonly at: Instant;
  /** Status before; undefined if the document was created or has none. */
  readonly from: string | undefined;
  /** Status after; undefined if the document was deleted or has none. */
  readonly to: string | undefined;
  /** Every leaf field that changed, by its dotted path. */
  readonly changed: Readonly<Record<string, FieldChange>>;
  readonly cause: {
    /** API name, e.g. `connector.sync_job_claim`. */
    readonly api: string;
    /** Number of the request in the journal. */
    readonly request: number | undefined;
  };
}

/**
 * The changes of one document up to a point, oldest first. Seeded documents start with their first change after
 * the seed.
 */
export function historyOf(point: Point, indexName: string, id: string): Transition[] {
  const changes = changesUpTo(point).filter(
    (change): change is DocumentChange =>
      change.kind === 'document' && change.after.id === id && change.index.name === indexName,
  );
  const seeded = changes.findLastIndex(({ cause }) => cause.api === 'fixture');
  return changes.slice(seeded + 1).map(transitionOf);
}

function transitionOf({ at, before, after, cause }: DocumentChange): Transition {
  const old = sourceOf(before);
  const young = sourceOf(after);
  return {
    at,
    from: statusOf(old),
    to: statusOf(young),
    changed: Object.fromEntries(changedFields(old ?? {}, young ?? {}, '')),
    cause: { api: cause.api, request: cause.request },
  };
}

function sourceOf(entry: Entry | undefined): JsonObject | undefined {
  return entry === undefined || entry.deleted ? undefined : deepFreeze(entry.source);
}

function statusOf(source: JsonObject | undefined): string | undefined {
  return typeof source?.status === 'string' ? source.status : undefined;
}

function* changedFields(
  old: JsonObject,
  young: JsonObject,
  prefix: string,
): Generator<[string, FieldChange]> {
  for (const key of new Set([...Object.keys(old), ...Object.keys(young)])) {
    const before = Object.hasOwn(old, key) ? old[key] : undefined;
    const after = Object.hasOwn(young, key) ? young[key] : undefined;
    if (before !== undefined && after !== undefined && isSameJson(before, after)) continue;
    if (isPlain(before) && isPlain(after)) yield* changedFields(before, after, `${prefix}${key}.`);
    else yield [`${prefix}${key}`, { before, after }];
  }
}

function isPlain(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * A history as a person reads it, one line a change.
 * @throws FakeUsageError for what is no list.
 */
export function printTimeline(transitions: readonly Transition[]): string {
  checkKind(transitions, 'What printTimeline() takes', ['the list that es.history(id) gives', Array.isArray]);
  if (transitions.length === 0) return 'no change since the seed';
  return transitions.map(printTransition).join('\n');
}

function printTransition({ at, from, to, changed, cause }: Transition): string {
  const step = from === to ? (to ?? '-') : `${from ?? '(absent)'} → ${to ?? '(deleted)'}`;
  const request = cause.request === undefined ? '' : ` #${cause.request}`;
  const fields = Object.entries(changed)
    .filter(([path]) => path !== 'status')
    .map(([path, { after }]) => `${path}=${after === undefined ? '(absent)' : shown(after)}`);
  return `${formatInstant(at)}  ${step}  ${cause.api}${request}${fields.length > 0 ? `  ${fields.join(' ')}` : ''}`;
}

function shown(value: JsonValue): string {
  return JSON.stringify(value, (_, member: unknown) =>
    typeof member === 'bigint' ? String(member) : member,
  );
}
