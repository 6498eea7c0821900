import { requireCron } from '../../cron/cron-expression.js';
import type { JsonObject } from '../../xcontent/json.js';
import { boolean, nested, objectParser, optional, required, string } from '../../xcontent/object-parser.js';

/** One schedule; its interval keeps the spelling that was sent. Source: connectors §3.17. */
const scheduleConfig = objectParser(
  'schedule_config',
  { enabled: required(boolean()), interval: required(string()) },
  {
    unknown: 'ignore',
    build: ({ enabled, interval }): JsonObject => {
      requireCron(interval);
      return { enabled, interval };
    },
  },
);

/** The schedules that were sent. Source: connectors §3.17; ES: `ConnectorScheduling`. */
export const connectorScheduling = objectParser(
  'connector_scheduling',
  {
    access_control: optional(nested(scheduleConfig)),
    full: optional(nested(scheduleConfig)),
    incremental: optional(nested(scheduleConfig)),
  },
  {
    unknown: 'ignore',
    build: ({ access_control, full, incremental }): JsonObject => ({
      ...(access_control && { access_control }),
      ...(full && { full }),
      ...(incremental && { incremental }),
    }),
  },
);

const midnight: JsonObject = { enabled: false, interval: '0 0 0 * * ?' };

/** What a fresh connector has. Source: connectors §2.1. */
export const DEFAULT_SCHEDULING: JsonObject = {
  access_control: midnight,
  full: midnight,
  incremental: midnight,
};
