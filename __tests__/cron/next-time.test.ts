import { Cron } from 'croner';
import fc from 'fast-check';
import { nextTime, parseCron } from '../../src/cron/cron-expression.js';
import { civilFromDays, daysFromCivil } from '../../src/clock/civil-date.js';
import { daysInMonth, weekdayOf } from '../../src/cron/calendar.js';

function next(expression: string, after: string): string | undefined {
  const time = nextTime(parseCron(expression), Date.parse(after));
  return time === undefined ? undefined : new Date(time).toISOString();
}

const START = Date.parse('2000-01-01T00:00:00Z');
const END = Date.parse('2060-01-01T00:00:00Z');
const instant = fc.integer({ min: START, max: END });

/** A field as both croner and Elasticsearch read it: `*`, a value, a range, a step, a list. */
function field(min: number, max: number): fc.Arbitrary<string> {
  const value = fc.integer({ min, max });
  const range = fc.tuple(value, value).map(([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`);
  const step = fc.integer({ min: 1, max: max - min }).map((size) => `*/${size}`);
  const list = fc
    .array(fc.oneof(value.map(String), range), { minLength: 1, maxLength: 3 })
    .map((all) => all.join(','));
  return fc.oneof(fc.constant('*'), value.map(String), range, step, list);
}

/** Elasticsearch counts Sunday as 1, croner as 0. */
const weekdays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 4 });

const time = fc.tuple(field(0, 59), field(0, 59), field(0, 23), field(1, 12));
const byDate = fc
  .tuple(time, field(1, 31))
  .map(([[second, minute, hour, month], day]): [string, string] => [
    `${second} ${minute} ${hour} ${day} ${month} ?`,
    `${second} ${minute} ${hour} ${day} ${month} *`,
  ]);
const byWeekday = fc
  .tuple(time, weekdays)
  .map(([[second, minute, hour, month], days]): [string, string] => [
    `${second} ${minute} ${hour} ? ${month} ${days.join(',')}`,
    `${second} ${minute} ${hour} * ${month} ${days.map((day) => day - 1).join(',')}`,
  ]);

describe('the next time of a schedule', () => {
  it('is what croner says, where both read the same language', () => {
    fc.assert(
      fc.property(fc.oneof(byDate, byWeekday), instant, ([ours, theirs], after) => {
        const expected = new Cron(theirs, { timezone: 'UTC' }).nextRun(new Date(after));
        expect(nextTime(parseCron(ours), after)).toBe(expected?.getTime());
      }),
      { numRuns: 500 },
    );
  });

  it('lies after the given one, on a whole second, and nothing lies between', () => {
    fc.assert(
      fc.property(fc.oneof(byDate, byWeekday), instant, ([expression], after) => {
        const schedule = parseCron(expression);
        const first = nextTime(schedule, after);
        if (first === undefined) return;
        expect(first).toBeGreaterThan(after);
        expect(first % 1000).toBe(0);
        expect(nextTime(schedule, first - 1)).toBe(first);
        expect(nextTime(schedule, Math.max(after, first - 86_400_000))).toBe(first);
      }),
    );
  });

  it.each([
    ['0 0 0 * * ?', '2024-06-01T12:00:00Z', '2024-06-02T00:00:00.000Z'],
    ['* * * * * ?', '2024-06-01T12:00:00.999Z', '2024-06-01T12:00:01.000Z'],
    ['* * * * * ?', '1969-12-31T23:59:58.500Z', '1970-01-01T00:00:00.000Z'],
    ['0 0 22-2 * * ?', '2024-06-01T02:00:00Z', '2024-06-01T22:00:00.000Z'],
    ['0 0 0 31 * ?', '2024-04-01T00:00:00Z', '2024-05-31T00:00:00.000Z'],
    ['0 0 0 29 2 ?', '2024-03-01T00:00:00Z', '2028-02-29T00:00:00.000Z'],
    ['0 0 0 L * ?', '2023-02-01T00:00:00Z', '2023-02-28T00:00:00.000Z'],
    ['0 0 0 L-3 * ?', '2024-02-01T00:00:00Z', '2024-02-26T00:00:00.000Z'],
    ['0 0 0 L-30 * ?', '2024-02-02T00:00:00Z', '2024-03-01T00:00:00.000Z'],
    ['0 0 0 LW * ?', '2024-06-01T00:00:00Z', '2024-06-28T00:00:00.000Z'],
    ['0 0 0 LW * ?', '2024-08-01T00:00:00Z', '2024-08-30T00:00:00.000Z'],
    ['0 0 0 15W * ?', '2024-06-01T00:00:00Z', '2024-06-14T00:00:00.000Z'],
    ['0 0 0 15W * ?', '2024-09-01T00:00:00Z', '2024-09-16T00:00:00.000Z'],
    ['0 0 0 1W * ?', '2024-05-31T00:00:00Z', '2024-06-03T00:00:00.000Z'],
    // ES: the day behind the end of April 2032 is a Saturday, so the 30th counts as its 31W
    ['0 0 0 31W * ?', '2032-04-01T00:00:00Z', '2032-04-30T00:00:00.000Z'],
    ['0 0 0 ? * 6L', '2024-06-01T00:00:00Z', '2024-06-28T00:00:00.000Z'],
    ['0 0 0 ? * MON#1', '2024-06-04T00:00:00Z', '2024-07-01T00:00:00.000Z'],
    ['0 0 0 ? * 7#5', '2024-07-01T00:00:00Z', '2024-08-31T00:00:00.000Z'],
    ['0 0 0 ? * L', '2024-06-02T00:00:00Z', '2024-06-08T00:00:00.000Z'],
    ['0 0 0 ? * FRI-MON', '2024-06-04T00:00:00Z', '2024-06-07T00:00:00.000Z'],
    ['0 0 0 1 NOV-FEB ?', '2024-03-01T00:00:00Z', '2024-11-01T00:00:00.000Z'],
    ['0 0 0 1 1 ? 2030/5', '2031-01-01T00:00:00Z', '2035-01-01T00:00:00.000Z'],
  ])('of %j after %s', (expression, after, expected) => {
    expect(next(expression, after)).toBe(expected);
  });

  it.each([
    ['0 0 0 30 2 ?', '2024-01-01T00:00:00Z'],
    ['0 0 0 1 1 ? 2020', '2024-01-01T00:00:00Z'],
    ['0 0 0 1 1 ? 2200', '2024-01-01T00:00:00Z'],
    // Elasticsearch accepts an empty field
    [', 0 0 * * ?', '2024-01-01T00:00:00Z'],
    ['0 , 0 * * ?', '2024-01-01T00:00:00Z'],
    ['0 0 , * * ?', '2024-01-01T00:00:00Z'],
  ])('does not exist for %j after %s', (expression, after) => {
    expect(next(expression, after)).toBeUndefined();
  });
});

describe('calendar arithmetic', () => {
  it('agrees with the JavaScript calendar', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200_000, max: 400_000 }), (dayNumber) => {
        const date = new Date(dayNumber * 86_400_000);
        const civil = civilFromDays(dayNumber);
        expect(civil).toEqual({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
        });
        expect(daysFromCivil(civil.year, civil.month, civil.day)).toBe(dayNumber);
        expect(weekdayOf(dayNumber)).toBe(date.getUTCDay() + 1);
        expect(daysInMonth(civil.year, civil.month)).toBe(
          new Date(Date.UTC(civil.year, civil.month, 0)).getUTCDate(),
        );
      }),
    );
  });
});
