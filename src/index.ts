/**
 * An in-memory Elasticsearch for testing code that speaks Elastic's connector protocol.
 *
 * @module
 */
export { createFakeElasticsearch } from './fake-elasticsearch.js';
export type {
  DocumentView,
  FakeElasticsearch,
  FakeElasticsearchOptions,
  FakeSnapshot,
} from './fake-elasticsearch.js';
export { isClock } from './clock/clock.js';
export type { Clock, ClockDuration, ClockSetting, DueThing } from './clock/clock.js';
export type { Instant } from './clock/instant.js';
export { formatInstant } from './clock/format-instant.js';
export { FakeUsageError, isFakeUsageError } from './errors/fake-usage-error.js';
export type { Connector } from './protocol/connector/connector.js';
export type {
  ConnectorSnapshot,
  JobType,
  SyncJob,
  SyncStatus,
  TriggerMethod,
} from './protocol/connector/sync-job.js';
export type { EsRequest, EsResponse } from './rest/exchange.js';
export { NEWEST_VERSION } from './rest/version.js';
export { printTimeline } from './testing/history.js';
export type { FieldChange, Transition } from './testing/history.js';
export type { Journal, JournalEntry } from './testing/journal.js';
export type { Fixture, Scenario } from './testing/load-fixtures.js';
export type { JsonArray, JsonObject, JsonValue } from './xcontent/json.js';
