import { formatInstant } from '../../clock/format-instant.js';
import { shown } from '../../testing/scenario/place.js';
import type { Fixture } from '../../testing/load-fixtures.js';
import type { JsonObject } from '../../xcontent/json.js';
import { ControlError } from '../control-error.js';
import type { ControlRoute } from '../control-route.js';
import { documentCounts } from '../document-counts.js';

/** Back to the seed, or to another seed from now on. Nothing changes if a fixture is malformed. */
export const reset: ControlRoute = {
  route: 'POST /_fake/reset',
  body: ['fixtures'],
  handle({ es, body }) {
    es.reset(fixturesOf(body));
    return { now: formatInstant(es.clock.now()), documents: documentCounts(es) };
  },
};

function fixturesOf(body: JsonObject | undefined): readonly Fixture[] | undefined {
  const fixtures = body?.fixtures;
  if (fixtures === undefined) return undefined;
  if (Array.isArray(fixtures)) return fixtures as readonly Fixture[];
  throw new ControlError(
    400,
    `[fixtures] must be a list of names, paths and scenarios, such as ["pending-full-sync"]: received ${shown(fixtures)}.`,
  );
}
