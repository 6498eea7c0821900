import { FakeUsageError } from '../../errors/fake-usage-error.js';
import { isJsonObject } from '../../xcontent/json.js';
import type { DocumentOrigin } from '../origins.js';
import { shown } from '../scenario/place.js';
import { contextOf, hint, indented, paragraphs, type MatcherResult, type MatcherThis } from './context.js';
import { timeline, unreached } from './evidence.js';
import { receivedFake, type FakeView } from './received.js';

/**
 * The connector kept to the connector protocol, also where Elasticsearch does not insist.
 * @example expect(es).toHaveNoProtocolViolations();
 */
export function toHaveNoProtocolViolations(this: MatcherThis, received: unknown): MatcherResult {
  const context = contextOf(this);
  const call = { context, name: 'toHaveNoProtocolViolations', expected: '' };
  const es = receivedFake(call, received);
  const violations = violationsOf(es);
  return {
    pass: violations.length === 0,
    message: () =>
      paragraphs(
        hint(context, call.name, 'es', ''),
        context?.isNot === true
          ? 'Expected: a violation of the connector protocol\nReceived: none'
          : `Expected: none\nReceived: ${violations.length}\n${indented(violations.map(print).join('\n'))}`,
        ...timelines(es, violations),
        unreached(es.journal),
      ),
  };
}

/** What happened to each document that broke the connector protocol; all of it for the first few. */
function timelines(es: FakeView, violations: readonly unknown[]): string[] {
  const origins = new Map<string, DocumentOrigin>();
  for (const violation of violations) {
    if (!isJsonObject(violation)) continue;
    const { id, index } = violation;
    if (typeof id === 'string' && typeof index === 'string') origins.set(`${index}/${id}`, { es, id, index });
  }
  return [...origins.values()].slice(0, SHOWN_TIMELINES).map(timeline);
}

const SHOWN_TIMELINES = 3;

function violationsOf(es: object): readonly unknown[] {
  const lint: unknown = 'lint' in es ? es.lint : undefined;
  const violations: unknown = isJsonObject(lint) ? lint['violations'] : undefined;
  if (Array.isArray(violations)) return violations;
  throw new FakeUsageError('This fake has no protocol lint: es.lint.violations is not a list.');
}

function print(violation: unknown): string {
  if (typeof violation === 'string') return violation;
  if (!isJsonObject(violation) || typeof violation['message'] !== 'string') return shown(violation);
  const { rule, message } = violation;
  return typeof rule === 'string' ? `${rule}: ${message}` : message;
}
