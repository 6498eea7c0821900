import type { Instant } from '../../clock/instant.js';
import { civilFromDays } from '../../clock/civil-date.js';
import { parseDateMath } from '../../clock/date-math.js';
import { offsetAt, parseTimeZone } from '../../clock/time-zone.js';
import { invalidDateMathName } from '../../errors/target-errors.js';

const DAY_MS = 86_400_000;
const PLACEHOLDER = /\{([^{}]*)(?:\{([^{}|]*)(?:\|([^{}]*))?\})?\}/g;

/**
 * A name such as `<logs-{now/d}>` on the fake's clock; any other name as it is. The format defaults to `uuuu.MM.dd`.
 * Source: rest-layer B.1; ES: `IndexNameExpressionResolver.DateMathExpressionResolver`.
 */
export function resolveDateMathName(name: string, now: Instant): string {
  if (!name.startsWith('<') || !name.endsWith('>') || name.length <= 2) return name;
  const inner = name.slice(1, -1);
  const resolved = inner.replace(PLACEHOLDER, (_, math: string, format?: string, zone?: string) => {
    const instant = parseDateMath(math, now, {
      roundUp: false,
      ...(zone !== undefined && { timeZone: zone }),
    });
    return print(instant + offsetMs(zone, instant), format ?? 'uuuu.MM.dd');
  });
  if (/[{}]/.test(resolved)) throw invalidDateMathName(inner);
  return resolved;
}

/** A name shows the date of its zone. */
function offsetMs(zone: string | undefined, instant: Instant): number {
  const known = zone === undefined ? undefined : parseTimeZone(zone);
  return known === undefined ? 0 : offsetAt(known, instant) * 1000;
}

function print(instant: Instant, format: string): string {
  const days = Math.floor(instant / DAY_MS);
  const { year, month, day } = civilFromDays(days);
  const ms = instant - days * DAY_MS;
  const values: Readonly<Record<string, number>> = {
    u: year,
    y: year,
    M: month,
    d: day,
    H: Math.floor(ms / 3_600_000),
    m: Math.floor(ms / 60_000) % 60,
    s: Math.floor(ms / 1000) % 60,
  };
  return format.replace(/u+|y+|M+|d+|H+|m+|s+/g, (letters) => {
    const digits = String(values[letters.charAt(0)] ?? '').padStart(letters.length, '0');
    return /^[uy]{2}$/.test(letters) ? digits.slice(-2) : digits;
  });
}
