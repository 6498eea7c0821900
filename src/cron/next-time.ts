import { civilFromDays, daysFromCivil } from '../clock/civil-date.js';
import { daysInMonth, weekdayOf } from './calendar.js';
import { LAST_YEAR, UNSPECIFIED, type CronDraft } from './cron-fields.js';

type Schedule = Readonly<CronDraft>;

const SECONDS_A_DAY = 86400;
const SATURDAY = 7;
const SUNDAY = 1;
/** ES: `Cron.MAX_YEAR`, there counted from the year the server started in. */
const YEARS_AHEAD = 100;

function smallestFrom(values: ReadonlySet<number>, from: number, last: number): number | undefined {
  for (let value = from; value <= last; value += 1) if (values.has(value)) return value;
  return undefined;
}

/** The first second of a day, at or after `from`, whose time the schedule names. */
function timeOfDay({ values }: Schedule, from: number): number | undefined {
  let hour = smallestFrom(values.hour, Math.floor(from / 3600), 23);
  while (hour !== undefined) {
    const rest = Math.max(from - hour * 3600, 0);
    const found = timeOfHour(values, rest);
    if (found !== undefined) return hour * 3600 + found;
    hour = smallestFrom(values.hour, hour + 1, 23);
  }
  return undefined;
}

function timeOfHour(values: Schedule['values'], from: number): number | undefined {
  let minute = smallestFrom(values.minute, Math.floor(from / 60), 59);
  while (minute !== undefined) {
    const second = smallestFrom(values.second, Math.max(from - minute * 60, 0), 59);
    if (second !== undefined) return minute * 60 + second;
    minute = smallestFrom(values.minute, minute + 1, 59);
  }
  return undefined;
}

/** The weekday nearest to a day within its month. */
function nearestWeekday(firstOfMonth: number, day: number, length: number): number {
  const weekday = weekdayOf(firstOfMonth + day - 1);
  if (weekday === SATURDAY) return day === 1 ? day + 2 : day - 1;
  if (weekday === SUNDAY) return day === length ? day - 2 : day + 1;
  return day;
}

function onlyDay(day: number, length: number): number[] {
  return day >= 1 && day <= length ? [day] : [];
}

function matchingDays(length: number, matches: (day: number) => boolean): number[] {
  return Array.from({ length }, (_, at) => at + 1).filter(matches);
}

function daysByDate(schedule: Schedule, firstOfMonth: number, length: number): number[] {
  const { dayOfMonth } = schedule.values;
  if (!schedule.isLastDayOfMonth && !schedule.isNearestWeekday) {
    return matchingDays(length, (day) => dayOfMonth.has(day));
  }
  // ES: with L or W only one day counts, the smallest.
  const wanted = schedule.isLastDayOfMonth ? length - schedule.lastDayOffset : Math.min(...dayOfMonth);
  if (!schedule.isNearestWeekday || wanted < 1) return onlyDay(wanted, length);
  // ES: 31W of a month of 30 days counts when the day behind its end is a Saturday.
  return onlyDay(nearestWeekday(firstOfMonth, wanted, length), length);
}

function daysByWeekday(schedule: Schedule, firstOfMonth: number, length: number): number[] {
  const { dayOfWeek } = schedule.values;
  const weekday = (day: number) => weekdayOf(firstOfMonth + day - 1);
  const isSingle = schedule.isLastDayOfWeek || schedule.nthDayOfWeek > 0;
  if (!isSingle) return matchingDays(length, (day) => dayOfWeek.has(weekday(day)));
  const wanted = Math.min(...dayOfWeek);
  const occurrences = matchingDays(length, (day) => weekday(day) === wanted);
  const at = schedule.isLastDayOfWeek ? -1 : schedule.nthDayOfWeek - 1;
  const day = occurrences.at(at);
  return day === undefined ? [] : [day];
}

function daysOf(schedule: Schedule, year: number, month: number): number[] {
  const firstOfMonth = daysFromCivil(year, month, 1);
  const length = daysInMonth(year, month);
  return schedule.values.dayOfWeek.has(UNSPECIFIED)
    ? daysByDate(schedule, firstOfMonth, length)
    : daysByWeekday(schedule, firstOfMonth, length);
}

/** The first matching day at or after a day number. */
function nextDay(schedule: Schedule, from: number, lastYear: number): number | undefined {
  const start = civilFromDays(from);
  for (let { year, month } = start; year <= lastYear;) {
    const isWanted = schedule.values.year.has(year) && schedule.values.month.has(month);
    const first = daysFromCivil(year, month, 1);
    const day = isWanted ? daysOf(schedule, year, month).find((each) => first + each - 1 >= from) : undefined;
    if (day !== undefined) return first + day - 1;
    month = month === 12 ? 1 : month + 1;
    if (month === 1) year += 1;
  }
  return undefined;
}

/**
 * The first time after an instant that a schedule names, in UTC.
 * ES: `Cron.getNextValidTimeAfter`.
 * @param after epoch milliseconds
 * @returns epoch milliseconds, of a whole second; undefined when there is none within a hundred years
 */
export function nextTime(schedule: Schedule, after: number): number | undefined {
  const from = Math.floor(after / 1000) + 1;
  const today = Math.floor(from / SECONDS_A_DAY);
  const lastYear = Math.min(civilFromDays(today).year + YEARS_AHEAD, LAST_YEAR);
  const day = nextDay(schedule, today, lastYear);
  if (day === undefined) return undefined;
  const time = timeOfDay(schedule, day === today ? from - today * SECONDS_A_DAY : 0);
  if (time !== undefined) return (day * SECONDS_A_DAY + time) * 1000;
  const later = day === today ? nextDay(schedule, today + 1, lastYear) : undefined;
  const first = timeOfDay(schedule, 0);
  return later === undefined || first === undefined ? undefined : (later * SECONDS_A_DAY + first) * 1000;
}
