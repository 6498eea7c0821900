import type { EsRequest } from '../../src/index.js';

/** The sync job of `pending-full-sync`. */
export const JOB = 'my-connector-sync-job-id';

/** A request as an adapter hands it over; a body goes out as JSON. */
export function send(method: string, rawPath: string, body?: unknown): EsRequest {
  return {
    method,
    rawPath,
    rawQuery: '',
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    bodyText: body === undefined ? '' : JSON.stringify(body),
  };
}

/** A worker claims the job. */
export function claim(worker = 'some-machine'): EsRequest {
  return send('PUT', `/_connector/_sync_job/${JOB}/_claim`, { worker_hostname: worker });
}
