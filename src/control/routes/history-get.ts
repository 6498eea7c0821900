import { formatInstant } from '../../clock/format-instant.js';
import { printTimeline, type Transition } from '../../testing/history.js';
import { ControlError } from '../control-error.js';
import type { ControlRoute } from '../control-route.js';

/** What happened to a document since it was seeded. */
export const historyGet: ControlRoute = {
  route: 'GET /_fake/history/{index}/{id}',
  handle({ es, path: { index = '', id = '' } }) {
    const transitions = es.history(id, index);
    if (transitions.length === 0 && es.document(index, id) === undefined) {
      throw new ControlError(
        404,
        `There is and was no document [${id}] in [${index}]. Name an index or an alias and the id of a document.`,
      );
    }
    return {
      index,
      id,
      transitions: transitions.map(printTransition),
      timeline: printTimeline(transitions),
    };
  },
};

function printTransition({ at, from, to, changed, cause }: Transition): object {
  const fields = Object.entries(changed).map(
    ([field, { before, after }]) => [field, { before: before ?? null, after: after ?? null }] as const,
  );
  return {
    at: formatInstant(at),
    from: from ?? null,
    to: to ?? null,
    changed: Object.fromEntries(fields),
    cause: { api: cause.api, request: cause.request ?? null },
  };
}
