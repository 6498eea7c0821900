import { isSameJson } from '../../store/deep-merge.js';
import type { JsonValue } from '../../xcontent/json.js';
import type { JournalEntry } from '../journal.js';
import {
  contextOf,
  hint,
  type MatcherContext,
  paragraphs,
  printExpected,
  type MatcherResult,
  type MatcherThis,
} from './context.js';
import { printRequests, unreached } from './evidence.js';
import { receivedFake } from './received.js';

/**
 * The fake received a request of that API, or any request if none is named.
 * @param api as Elastic's specification names it, e.g. `connector.sync_job_claim`
 * @param body what its JSON body must equal; `expect.objectContaining` and the like are understood
 * @throws FakeUsageError for an API that does not exist: it could only ever be missing.
 * @example expect(es).toHaveReceived('connector.sync_job_claim', { worker_hostname: 'some-machine' });
 */
export function toHaveReceived(
  this: MatcherThis,
  received: unknown,
  api?: string,
  body?: unknown,
): MatcherResult {
  const context = contextOf(this);
  const expected = [api, body].filter((part) => part !== undefined);
  const printed = expected.map((part) => printExpected(context, part)).join(', ');
  const call = { context, name: 'toHaveReceived', expected: printed };
  const { journal } = receivedFake(call, received);
  const ofApi = api === undefined ? journal.requests : journal.of(api);
  const matching =
    body === undefined ? ofApi : ofApi.filter(({ request }) => hasBody(context, request, body));
  const wanted = `${api ?? 'any request'}${body === undefined ? '' : ` with the body ${printExpected(context, body)}`}`;
  return {
    pass: matching.length > 0,
    message: () =>
      paragraphs(
        hint(context, call.name, 'es', printed),
        context?.isNot === true
          ? `Expected: not ${wanted}\nReceived:\n${printRequests(matching)}`
          : `Expected: ${wanted}\n${whatCame(api, ofApi, journal.requests)}`,
        unreached(journal),
      ),
  };
}

function hasBody(
  context: MatcherContext | undefined,
  { bodyText }: JournalEntry['request'],
  body: unknown,
): boolean {
  const received = parseBody(bodyText);
  if (context?.equals) return context.equals(received, body);
  return received !== undefined && isSameJson(received, body as JsonValue);
}

/** A JSON body as its value, a newline-delimited one as a list, anything else as its text. */
function parseBody(text: string): JsonValue | undefined {
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return parseLines(text) ?? text;
  }
}

function parseLines(text: string): JsonValue | undefined {
  try {
    return text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as JsonValue);
  } catch {
    return undefined;
  }
}

function whatCame(
  api: string | undefined,
  ofApi: readonly JournalEntry[],
  all: readonly JournalEntry[],
): string {
  if (ofApi.length > 0) return `Received:\n${printRequests(ofApi)}`;
  if (all.length === 0) return 'Received: nothing';
  return `Received: none of ${api ?? 'any API'}, but:\n${printRequests(all)}`;
}
