import type { SyncStatus } from '../../protocol/connector/sync-job.js';
import type { TransitionStep } from '../../testing/matchers/index.js';

/** The matchers as `expect` has them. Closed, so that a misspelt one does not compile. */
export interface ConnectorFakeMatchers<R> {
  /**
   * The sync job is in progress, in the hands of that worker.
   * @example expect(es.syncJob('my-connector-sync-job-id')).toBeClaimedBy('some-machine');
   */
  toBeClaimedBy(worker: string): R;
  /**
   * The sync job (or connector) is in that state.
   * @example expect(es.syncJob('my-connector-sync-job-id')).toHaveStatus('pending');
   */
  toHaveStatus(status: SyncStatus | (string & {})): R;
  /**
   * The sync job went through these states since the seed, in this order and through no others.
   * @example expect(es).toHaveTransitioned('my-connector-sync-job-id', ['pending', 'in_progress']);
   */
  toHaveTransitioned(id: string, statuses: readonly TransitionStep[]): R;
  /**
   * The sync job or connector gave its last sign of life at that instant.
   * @example expect(es.syncJob('my-connector-sync-job-id')).toHaveBeenSeenAt('2024-06-01T12:05:00Z');
   */
  toHaveBeenSeenAt(instant: string | number | Date): R;
  /**
   * The fake received a request of that API, or any if none is named.
   * @example expect(es).toHaveReceived('connector.sync_job_claim', { worker_hostname: 'some-machine' });
   */
  toHaveReceived(api?: string, body?: unknown): R;
  /** Every request was one that the fake emulates. */
  toHaveNoUnhandledRequests(): R;
  /** The connector kept to the connector protocol, also where Elasticsearch does not insist. */
  toHaveNoProtocolViolations(): R;
}

/* eslint-disable @typescript-eslint/no-namespace, @typescript-eslint/no-empty-object-type, @typescript-eslint/no-unused-vars --
   the only way to add to the types of others */
declare global {
  namespace jest {
    interface Matchers<R, T = {}> extends ConnectorFakeMatchers<R> {}
  }
}

declare module 'expect' {
  interface Matchers<R extends void | Promise<void>, T = unknown> extends ConnectorFakeMatchers<R> {}
}
/* eslint-enable */
