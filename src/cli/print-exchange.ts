import type { Exchanged } from '../control/control-plane.js';

/** One line about a request: `PUT /_connector/_sync_job/a/_claim 200 connector.sync_job_claim`. */
export function printExchange({ request, response, api }: Exchanged): string {
  const { method, rawPath, rawQuery } = request;
  const target = rawQuery === '' ? rawPath : `${rawPath}?${rawQuery}`;
  return `${method} ${target} ${response?.status ?? 'dropped'} ${api ?? '-'}`;
}
