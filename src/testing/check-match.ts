import { FakeUsageError } from '../errors/fake-usage-error.js';
import { suggestionsFor } from '../xcontent/suggestions.js';
import type { RequestMatch } from './request-match.js';

/**
 * A rule for an API that does not exist would silently never apply.
 * @throws FakeUsageError naming the near ones.
 */
export function checkMatch(match: RequestMatch, apis: ReadonlySet<string>, what: string): void {
  const { api } = match;
  if (api === undefined || apis.has(api)) return;
  const near = suggestionsFor(api, [...apis]);
  const hint = near.length > 0 ? ` Did you mean ${near.slice(0, 3).join(' or ')}?` : '';
  throw new FakeUsageError(
    `${what} names the API '${api}', which the fake does not have.${hint} API names are those of Elastic's specification, e.g. connector.sync_job_claim.`,
  );
}
