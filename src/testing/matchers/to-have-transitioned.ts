import { FakeUsageError } from '../../errors/fake-usage-error.js';
import type { SyncStatus } from '../../protocol/connector/sync-job.js';
import { CONNECTORS_INDEX, SYNC_JOBS_INDEX } from '../../store/connector-indices.js';
import { isSameJson } from '../../store/deep-merge.js';
import type { Transition } from '../history.js';
import { lastMiss } from '../origins.js';
import {
  contextOf,
  hint,
  paragraphs,
  printExpected,
  type MatcherResult,
  type MatcherThis,
} from './context.js';
import { requireExpected, requireStatus, requireText } from './expected.js';
import { timeline } from './evidence.js';
import { explainMiss, receivedFake, type FakeView, type MatcherCall } from './received.js';

/** A state, or what stands at the end for a document that is gone. */
export type TransitionStep = SyncStatus | '(deleted)' | (string & {});

/**
 * The sync job (or connector) went through these states since the seed, in this order and through no others. The first
 * is the one it started in; a change within a state does not count.
 * @throws FakeUsageError for a state that does not exist: `not` would always hold.
 * @example expect(es).toHaveTransitioned('my-connector-sync-job-id', ['pending', 'in_progress', 'completed']);
 */
export function toHaveTransitioned(
  this: MatcherThis,
  received: unknown,
  id: string,
  statuses: readonly TransitionStep[],
): MatcherResult {
  const context = contextOf(this);
  const expected = `${printExpected(context, id)}, ${printExpected(context, statuses)}`;
  const call = { context, name: 'toHaveTransitioned', expected };
  const es = receivedFake(call, received);
  requireText(call, id, 'The id');
  const isPath = Array.isArray(statuses) && statuses.length > 0;
  requireExpected(call, isPath, "The states must be a list such as ['pending', 'in_progress'].");
  const { index, transitions, current } = find(es, id, call);
  const steps = stepsOf(transitions, current);
  for (const status of statuses) requireStatus(call, status, ['(deleted)', ...steps]);
  return {
    pass: isSameJson(steps, statuses),
    message: () =>
      paragraphs(
        hint(context, call.name, 'es', expected),
        `Expected: ${context?.isNot === true ? 'not ' : ''}${statuses.join(' → ')}\nReceived: ${steps.join(' → ')}`,
        timeline({ es, id, index }),
      ),
  };
}

interface Found {
  readonly index: string;
  readonly transitions: readonly Transition[];
  readonly current: unknown;
}

/** A sync job of that id, or else a connector; one that is gone counts. */
function find(es: FakeView, id: string, call: MatcherCall): Found {
  const connector = { index: CONNECTORS_INDEX, document: es.connector(id) };
  const job = { index: SYNC_JOBS_INDEX, document: es.syncJob(id) };
  for (const { index, document } of [job, connector]) {
    const transitions = es.history(id, index);
    if (document !== undefined || transitions.length > 0) {
      return { index, transitions, current: document?.['status'] };
    }
  }
  throw new FakeUsageError(
    paragraphs(
      hint(call.context, call.name, 'es', call.expected),
      ...explainMiss(lastMiss()).map((text) => text.replace('received is undefined. ', '')),
    ),
  );
}

function stepsOf(transitions: readonly Transition[], current: unknown): string[] {
  const [first] = transitions;
  if (first === undefined) return typeof current === 'string' ? [current] : [];
  const steps = first.from === undefined ? [] : [first.from];
  for (const { to = '(deleted)' } of transitions) {
    if (steps.at(-1) !== to) steps.push(to);
  }
  return steps;
}
