/** A fixed offset in seconds east of UTC, or a region of the time zone database. */
export type TimeZone = { readonly offset: number } | { readonly region: string };

export const UTC: TimeZone = { offset: 0 };

const MAX_OFFSET = 18 * 3600;
const OFFSET = /^([+-])(\d{1,2})(?:(:?)(\d\d)(?:\3(\d\d))?)?$/;
const PREFIXED = /^(?:UTC|GMT|UT)(.*)$/;
const REGION = /^[A-Za-z][A-Za-z0-9~/._+-]+$/;

/**
 * Reads a zone as Java's `ZoneId.of` does; undefined if there is none of that name.
 *
 * DIVERGES: regions are those of the JavaScript engine, which does not tell upper from lower case behind the
 * first letter; Java does.
 */
export function parseTimeZone(text: string): TimeZone | undefined {
  if (text === 'Z') return UTC;
  if (text.startsWith('+') || text.startsWith('-')) return parseOffset(text);
  // ES sees a region here even though it is an offset (`Iso8601Parser.parseZoneId`).
  const offset = PREFIXED.exec(text)?.[1];
  if (offset === '') return { region: 'UTC' };
  if (offset?.startsWith('+') || offset?.startsWith('-')) {
    return parseOffset(offset) && { region: text };
  }
  return REGION.test(text) && /^[A-Z]/.test(text) && isKnownRegion(text) ? { region: text } : undefined;
}

function parseOffset(text: string): TimeZone | undefined {
  const parts = OFFSET.exec(text);
  if (!parts) return undefined;
  const [, sign, hours, , minutes = '0', seconds = '0'] = parts;
  // One hour digit stands alone: `+5`, not `+530`.
  if (hours?.length === 1 && parts[4] !== undefined) return undefined;
  return offsetOf(sign === '-', Number(hours), Number(minutes), Number(seconds));
}

/** ES: `Iso8601Parser.ofHoursMinutesSeconds`: no limit but the sum of 18 hours. */
export function offsetOf(
  isWest: boolean,
  hours: number,
  minutes: number,
  seconds: number,
): TimeZone | undefined {
  const total = hours * 3600 + minutes * 60 + seconds;
  if (total > MAX_OFFSET) return undefined;
  return { offset: isWest && total > 0 ? -total : total };
}

const formats = new Map<string, Intl.DateTimeFormat | undefined>();

function formatOf(region: string): Intl.DateTimeFormat | undefined {
  if (formats.has(region)) return formats.get(region);
  let format: Intl.DateTimeFormat | undefined;
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: region,
      timeZoneName: 'longOffset',
      year: 'numeric',
    });
  } catch {
    format = undefined;
  }
  formats.set(region, format);
  return format;
}

function isKnownRegion(region: string): boolean {
  return formatOf(region) !== undefined;
}

function regionOffset(region: string, utcMs: number): number {
  const prefixed = PREFIXED.exec(region)?.[1];
  if (prefixed !== undefined) {
    const zone = prefixed === '' ? UTC : parseOffset(prefixed);
    if (zone && 'offset' in zone) return zone.offset;
  }
  const parts = formatOf(region)?.formatToParts(utcMs) ?? [];
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
  const [, sign = '+', hours = '0', minutes = '0', seconds = '0'] =
    /^GMT([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(name) ?? [];
  const total = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return sign === '-' ? -total : total;
}

/** Seconds between UTC and a zone's clocks at an instant. */
export function offsetAt(zone: TimeZone, utcMs: number): number {
  return 'offset' in zone ? zone.offset : regionOffset(zone.region, utcMs);
}

/**
 * The UTC milliseconds at which a zone's clocks show these (as if they were UTC). Where they show them twice, the
 * time with the preferred offset, else the first; where never, as long after the gap as asked.
 * Java: `ZonedDateTime.ofLocal`.
 */
export function fromWallTime(zone: TimeZone, wallMs: number, preferredOffset?: number): number {
  if ('offset' in zone) return wallMs - zone.offset * 1000;
  const before = offsetAt(zone, wallMs - 86_400_000);
  const after = offsetAt(zone, wallMs + 86_400_000);
  for (const offset of [preferredOffset, before, after]) {
    if (offset === undefined) continue;
    const utcMs = wallMs - offset * 1000;
    if (offsetAt(zone, utcMs) === offset) return utcMs;
  }
  return wallMs - before * 1000;
}
