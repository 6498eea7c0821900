import type { Journal } from '../../testing/journal.js';
import { contextOf } from '../../testing/matchers/context.js';
import * as matchers from '../../testing/matchers/index.js';
import type { MatcherResult, MatcherThis } from '../../testing/matchers/index.js';
import type { TestNotes } from './verdict.js';

type Matcher = (this: MatcherThis, received: unknown, ...expected: never[]) => MatcherResult;

/** The matchers, and the notes that they take while a test runs. */
export interface WatchedMatchers {
  readonly matchers: Readonly<Record<keyof typeof matchers, Matcher>>;
  notes(): TestNotes;
  /** Before each test. */
  forget(): void;
}

/** Wraps the matchers so that it shows which of them held on a fake that no request had reached. */
export function watchMatchers(journal: Journal): WatchedMatchers {
  let vacuous: string[] = [];
  let expectsNothing = false;
  // The test may clear the journal.
  let wasReached = false;

  function watched(name: string, matcher: Matcher): Matcher {
    return function watchedMatcher(this: MatcherThis, received, ...expected) {
      const result = matcher.call(this, received, ...expected);
      const isNot = contextOf(this)?.isNot === true;
      if (journal.requests.length > 0) wasReached = true;
      if (name === 'toHaveReceived' && isNot) expectsNothing = true;
      else if (result.pass !== isNot && !wasReached) vacuous.push(name);
      return result;
    };
  }

  const entries = Object.entries(matchers) as [string, Matcher][];
  return {
    matchers: Object.fromEntries(
      entries.map(([name, matcher]) => [name, watched(name, matcher)]),
    ) as WatchedMatchers['matchers'],
    notes: () => ({ vacuous: wasReached ? [] : vacuous, expectsNothing }),
    forget() {
      vacuous = [];
      expectsNothing = false;
      wasReached = false;
    },
  };
}
