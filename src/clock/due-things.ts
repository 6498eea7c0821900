import type { Instant } from './instant.js';

/** Something that will be due at an instant: a schedule's next time, a job turning idle, a delayed answer. */
export interface DueThing {
  readonly at: Instant;
  /** Which kind of thing, e.g. `schedule`, `idle` (a job that will count as idle), `refresh`, `delay` (an answer), `time-out`. */
  readonly kind: string;
  /** Which one of its kind, in words for a tester. */
  readonly what: string;
}

/** Tells what is due next, strictly after an instant. A source of several things may list the next of each. */
export type DueSource = (after: Instant) => DueThing | readonly DueThing[] | undefined;

/** What the sources name as due after an instant, the earliest first; ties in the order of the sources. */
export function dueThings(sources: Iterable<DueSource>, after: Instant): DueThing[] {
  const things: DueThing[] = [];
  for (const source of sources) {
    const found = source(after);
    if (found === undefined) continue;
    if (isList(found)) things.push(...found);
    else things.push(found);
  }
  return things.filter((thing) => thing.at > after).sort((one, other) => one.at - other.at);
}

function isList(found: DueThing | readonly DueThing[]): found is readonly DueThing[] {
  return Array.isArray(found);
}
