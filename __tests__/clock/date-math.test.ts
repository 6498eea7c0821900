import fc from 'fast-check';
import { parseDateMath } from '../../src/clock/date-math.js';
import { formatInstant } from '../../src/clock/format-instant.js';
import { thrownBy } from './thrown-by.js';

const NOW = Date.UTC(2024, 5, 1, 12, 34, 56, 789) + 0.123;

const down = (text: string, timeZone?: string): string =>
  formatInstant(parseDateMath(text, NOW, { roundUp: false, timeZone }));
const up = (text: string, timeZone?: string): string =>
  formatInstant(parseDateMath(text, NOW, { roundUp: true, timeZone }));

describe('parseDateMath', () => {
  it.each([
    ['now', '2024-06-01T12:34:56.789Z'],
    ['now-300s', '2024-06-01T12:29:56.789Z'],
    ['now+1h/d', '2024-06-01T00:00:00.000Z'],
    ['now/y', '2024-01-01T00:00:00.000Z'],
    ['now/M', '2024-06-01T00:00:00.000Z'],
    ['now/w', '2024-05-27T00:00:00.000Z'],
    ['now/h', '2024-06-01T12:00:00.000Z'],
    ['now/H', '2024-06-01T12:00:00.000Z'],
    ['now/m', '2024-06-01T12:34:00.000Z'],
    ['now/s', '2024-06-01T12:34:56.000Z'],
    ['now-M', '2024-05-01T12:34:56.789Z'],
    ['now+1y-2M+1w-1d+3H-4m', '2025-04-07T15:30:56.789Z'],
    ['2024-01-01||+1M/d', '2024-02-01T00:00:00.000Z'],
    ['2024-01-31||+1M', '2024-02-29T00:00:00.000Z'],
    ['2024-02-29||+1y', '2025-02-28T00:00:00.000Z'],
    ['2024-01-15||', '2024-01-15T00:00:00.000Z'],
    ['1717243200000||-1d', '2024-05-31T12:00:00.000Z'],
    ['2024-01-15T10:20:30.123456Z', '2024-01-15T10:20:30.123Z'],
    ['2024-01-15', '2024-01-15T00:00:00.000Z'],
  ])('reads %s as a lower bound', (text, expected) => {
    expect(down(text)).toBe(expected);
  });

  it.each([
    ['now', '2024-06-01T12:34:56.789Z'],
    ['now-300s', '2024-06-01T12:29:56.789Z'],
    ['now+1h/d', '2024-06-01T23:59:59.999Z'],
    ['now/y', '2024-12-31T23:59:59.999Z'],
    ['now/M', '2024-06-30T23:59:59.999Z'],
    ['now/w', '2024-06-02T23:59:59.999Z'],
    ['now/h', '2024-06-01T12:59:59.999Z'],
    ['now/m', '2024-06-01T12:34:59.999Z'],
    ['now/s', '2024-06-01T12:34:56.999Z'],
    ['2024', '2024-01-01T23:59:59.999Z'],
    ['2024-02', '2024-02-01T23:59:59.999Z'],
    ['2024-01-15', '2024-01-15T23:59:59.999Z'],
    ['2024-01-15T10', '2024-01-15T10:59:59.999Z'],
    ['2024-01-15T10:20Z', '2024-01-15T10:20:59.999Z'],
    ['2024-01-15T10:20:30+01:00', '2024-01-15T09:20:30.999Z'],
    ['2024-01-15T10:20:30.1Z', '2024-01-15T10:20:30.100Z'],
    ['1717243200000', '2024-06-01T12:00:00.000Z'],
    ['2024-01-01||/M', '2024-01-31T23:59:59.999Z'],
    ['2024-01-15||', '2024-01-15T00:00:00.000Z'],
  ])('reads %s as an upper bound', (text, expected) => {
    expect(up(text)).toBe(expected);
  });

  it('rounds and reads in the time zone of the query', () => {
    expect(down('now/d', '+13:00')).toBe('2024-06-01T11:00:00.000Z');
    expect(up('now/d', '-01:00')).toBe('2024-06-02T00:59:59.999Z');
    expect(down('2024-01-15', '-05:00')).toBe('2024-01-15T05:00:00.000Z');
    expect(down('2024-01-15T00:00Z', '-05:00')).toBe('2024-01-15T00:00:00.000Z');
    expect(down('2024-03-10||/d', 'America/New_York')).toBe('2024-03-10T05:00:00.000Z');
    expect(down('2024-03-10||+1d', 'America/New_York')).toBe('2024-03-11T04:00:00.000Z');
    expect(down('2024-03-10||+24h', 'America/New_York')).toBe('2024-03-11T05:00:00.000Z');
    expect(down('2024-11-03T06:30Z||/h', 'America/New_York')).toBe('2024-11-03T06:00:00.000Z');
    expect(thrownBy(() => down('now', 'nowhere'))).toMatchObject({ type: 'date_time_exception' });
  });

  it.each([
    ['now*1d', 'operator not supported for date math [*1d]'],
    ['now 1d', 'operator not supported for date math [ 1d]'],
    ['now+', 'truncated date math [+]'],
    ['now+12', 'truncated date math [+12]'],
    ['now-1d/', 'truncated date math [-1d/]'],
    ['now+1x', 'unit [x] not supported for date math [+1x]'],
    ['now-5D', 'unit [D] not supported for date math [-5D]'],
    ['now/2d', 'rounding `/` can only be used on single unit types [/2d]'],
    ['2024-01-01||+', 'truncated date math [+]'],
    ['', 'cannot parse empty datetime'],
    ['||+1d', 'cannot parse empty datetime'],
  ])('refuses %s (ES: JavaDateMathParser)', (text, reason) => {
    expect(thrownBy(() => down(text))).toMatchObject({ status: 400, type: 'parse_exception', reason });
  });

  it('quotes the text, the format and the reason of a date that cannot be read', () => {
    const inner = 'failed to parse date field [nope] with format [strict_date_optional_time||epoch_millis]';
    expect(thrownBy(() => down('nope||+1d'))).toMatchObject({
      type: 'parse_exception',
      reason: `${inner}: [${inner}]`,
      cause: {
        type: 'illegal_argument_exception',
        reason: inner,
        cause: { type: 'date_time_parse_exception', reason: 'Failed to parse with all enclosed parsers' },
      },
    });
    expect(thrownBy(() => down('2024-02-30'))).toMatchObject({
      type: 'parse_exception',
      cause: { type: 'date_time_exception', reason: "Invalid date 'FEBRUARY 30'" },
    });
  });

  it('reads another format', () => {
    expect(parseDateMath('1717243200||+1s', NOW, { roundUp: false, format: 'epoch_second' })).toBe(
      1_717_243_201_000,
    );
  });

  it('refuses numbers beyond an int as Java does, and instants beyond all dates', () => {
    expect(thrownBy(() => down('now+99999999999d'))).toMatchObject({
      type: 'number_format_exception',
      reason: 'For input string: "99999999999"',
    });
    expect(thrownBy(() => down('now+2147483647y'))).toMatchObject({ type: 'date_time_exception' });
  });

  it('gives a lower bound that is never above the upper one', () => {
    const unit = fc.constantFrom(...Array.from('yMwdhHms'));
    const now = fc.integer({ min: 0, max: Date.UTC(2100, 0) });
    fc.assert(
      fc.property(now, unit, fc.integer({ min: -500, max: 500 }), (at, letter, count) => {
        const text = `now${count < 0 ? '' : '+'}${count}${letter}/${letter}`;
        const lower = parseDateMath(text, at, { roundUp: false });
        const upper = parseDateMath(text, at, { roundUp: true });
        const next = `${formatInstant(lower)}||+1${letter}`;
        expect(parseDateMath(next, at, { roundUp: false })).toBe(upper + 1);
      }),
    );
  });
});
