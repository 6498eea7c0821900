import { FakeUsageError } from '../../errors/fake-usage-error.js';
import { isPlainObject } from '../../errors/usage-checks.js';
import type { EsResponse } from '../../rest/exchange.js';
import { writeJson } from '../../xcontent/write-json.js';
import { shown } from '../scenario/place.js';

/**
 * A copy of the headers of a tester, all but the length, which follows from the body.
 * @throws FakeUsageError for what no HTTP answer can carry.
 */
export function checkedHeaders(headers: unknown): Readonly<Record<string, string>> {
  if (!isPlainObject(headers)) {
    throw new FakeUsageError(`respond() takes headers as an object of texts: received ${shown(headers)}.`);
  }
  const entries = Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'content-length');
  for (const [name, value] of entries) {
    if (!isHeader(name, value)) {
      throw new FakeUsageError(
        `respond() takes headers that HTTP allows, each a text: received ${shown(name)} with ${shown(value)}.`,
      );
    }
  }
  return Object.fromEntries(entries) as Record<string, string>;
}

/** RFC 9110 §5.1 and §5.5, as Node's `validateHeaderName` and `validateHeaderValue`; loading node:http would cost more. */
const NAME = /^[\w!#$%&'*+.^`|~-]+$/;
const NOT_IN_VALUE = /[^\t\x20-\x7e\x80-\xff]/;

function isHeader(name: string, value: unknown): boolean {
  return typeof value === 'string' && NAME.test(name) && !NOT_IN_VALUE.test(value);
}

/** Headers and what replaces them: names that differ in case alone are one. */
export function withHeaders(
  headers: EsResponse['headers'],
  others: EsResponse['headers'],
): EsResponse['headers'] {
  const replaced = new Set(Object.keys(others).map((name) => name.toLowerCase()));
  const kept = Object.entries(headers).filter(([name]) => !replaced.has(name.toLowerCase()));
  return { ...Object.fromEntries(kept), ...others };
}

/**
 * A body as it is sent: a text as it is, anything else as JSON.
 * @throws FakeUsageError for what JSON cannot hold.
 */
export function textOf(body: unknown): string {
  if (typeof body === 'string') return body;
  let text: unknown;
  try {
    text = writeJson(body);
  } catch {
    text = undefined; // it contains itself
  }
  if (typeof text === 'string') return text;
  throw new FakeUsageError(`respond() takes a body that is a text or JSON: received ${shown(body)}.`);
}
