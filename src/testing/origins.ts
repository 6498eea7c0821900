import type { Journal } from './journal.js';
import type { Transition } from './history.js';

/** What a failing matcher asks of the fake that a document came from. */
export interface OriginFake {
  readonly journal: Journal;
  history(id: string, index?: string): Transition[];
}

/** Where a document that a fake handed out stands. */
export interface DocumentOrigin {
  readonly es: OriginFake;
  /** Name of the concrete index. */
  readonly index: string;
  readonly id: string;
}

/** A look-up that found nothing. */
export interface DocumentMiss extends DocumentOrigin {
  /** The ids that the index has. */
  ids(): Iterable<string>;
}

interface Origins {
  readonly documents: WeakMap<object, DocumentOrigin>;
  lastMiss: DocumentMiss | undefined;
}

/** On `globalThis`, because fake and matchers may come from different copies of this package. */
const KEY = Symbol.for('elasticsearch-connector-fake/origins');

function origins(): Origins {
  const holder = globalThis as unknown as { [KEY]: Origins | undefined };
  return (holder[KEY] ??= { documents: new WeakMap(), lastMiss: undefined });
}

/**
 * Notes where a document came from, so that a matcher that is given the bare document can print its timeline; or, of
 * undefined, what was asked for in vain. Gives the document back.
 */
export function rememberOrigin<T extends object>(source: T | undefined, miss: DocumentMiss): T | undefined {
  const known = origins();
  if (source === undefined) known.lastMiss = miss;
  else known.documents.set(source, { es: miss.es, index: miss.index, id: miss.id });
  return source;
}

/** Where a document came from; undefined if no fake handed it out. */
export function originOf(source: object): DocumentOrigin | undefined {
  return origins().documents.get(source);
}

/** The last look-up of any fake that found nothing. */
export function lastMiss(): DocumentMiss | undefined {
  return origins().lastMiss;
}
