import { FakeUsageError } from '../errors/fake-usage-error.js';
import type { EsRequest } from '../rest/exchange.js';
import { shown } from './scenario/place.js';

const TEXTS = ['method', 'rawPath', 'rawQuery', 'bodyText'] as const;

type Given = Partial<Record<keyof EsRequest, unknown>>;

/**
 * Costs next to nothing for a request that is sound: it is on the way of every one.
 * @throws FakeUsageError for what is no request.
 */
export function checkRequest(request: EsRequest): void {
  const given = request as Given | null | undefined;
  if (
    typeof given?.method !== 'string' ||
    typeof given.rawPath !== 'string' ||
    typeof given.rawQuery !== 'string' ||
    typeof given.bodyText !== 'string' ||
    typeof given.headers !== 'object' ||
    given.headers === null
  ) {
    throw notARequest(given);
  }
  const { headers, bodyText } = request;
  const isBare =
    headers['content-type'] === undefined && (bodyText !== '' || headers['accept'] === undefined);
  if (isBare) checkNames(headers);
}

function notARequest(given: Given | null | undefined): FakeUsageError {
  const wrong = TEXTS.find((name) => typeof given?.[name] !== 'string') ?? 'headers';
  const received =
    typeof given === 'object' && given !== null ? `[${wrong}] ${shown(given[wrong])}` : shown(given);
  return new FakeUsageError(
    `A request has the texts ${TEXTS.join(', ')}, empty ones where there is nothing, and the object headers: received ${received}.`,
  );
}

/** The core looks headers up in lower case: one in capitals would be passed over. */
function checkNames(headers: EsRequest['headers']): void {
  for (const name in headers) {
    if (name === name.toLowerCase()) continue;
    throw new FakeUsageError(
      `The headers of a request have lower-case names: received ${shown(name)}, write ${shown(name.toLowerCase())}.`,
    );
  }
}
