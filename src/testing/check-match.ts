import { FakeUsageError } from '../errors/fake-usage-error.js';
import { METHODS } from '../rest/routes.js';
import { checkShape, text, type Kind, type Shape } from './checks.js';
import type { RequestMatch } from './request-match.js';
import { hintAt } from './scenario/place.js';

const method: Kind = [
  `one of ${METHODS.join(', ')}`,
  (value) => typeof value === 'string' && METHODS.includes(value.toUpperCase()),
];
const path: Kind = [
  'a raw path that begins with / and has no query, or a RegExp',
  (value) =>
    typeof value === 'string'
      ? /^\/[^?#]*$/.test(value)
      : Object.prototype.toString.call(value) === '[object RegExp]',
];
const condition: Kind = ['a function', (value) => typeof value === 'function'];

const MATCH: Shape = { api: text, method, path, when: condition };

/**
 * A copy of a rule that can match. One that never can would silently never apply.
 *
 * @param more what such a rule may say besides
 * @throws FakeUsageError for a member that does not exist or cannot be, and for an API that the fake does not have.
 */
export function checkedMatch<Rule extends RequestMatch>(
  rule: Rule,
  apis: ReadonlySet<string>,
  what: string,
  more: Shape,
): Rule {
  checkShape(rule, what, { ...MATCH, ...more });
  if (rule.api !== undefined) checkApi(rule.api, apis, what);
  return Object.freeze({ ...rule, ...(typeof rule.path === 'object' && { path: new RegExp(rule.path) }) });
}

/** @throws FakeUsageError naming the near one. */
export function checkApi(api: unknown, apis: ReadonlySet<string>, what: string): void {
  if (apis.has(api as string)) return;
  const hint = typeof api === 'string' ? hintAt(api, [...apis]) : '';
  throw new FakeUsageError(
    `${what} names the API '${String(api)}', which the fake does not have.${hint} API names are those of Elastic's specification, e.g. connector.sync_job_claim.`,
  );
}
