import { requireCron } from '../../cron/cron-expression.js';
import type { JsonObject } from '../../xcontent/json.js';
import {
  boolean,
  int,
  nested,
  objectMap,
  objectParser,
  optional,
  required,
  string,
  stringArray,
} from '../../xcontent/object-parser.js';
import { dateOrNull } from './nullable-fields.js';

const configurationOverrides = objectParser(
  'configuration_override',
  {
    max_crawl_depth: optional(int()),
    sitemap_discovery_disabled: optional(boolean()),
    domain_allowlist: optional(stringArray()),
    sitemap_urls: optional(stringArray()),
    seed_urls: optional(stringArray()),
  },
  { unknown: 'ignore', build: (overrides): JsonObject => overrides as JsonObject },
);

const customSchedule = objectParser(
  'connector_custom_schedule',
  {
    configuration_overrides: required(nested(configurationOverrides)),
    enabled: required(boolean()),
    interval: required(string()),
    last_synced: optional(dateOrNull),
    name: required(string()),
  },
  {
    unknown: 'ignore',
    build: ({ interval, ...rest }): JsonObject => {
      requireCron(interval);
      return { ...rest, interval };
    },
  },
);

/** The crawler's schedules, which only direct writes bring. Source: connectors §2.2; ES: `ConnectorCustomSchedule`. */
export const customSchedulingMap = objectMap(customSchedule);
