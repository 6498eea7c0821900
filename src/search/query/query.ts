import type { Instant } from '../../clock/instant.js';
import { Bitset } from '../bitset.js';
import type { View } from '../view.js';

export interface QueryContext {
  readonly view: View;
  readonly now: Instant;
  /** Takes the clauses with a `_name`; undefined where nobody asks for them. */
  readonly named?: NamedClauses | undefined;
  /** Set where the inside of a `nested` is made ready for whole documents, for the names in it alone. */
  readonly isForNames?: boolean;
}

/** A score that every match shares, or one for each slot. */
export type Score = number | ((slot: number) => number);

/**
 * A query made ready for one view: a set of slots where one is cheap to have, else a test. Whoever needs the set of
 * a test restricts it first to the slots that other clauses leave.
 */
export interface Clause {
  /** Shared with the view: not to be changed. May hold slots that are not live any more. */
  readonly slots: Bitset | undefined;
  readonly test: (slot: number) => boolean;
  readonly score: Score;
}

/** Clauses of one view by their `_name`: the one that was made ready last has it. */
export type NamedClauses = Map<string, Clause>;

/** A parsed query. */
export interface Query {
  /** @throws ElasticsearchError where the query does not fit the mapping. */
  compile(context: QueryContext): Clause;
}

const NOTHING = new Bitset();

export function noSlots(): Clause {
  return { slots: NOTHING, test: () => false, score: 0 };
}

export function slotsClause(slots: Bitset, score: Score): Clause {
  return { slots, test: (slot) => slots.has(slot), score };
}

export function testClause(test: (slot: number) => boolean, score: Score): Clause {
  return { slots: undefined, test, score };
}

/** The live slots that match; a set of its own. */
export function matchingSlots(clause: Clause, view: View): Bitset {
  const matching = view.live.clone();
  return clause.slots === undefined ? restrict(matching, clause.test) : matching.and(clause.slots);
}

/** Takes out of a set what fails a test. */
export function restrict(slots: Bitset, test: (slot: number) => boolean): Bitset {
  for (let slot = slots.next(0); slot !== -1; slot = slots.next(slot + 1)) if (!test(slot)) slots.clear(slot);
  return slots;
}

export function scoreOf(score: Score, slot: number): number {
  return typeof score === 'number' ? score : score(slot);
}

export function boosted(query: Query, boost: number): Query {
  if (boost === 1) return query;
  return {
    compile(context) {
      const clause = query.compile(context);
      const { score } = clause;
      return { ...clause, score: typeof score === 'number' ? score * boost : (slot) => score(slot) * boost };
    },
  };
}
