import { dateTime } from '../errors/date-errors.js';
import { civilFromDays, daysFromCivil, isLeapYear } from './civil-date.js';
import type { DateNumbers } from './date-elements.js';
import { readZone } from './parse-iso-date.js';
import type { DateFields, Missing } from './parsed-date.js';
import { checkDay, daysIn } from './resolve-date.js';

/**
 * What becomes of a day that does not exist: it is refused (`strict`), the last one of its month (`smart`), or as many
 * days on (`lenient`); `late` leaves it to whoever makes an instant of the date. Java: `ResolverStyle`.
 */
export type Resolver = 'strict' | 'smart' | 'lenient' | 'late';

/**
 * Makes a date of what a text said. ES: `DateFormatters.from`, `JavaDateFormatter.defaultRoundUp`; Java: `Parsed`.
 *
 * @throws ElasticsearchError `date_time_exception`
 */
export function resolveNumbers(numbers: DateNumbers, resolver: Resolver, missing: Missing): DateFields {
  const zone = numbers.zone === undefined ? undefined : readZone(numbers.zone);
  if (numbers.zone !== undefined && zone === undefined) throw noZone(numbers.zone);
  return { ...dateOf(numbers, resolver, missing), ...timeOf(numbers, missing), zone };
}

function noZone(text: string): ReturnType<typeof dateTime> {
  return dateTime(`Invalid ID for region-based ZoneId, invalid format: ${text}`);
}

type DateOnly = Pick<DateFields, 'year' | 'month' | 'day'>;

function dateOf(numbers: DateNumbers, resolver: Resolver, missing: Missing): DateOnly {
  const absent = missing === 'highest' ? 1 : undefined;
  const year = numbers.year ?? numbers.yearOfEra ?? 1970;
  if (numbers.dayOfYear !== undefined) return ordinalDate(year, numbers.dayOfYear);
  const month = numbers.month ?? absent;
  // A day without its month says nothing.
  const day = numbers.month === undefined ? absent : (numbers.day ?? absent);
  if (month === undefined || day === undefined) {
    if (month !== undefined) checkRange('MonthOfYear', month, 1, 12);
    return { year, month, day: undefined };
  }
  return existingDay({ year, month, day }, resolver);
}

function existingDay(date: { year: number; month: number; day: number }, resolver: Resolver): DateOnly {
  const { year, month, day } = date;
  if (resolver === 'lenient') {
    const first = daysFromCivil(year + Math.floor((month - 1) / 12), ((((month - 1) % 12) + 12) % 12) + 1, 1);
    return civilFromDays(first + day - 1);
  }
  if (resolver === 'late') return date;
  checkRange('MonthOfYear', month, 1, 12);
  if (resolver === 'smart' && day <= 31) return { year, month, day: Math.min(day, daysIn(year, month)) };
  checkDay(year, month, day);
  return date;
}

/** Java: `LocalDate.ofYearDay`. */
function ordinalDate(year: number, dayOfYear: number): DateOnly {
  if (dayOfYear < 1 || dayOfYear > 366) {
    throw dateTime(`Invalid value for DayOfYear (valid values 1 - 365/366): ${dayOfYear}`);
  }
  if (dayOfYear === 366 && !isLeapYear(year)) {
    throw dateTime(`Invalid date 'DayOfYear 366' as '${year}' is not a leap year`);
  }
  return civilFromDays(daysFromCivil(year, 1, 1) + dayOfYear - 1);
}

type TimeOnly = Pick<DateFields, 'hour' | 'minute' | 'second' | 'nanos'>;

const NO_TIME: TimeOnly = { hour: undefined, minute: undefined, second: undefined, nanos: undefined };

/** Java: `Parsed.resolveTimeFields`, `resolveTimeLenient`: minutes without an hour are no time. */
function timeOf(numbers: DateNumbers, missing: Missing): TimeOnly {
  const isHighest = missing === 'highest';
  const hour = hourOf(numbers, isHighest);
  const { minute = isHighest ? 59 : undefined, second = isHighest ? 59 : undefined } = numbers;
  const nanos = numbers.nanos ?? (isHighest ? 999_999_999 : undefined);
  if (minute !== undefined) checkRange('MinuteOfHour', minute, 0, 59);
  if (second !== undefined) checkRange('SecondOfMinute', second, 0, 59);
  const isBroken =
    hour === undefined ||
    (minute === undefined && (second ?? nanos) !== undefined) ||
    (second === undefined && nanos !== undefined);
  return isBroken ? NO_TIME : { hour, minute: minute ?? 0, second: second ?? 0, nanos: nanos ?? 0 };
}

function hourOf({ hour, clockHour, halfDay }: DateNumbers, isHighest: boolean): number | undefined {
  if (hour !== undefined) {
    checkRange('HourOfDay', hour, 0, 23);
    return hour;
  }
  if (clockHour !== undefined) checkRange('ClockHourOfAmPm', clockHour, 1, 12);
  const half = halfDay ?? (isHighest ? 1 : undefined);
  const ofHalf = clockHour ?? (isHighest ? 11 : undefined);
  return half === undefined || ofHalf === undefined ? undefined : half * 12 + (ofHalf % 12);
}

function checkRange(field: string, value: number, least: number, greatest: number): void {
  if (value >= least && value <= greatest) return;
  throw dateTime(`Invalid value for ${field} (valid values ${least} - ${greatest}): ${value}`);
}
