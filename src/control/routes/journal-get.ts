import { formatInstant } from '../../clock/format-instant.js';
import { endpoints } from '../../endpoints/endpoints.js';
import type { JournalEntry } from '../../testing/journal.js';
import { hintAt } from '../../testing/scenario/place.js';
import { ControlError } from '../control-error.js';
import type { ControlRoute } from '../control-route.js';

/** The requests that reached the fake, oldest first: all, those of one API, those that went unhandled. */
export const journalGet: ControlRoute = {
  route: 'GET /_fake/journal',
  query: ['api', 'unhandled'],
  handle({ es: { journal }, query }) {
    const api = query.get('api');
    if (api !== undefined) checkApi(api);
    const entries = isWanted(query.get('unhandled')) ? journal.unhandled : journal.requests;
    const chosen = api === undefined ? entries : entries.filter((entry) => entry.api === api);
    return { requests: chosen.map(printEntry) };
  },
};

function checkApi(api: string): void {
  const names = endpoints.map((endpoint) => endpoint.api);
  if (names.includes(api)) return;
  throw new ControlError(
    400,
    `There is no API [${api}].${hintAt(api, names)} GET /_fake lists the names of all APIs.`,
  );
}

function isWanted(unhandled: string | undefined): boolean {
  if (unhandled === undefined || unhandled === 'false') return false;
  if (unhandled === '' || unhandled === 'true') return true;
  throw new ControlError(400, `[unhandled] must be true or false: received [${unhandled}].`);
}

function printEntry({ number, at, api, request, response, fault, gap }: JournalEntry): object {
  return {
    number,
    at: formatInstant(at),
    api: api ?? null,
    request,
    response: response ?? null,
    fault: fault ?? null,
    gap: gap ?? null,
  };
}
