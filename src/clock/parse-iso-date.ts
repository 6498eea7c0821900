import type { DateFields, Missing } from './parsed-date.js';
import { offsetOf, parseTimeZone, UTC, type TimeZone } from './time-zone.js';

/** `any`: the time may end behind any of its parts; `whole`: if there is one, it has hours, minutes and seconds. */
export type IsoTime = 'any' | 'whole';

const ISO =
  /^(-?)(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(?:(\d\d)(?::(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)?([+\-A-Za-z].*)?)?)?)?)?$/s;

/**
 * Reads `yyyy[-MM[-dd[T[HH[:mm[:ss[.fffffffff]]][zone]]]]]`; undefined if the text is something else. Ranges are
 * checked as far as Elasticsearch checks them here: a day 31 passes in every month, a month 0 too.
 * ES: `Iso8601Parser`.
 */
export function parseIsoDate(text: string, time: IsoTime, missing: Missing): DateFields | undefined {
  const parts = ISO.exec(text);
  if (!parts) return undefined;
  const [, sign, yearText, monthText, dayText, hourText, minuteText, secondText, fractionText, zoneText] =
    parts;
  if (time === 'whole' && secondText === undefined && (hourText !== undefined || text.endsWith('T'))) {
    return undefined;
  }
  const month = numberIn(monthText, 12);
  const day = numberIn(dayText, 31);
  const hour = numberIn(hourText, 23);
  const minute = numberIn(minuteText, 59);
  const second = numberIn(secondText, 59);
  const zone = zoneText === undefined ? undefined : readZone(zoneText);
  if (Number.isNaN((month ?? 0) + (day ?? 0) + (hour ?? 0) + (minute ?? 0) + (second ?? 0))) return undefined;
  if (zoneText !== undefined && !zone) return undefined;
  const absent = missing === 'highest' ? highest : hour === undefined ? nothing : zero;
  const year = Number(yearText);
  return {
    year: sign === '-' && year !== 0 ? -year : year,
    month: month ?? absent.month,
    day: day ?? absent.day,
    hour: hour ?? absent.hour,
    minute: minute ?? absent.minute,
    second: second ?? absent.second,
    nanos: fractionText === undefined ? absent.nanos : Number(fractionText.padEnd(9, '0')),
    zone,
  };
}

type Defaults = Omit<DateFields, 'year' | 'zone'>;

const nothing: Defaults = {
  month: undefined,
  day: undefined,
  hour: undefined,
  minute: undefined,
  second: undefined,
  nanos: undefined,
};
const zero: Defaults = { ...nothing, minute: 0, second: 0, nanos: 0 };
// ES: `JavaDateFormatter.defaultRoundUp`.
const highest: Defaults = { month: 1, day: 1, hour: 23, minute: 59, second: 59, nanos: 999_999_999 };

/** NaN beyond the limit. */
function numberIn(digits: string | undefined, limit: number): number | undefined {
  if (digits === undefined) return undefined;
  const value = Number(digits);
  return value > limit ? Number.NaN : value;
}

const OFFSET = /^([+-])(\d\d)(?:(:?)(\d\d)(?:\3(\d\d))?)?$/;

/** ES: `Iso8601Parser.parseZoneId`: `+hh`, `+hhmm`, `+hh:mm`, with seconds too, `Z`, or a zone's name. */
export function readZone(text: string): TimeZone | undefined {
  if (text === 'Z') return UTC;
  if (!text.startsWith('+') && !text.startsWith('-')) return parseTimeZone(text);
  const parts = OFFSET.exec(text);
  if (!parts) return undefined;
  const [, sign, hours, , minutes = '0', seconds = '0'] = parts;
  return offsetOf(sign === '-', Number(hours), Number(minutes), Number(seconds));
}
