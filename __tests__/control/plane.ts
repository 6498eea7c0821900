import { withControlPlane } from '../../src/control/control-plane.js';
import { createFakeElasticsearch, type FakeElasticsearchOptions } from '../../src/index.js';
import type { EsResponse } from '../../src/rest/exchange.js';

export const JOB = 'my-connector-sync-job-id';
export const JOBS = '.elastic-connectors-sync-jobs';
export const CLAIM = `/_connector/_sync_job/${JOB}/_claim`;

const CONTROL = /^(\/_fake\/clusters\/[^/]+)?\/_fake(?!\/clusters\/)/;

export interface Answer extends EsResponse {
  /** The body, parsed. */
  readonly body: Record<string, unknown>;
}

export type Send = (method: string, target: string, body?: unknown) => Answer;

/** A control plane over a fake with the pending job, and a way to send it requests as curl does. */
export function plane(options: FakeElasticsearchOptions = { fixtures: ['pending-full-sync'] }): Send {
  const target = withControlPlane(() => createFakeElasticsearch(options));
  return (method, path, body) => {
    const [rawPath = '', rawQuery = ''] = path.split('?', 2);
    const outcome = target.handle({
      method,
      rawPath,
      rawQuery,
      headers: {
        'content-type': CONTROL.test(rawPath) ? 'application/x-www-form-urlencoded' : 'application/json',
      },
      bodyText: body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body),
    });
    const text = outcome.bodyText;
    return { ...outcome, body: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown> };
  };
}

/** The status of the shipped job as the Connector API tells it. */
export function statusOf(send: Send, prefix = ''): unknown {
  return send('GET', `${prefix}/_connector/_sync_job/${JOB}`).body.status;
}

export function claim(send: Send, prefix = ''): Answer {
  return send('PUT', `${prefix}${CLAIM}`, { worker_hostname: 'worker-1' });
}
