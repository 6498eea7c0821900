import type { Epoch, Missing } from './parsed-date.js';

const EPOCH = /^(-?)(\d{1,19})(?:\.(\d{0,9}))?$/;
const MAX_LONG = 2n ** 63n - 1n;

/**
 * Reads a count of milliseconds (up to 6 fraction digits) or seconds (up to 9) since the epoch; undefined if the
 * text is something else. ES: `EpochTime`.
 */
export function parseEpoch(text: string, unitsPerSecond: 1 | 1000, missing: Missing): Epoch | undefined {
  const parts = EPOCH.exec(text);
  if (!parts) return undefined;
  const [, sign, digits = '0', fraction] = parts;
  const fractionDigits = unitsPerSecond === 1 ? 9 : 6;
  if (fraction !== undefined && fraction.length > fractionDigits) return undefined;
  const units = BigInt(digits);
  if (units > MAX_LONG) return undefined;
  const perSecond = BigInt(unitsPerSecond);
  const nanosPerUnit = 1_000_000_000 / unitsPerSecond;
  const absent = missing === 'highest' ? nanosPerUnit - 1 : 0;
  const below = fraction ? Number(fraction.padEnd(fractionDigits, '0')) : absent;
  const seconds = Number(units / perSecond);
  const nanos = Number(units % perSecond) * nanosPerUnit + below;
  if (sign !== '-') return { epochSeconds: seconds, nanos };
  return nanos === 0
    ? { epochSeconds: 0 - seconds, nanos: 0 }
    : { epochSeconds: -seconds - 1, nanos: 1_000_000_000 - nanos };
}
