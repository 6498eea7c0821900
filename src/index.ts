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
  Lint,
} from './fake.js';
export type { LicenseOption } from './protocol/license/license.js';
export type { SecurityOptions } from './protocol/security/security.js';
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
export type { Delivery, EsRequest, EsResponse } from './rest/exchange.js';
export { NEWEST_VERSION } from './rest/version.js';
export { aConnector } from './testing/builders/connector.js';
export { aSyncJob } from './testing/builders/sync-job.js';
export {
  conflict,
  corruptBody,
  delay,
  dropConnection,
  payloadTooLarge,
  respond,
  tooManyRequests,
  unavailable,
} from './testing/faults/effects.js';
export type { Effect } from './testing/faults/effects.js';
export type { ActiveFault, FaultRule, Faults } from './testing/faults/faults.js';
export type { Gate, GateRule, Gates, Held, HeldRequest } from './testing/gates/gates.js';
export type { RequestMatch } from './testing/request-match.js';
export type { Violation } from './testing/lint/lint.js';
export { printTimeline } from './testing/history.js';
export type { FieldChange, Transition } from './testing/history.js';
export type { Journal, JournalEntry } from './testing/journal.js';
export type {
  ConnectorEntry,
  DocumentEntry,
  Fixture,
  FixtureDate,
  IndexEntry,
  Scenario,
  SyncJobEntry,
} from './testing/scenario/scenario.js';
export type { JsonArray, JsonObject, JsonValue } from './xcontent/json.js';
