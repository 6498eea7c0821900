import fc from 'fast-check';
import {
  parseDate,
  parseStrictDateOptionalTime,
  reprintDate,
  toInstant,
  toInstantStrictly,
} from '../../src/clock/parse-date.js';
import { formatInstant } from '../../src/clock/format-instant.js';
import { parseTimeZone } from '../../src/clock/time-zone.js';
import { thrownBy } from './thrown-by.js';

const printed = (text: string, format?: string): string => formatInstant(toInstant(parseDate(text, format)));

describe('parseDate', () => {
  it.each([
    ['2024', '2024-01-01T00:00:00.000Z'],
    ['2024-03', '2024-03-01T00:00:00.000Z'],
    ['2024-03-05', '2024-03-05T00:00:00.000Z'],
    ['2024-03-05T', '2024-03-05T00:00:00.000Z'],
    ['2024-03-05T10', '2024-03-05T10:00:00.000Z'],
    ['2024-03-05T10Z', '2024-03-05T10:00:00.000Z'],
    ['2024-03-05T10:20', '2024-03-05T10:20:00.000Z'],
    ['2024-03-05T10:20+02:00', '2024-03-05T08:20:00.000Z'],
    ['2024-03-05T10:20:30', '2024-03-05T10:20:30.000Z'],
    ['2024-03-05T10:20:30.1', '2024-03-05T10:20:30.100Z'],
    ['2024-03-05T10:20:30,123456789', '2024-03-05T10:20:30.123456Z'],
    ['2024-03-05T10:20:30+0230', '2024-03-05T07:50:30.000Z'],
    ['2024-03-05T10:20:30-05', '2024-03-05T15:20:30.000Z'],
    ['2024-03-05T10:20:30.5+18:00', '2024-03-04T16:20:30.500Z'],
    ['2024-03-05T10:20:30+01:02:03', '2024-03-05T09:18:27.000Z'],
    ['2024-03-05T10:20:30UTC', '2024-03-05T10:20:30.000Z'],
    ['2024-03-05T10:20:30GMT+2', '2024-03-05T08:20:30.000Z'],
    ['2024-07-05T10:20:30UTC-02:30', '2024-07-05T12:50:30.000Z'],
    ['2024-07-05T10:20:30Europe/Berlin', '2024-07-05T08:20:30.000Z'],
    ['2024-07-05T10:20:30America/St_Johns', '2024-07-05T12:50:30.000Z'],
    ['2024-07-05T10:20:30Africa/Abidjan', '2024-07-05T10:20:30.000Z'],
    ['-0001-03-05', '-0001-03-05T00:00:00.000Z'],
    ['1717243200000', '2024-06-01T12:00:00.000Z'],
    ['1717243200000.5', '2024-06-01T12:00:00.0005Z'],
    ['1717243200000.', '2024-06-01T12:00:00.000Z'],
    ['-1', '1969-12-31T23:59:59.999Z'],
    ['-10000', '1969-12-31T23:59:50.000Z'],
    ['-1000', '-1000-01-01T00:00:00.000Z'],
    ['-0.5', '1969-12-31T23:59:59.9995Z'],
    ['0', '1970-01-01T00:00:00.000Z'],
    ['20240305', '1970-01-01T05:37:20.305Z'],
  ])('reads %s', (text, expected) => {
    expect(printed(text)).toBe(expected);
  });

  it.each([
    'wrong datetime',
    ' 2024-03-05',
    '2024-3-5',
    '2024-13',
    '2024-03-32',
    '2024-03-05 10:20:30Z',
    '2024-03-05t10:20:30Z',
    '2024-03-05T24:00:00Z',
    '2024-03-05T10:60',
    '2024-03-05T10:20:60Z',
    '2024-03-05T10:20:30.Z',
    '2024-03-05T10:20:30.1234567890Z',
    '2024-03-05T10:20:30z',
    '2024-03-05T10:20:30+2',
    '2024-03-05T10:20:30+18:01',
    '2024-03-05T10:20:30+02:00:',
    '2024-03-05T10:20:30+02:0000',
    '2024-03-05T10:20:30Nowhere/Land',
    '2024-03-05T10:20:30ZZ',
    '2024-03-05T10:20:30europe/Berlin',
    '2024-03-05T10:20:30GMT+530',
    '2024-03-05T10:20:30GMT+5:30:',
    '2024-03-05T10:20:30GMTX',
    '2024-03-05TZ',
    '2024-03-05Z',
    '2024-W10-2',
    '2024-065',
    '+12024-01-01',
    '1.5.5',
    '--1',
    '1e3',
    '99999999999999999999',
    '9223372036854775808',
    '1717243200000.1234567',
  ])('refuses %s in the words of JavaDateFormatter', (text) => {
    expect(thrownBy(() => parseDate(text))).toMatchObject({
      status: 400,
      type: 'illegal_argument_exception',
      reason: `failed to parse date field [${text}] with format [strict_date_optional_time||epoch_millis]`,
      cause: { type: 'date_time_parse_exception', reason: 'Failed to parse with all enclosed parsers' },
    });
  });

  it('refuses the empty text by a reason of its own', () => {
    expect(thrownBy(() => parseDate(''))).toMatchObject({
      type: 'illegal_argument_exception',
      reason: 'cannot parse empty datetime',
    });
  });

  it('words the cause otherwise where the format has one parser', () => {
    expect(thrownBy(() => parseDate('x', 'strict_date_optional_time'))).toMatchObject({
      reason: 'failed to parse date field [x] with format [strict_date_optional_time]',
      cause: { reason: 'Could not fully parse datetime' },
    });
    expect(thrownBy(() => parseDate('2024-01-01', 'epoch_millis'))).toMatchObject({
      cause: { reason: 'Failed to parse with all enclosed parsers' },
    });
  });

  it('reads each format alone', () => {
    expect(printed('2024', 'epoch_millis')).toBe('1970-01-01T00:00:02.024Z');
    expect(printed('1717243200.25', 'epoch_second')).toBe('2024-06-01T12:00:00.250Z');
    expect(printed('2024-06-01T12:00:00.5Z', 'strict_date_optional_time_nanos')).toBe(
      '2024-06-01T12:00:00.500Z',
    );
    expect(() => parseDate('2024-06-01T12:00', 'strict_date_optional_time_nanos')).toThrow(
      /failed to parse date/,
    );
    expect(() => parseDate('2024-06-01T', 'strict_date_optional_time_nanos')).toThrow(/failed to parse date/);
    expect(() => parseDate('1717243200000', 'strict_date_optional_time')).toThrow(/failed to parse date/);
  });

  it('agrees with Date on what both read', () => {
    const zone = fc.constantFrom('Z', '+02:00', '-11:30', '+00:00');
    const date = fc.date({ min: new Date('0001-01-02'), max: new Date('9999-12-30'), noInvalidDate: true });
    fc.assert(
      fc.property(date, zone, (at, offset) => {
        const text = at.toISOString().replace('Z', offset);
        expect(toInstant(parseStrictDateOptionalTime(text))).toBe(Date.parse(text));
        expect(toInstant(parseDate(text.slice(0, 10)))).toBe(Date.parse(text.slice(0, 10)));
      }),
    );
  });

  it('fails only in its own words, whatever the text', () => {
    const characters = fc.constantFrom(...Array.from('0123456789-+:.,TZ GMT/'));
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: characters, maxLength: 40 })), (text) => {
        const thrown = thrownBy(() => parseDate(text));
        expect([undefined, 'illegal_argument_exception']).toContain(thrown?.type);
      }),
    );
  });
});

describe('toInstant', () => {
  it.each([
    ['2023-02-30', "Invalid date 'FEBRUARY 30'"],
    ['2023-02-29', "Invalid date 'February 29' as '2023' is not a leap year"],
    ['2024-04-31', "Invalid date 'APRIL 31'"],
    ['2024-00-10', 'Invalid value for MonthOfYear (valid values 1 - 12): 0'],
    ['2024-01-00', 'Invalid value for DayOfMonth (valid values 1 - 28/31): 0'],
  ])('refuses the day %s, which reads well', (text, reason) => {
    const date = parseDate(text);
    expect(thrownBy(() => toInstant(date))).toMatchObject({ type: 'date_time_exception', reason });
  });

  it('takes a zone for dates without one only', () => {
    const zone = parseTimeZone('+01:00');
    expect(formatInstant(toInstant(parseDate('2024-06-01'), zone))).toBe('2024-05-31T23:00:00.000Z');
    expect(formatInstant(toInstant(parseDate('2024-06-01T00Z'), zone))).toBe('2024-06-01T00:00:00.000Z');
  });

  it('moves a time that a zone skips behind the gap, and takes the first of a doubled one', () => {
    const zone = parseTimeZone('America/New_York');
    expect(formatInstant(toInstant(parseDate('2024-03-10T02:30'), zone))).toBe('2024-03-10T07:30:00.000Z');
    expect(formatInstant(toInstant(parseDate('2024-11-03T01:30'), zone))).toBe('2024-11-03T05:30:00.000Z');
    expect(formatInstant(toInstant(parseDate('2024-11-03T02:00'), zone))).toBe('2024-11-03T07:00:00.000Z');
  });
});

describe('reprintDate (sync-jobs §11, ES: ConnectorUtils.parseInstant)', () => {
  it.each([
    ['2023-12-04T10:45:50.5+02:00', '2023-12-04T08:45:50.500Z'],
    ['2023-12-04T08:45:50.567149Z', '2023-12-04T08:45:50.567149Z'],
    ['2023-12-04T08:45:50.123456789Z', '2023-12-04T08:45:50.123456789Z'],
    ['2023-12-04T08:45:50.1234567Z', '2023-12-04T08:45:50.1234567Z'],
    ['2023-05-25T12:30:00Z', '2023-05-25T12:30:00.000Z'],
    ['1701679550567', '2023-12-04T08:45:50.567Z'],
    ['1701679550567.123456', '2023-12-04T08:45:50.567123456Z'],
    ['9999-12-31T23:59:59.999999999-01:00', '+10000-01-01T00:59:59.999999999Z'],
  ])('prints %s as %s', (text, expected) => {
    expect(reprintDate(text)).toBe(expected);
  });

  it('takes a time without a zone as UTC, and one whose zone is a name too (ES: record DateTime)', () => {
    expect(reprintDate('2023-12-04T08:45:50')).toBe('2023-12-04T08:45:50.000Z');
    expect(reprintDate('2023-12-04T08')).toBe('2023-12-04T08:00:00.000Z');
    expect(reprintDate('2023-12-04T08:45:50Europe/Berlin')).toBe('2023-12-04T08:45:50.000Z');
  });

  it('refuses a date without a time of day', () => {
    const fields =
      'DateTime[years=2023, months=12, days=4, hours=null, minutes=null, seconds=null, nanos=null, zoneId=null, offset=null]';
    expect(thrownBy(() => reprintDate('2023-12-04'))).toMatchObject({
      type: 'date_time_exception',
      reason: `Unable to obtain Instant from TemporalAccessor: ${fields} of type org.elasticsearch.common.time.DateTime`,
      cause: { type: 'unsupported_temporal_type_exception', reason: 'No InstantSeconds value available' },
    });
    expect(toInstantStrictly(parseDate('2023-12-04T08:45:50.5Z'))).toBe(
      Date.UTC(2023, 11, 4, 8, 45, 50, 500),
    );
    expect(() => toInstantStrictly(parseDate('2023'))).toThrow(/Unable to obtain Instant/);
  });

  it('refuses a day that does not exist', () => {
    expect(thrownBy(() => reprintDate('2023-02-30T10:00:00-03:30'))).toMatchObject({
      reason: expect.stringContaining('nanos=0, zoneId=-03:30, offset=-03:30] of type') as unknown,
      cause: { type: 'date_time_exception', reason: "Invalid date 'FEBRUARY 30'" },
    });
  });
});
