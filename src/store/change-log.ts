import type { Instant } from '../clock/instant.js';
import type { Entry } from './document.js';
import type { Index, IndexMetadata } from './store-index.js';

/** Why a change happened. `request` is the number of the request in the journal, if a request made it. */
export interface ChangeCause {
  /** API name, e.g. `connector.sync_job_claim`, or `fixture` for seeded documents. */
  readonly api: string;
  readonly request: number | undefined;
}

interface ChangeBase {
  readonly at: Instant;
  readonly cause: ChangeCause;
}

export interface DocumentChange extends ChangeBase {
  readonly kind: 'document';
  readonly index: Index;
  readonly before: Entry | undefined;
  readonly after: Entry;
}

/** An index appeared (`before` undefined), vanished (`after` undefined), or got other metadata. */
export interface IndexChange extends ChangeBase {
  readonly kind: 'index';
  readonly index: Index;
  readonly before: IndexMetadata | undefined;
  readonly after: IndexMetadata | undefined;
}

/** A named object beside the indices: an ingest pipeline, a template, an API key. */
export interface RegistryChange extends ChangeBase {
  readonly kind: 'registry';
  readonly registry: string;
  readonly key: string;
  readonly before: unknown;
  readonly after: unknown;
}

export type Change = DocumentChange | IndexChange | RegistryChange;

/**
 * A point in the history of a store. Points form a tree: restoring an older point and writing again starts a
 * branch, and the points of the other branch stay valid as long as somebody holds them.
 */
export interface Point {
  readonly depth: number;
  readonly parent: Point | undefined;
  /** The change that led from the parent to this point; undefined at the root. */
  readonly change: Change | undefined;
}

export const ROOT: Point = { depth: 0, parent: undefined, change: undefined };

export function append(point: Point, change: Change): Point {
  return { depth: point.depth + 1, parent: point, change };
}

/** The changes to undo (newest first) and then to redo (oldest first) to get from one point to another. */
export function pathBetween(from: Point, to: Point): { undo: Change[]; redo: Change[] } {
  const undo: Change[] = [];
  const redo: Change[] = [];
  let left = from;
  let right = to;
  while (left !== right) {
    if (left.depth >= right.depth) {
      undo.push(left.change as Change);
      left = left.parent as Point;
    } else {
      redo.push(right.change as Change);
      right = right.parent as Point;
    }
  }
  return { undo, redo: redo.reverse() };
}

/** All changes from the root to a point, oldest first. */
export function changesUpTo(point: Point): Change[] {
  return pathBetween(ROOT, point).redo;
}
