import { validateHeaderName, validateHeaderValue } from 'node:http';

/**
 * A client takes a status below 200 for a hint that the answer is still to come, and waits for ever; `fetch` knows none
 * above 599.
 * @throws RangeError
 */
export function checkStatus(status: number): void {
  if (status >= 200 && status <= 599) return;
  throw new RangeError(`An answer needs a status from 200 to 599: received ${status}.`);
}

/**
 * The header fields that Node's server refuses to send, for the ways in that do not write through it.
 *
 * @param flat names and values in turn
 * @throws TypeError
 */
export function checkHeaders(flat: readonly string[]): void {
  for (let at = 1; at < flat.length; at += 2) {
    const name = flat[at - 1] ?? '';
    validateHeaderName(name);
    validateHeaderValue(name, flat[at] ?? '');
  }
}
