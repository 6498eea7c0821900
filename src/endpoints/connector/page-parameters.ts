import { negativePage } from '../../errors/rest-errors.js';
import { int } from '../../rest/parameters.js';

/** `from` and `size` of the Connector API's lists. Source: sync-jobs §7, connectors §3.3; ES: `PageParams`. */
export const pageParameters = { from: int(0), size: int(100) };

export function checkPage({ from, size }: { from: number; size: number }): void {
  if (from < 0) throw negativePage('from');
  if (size < 0) throw negativePage('size');
}
