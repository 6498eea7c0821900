import fc from 'fast-check';
import { dateFormat } from '../../src/clock/date-format.js';
import { formatInstant } from '../../src/clock/format-instant.js';
import { parseDate, printDate, toInstant } from '../../src/clock/parse-date.js';
import { thrownBy } from './thrown-by.js';

const read = (text: string, format: string): string => formatInstant(toInstant(parseDate(text, format)));
const highest = (text: string, format: string): string =>
  formatInstant(Math.floor(toInstant(parseDate(text, format, 'highest'))));

/** 1990-12-29 was a Saturday, the 363rd day. */
const AT = Date.UTC(1990, 11, 29, 14, 5, 6, 70);

describe('named date formats (ES: `DateFormatters`)', () => {
  it.each([
    ['basic_date', '19901229', '1990-12-29T00:00:00.000Z', '19901229'],
    ['basic_date_time', '19901229T140506.07Z', '1990-12-29T14:05:06.070Z', '19901229T140506.070Z'],
    ['basic_date_time', '19901229T140506.07+0200', '1990-12-29T12:05:06.070Z', '19901229T140506.070Z'],
    ['basic_date_time_no_millis', '19901229T140506+02:00', '1990-12-29T12:05:06.000Z', '19901229T140506Z'],
    ['basic_ordinal_date', '1990363', '1990-12-29T00:00:00.000Z', '1990363'],
    ['basic_ordinal_date_time', '1990363T140506.070Z', '1990-12-29T14:05:06.070Z', '1990363T140506.070Z'],
    ['basic_ordinal_date_time_no_millis', '1990363T140506Z', '1990-12-29T14:05:06.000Z', '1990363T140506Z'],
    ['basic_time', '140506.1Z', '1970-01-01T14:05:06.100Z', '140506.070Z'],
    ['basic_time_no_millis', '140506Z', '1970-01-01T14:05:06.000Z', '140506Z'],
    ['basic_t_time', 'T140506.1Z', '1970-01-01T14:05:06.100Z', 'T140506.070Z'],
    ['basic_t_time_no_millis', 'T140506Z', '1970-01-01T14:05:06.000Z', 'T140506Z'],
    ['date', '1990-2-3', '1990-02-03T00:00:00.000Z', '1990-12-29'],
    ['date', '1990', '1990-01-01T00:00:00.000Z', '1990-12-29'],
    ['date_hour', '1990-2-3T4', '1990-02-03T04:00:00.000Z', '1990-12-29T14'],
    ['date_hour_minute', '1990-2-3T4:5', '1990-02-03T04:05:00.000Z', '1990-12-29T14:05'],
    ['date_hour_minute_second', '1990-2-3T4:5:6', '1990-02-03T04:05:06.000Z', '1990-12-29T14:05:06'],
    [
      'date_hour_minute_second_fraction',
      '1990-2-3T4:5:6.7891',
      '1990-02-03T04:05:06.7891Z',
      '1990-12-29T14:05:06.070',
    ],
    [
      'date_hour_minute_second_millis',
      '1990-2-3T4:5:6.7',
      '1990-02-03T04:05:06.700Z',
      '1990-12-29T14:05:06.070',
    ],
    ['date_optional_time', '1990-2-3', '1990-02-03T00:00:00.000Z', '1990-12-29T14:05:06.070Z'],
    ['date_optional_time', '1990-2-3T4:5:6,7+02:00', '1990-02-03T02:05:06.700Z', '1990-12-29T14:05:06.070Z'],
    ['date_time', '1990-2-3T4:5:6.7-0100', '1990-02-03T05:05:06.700Z', '1990-12-29T14:05:06.070Z'],
    ['date_time', '1990-2-3T4:5Z', '1990-02-03T04:05:00.000Z', '1990-12-29T14:05:06.070Z'],
    ['date_time_no_millis', '1990-2-3T4:5', '1990-02-03T04:05:00.000Z', '1990-12-29T14:05:06Z'],
    ['hour', '4', '1970-01-01T04:00:00.000Z', '14'],
    ['hour_minute', '4:5', '1970-01-01T04:05:00.000Z', '14:05'],
    ['hour_minute_second', '4:5:6', '1970-01-01T04:05:06.000Z', '14:05:06'],
    ['hour_minute_second_fraction', '4:5:6.1234', '1970-01-01T04:05:06.1234Z', '14:05:06.070'],
    ['hour_minute_second_millis', '4:5:6.123', '1970-01-01T04:05:06.123Z', '14:05:06.070'],
    ['ordinal_date', '1990-1', '1990-01-01T00:00:00.000Z', '1990-363'],
    ['ordinal_date_time', '1990-1T4:5:6.7Z', '1990-01-01T04:05:06.700Z', '1990-363T14:05:06.070Z'],
    ['ordinal_date_time_no_millis', '1990-1T4:5:6Z', '1990-01-01T04:05:06.000Z', '1990-363T14:05:06Z'],
    ['time', '4:5:6.7Z', '1970-01-01T04:05:06.700Z', '14:05:06.070Z'],
    ['time_no_millis', '4:5:6Z', '1970-01-01T04:05:06.000Z', '14:05:06Z'],
    ['t_time', 'T4:5:6.7Z', '1970-01-01T04:05:06.700Z', 'T14:05:06.070Z'],
    ['t_time_no_millis', 'T4:5:6Z', '1970-01-01T04:05:06.000Z', 'T14:05:06Z'],
    ['year', '90', '0090-01-01T00:00:00.000Z', '1990'],
    ['year_month', '1990-2', '1990-02-01T00:00:00.000Z', '1990-12'],
    ['year_month_day', '1990-2-3', '1990-02-03T00:00:00.000Z', '1990-12-29'],
    ['strict_date', '1990-02-30', '1990-03-02T00:00:00.000Z', '1990-12-29'],
    ['strict_date', '1990-13-01', '1991-01-01T00:00:00.000Z', '1990-12-29'],
    ['strict_date_hour', '1990-02-30T04', '1990-02-28T04:00:00.000Z', '1990-12-29T14'],
    ['strict_date_hour_minute', '1990-02-03T04:05', '1990-02-03T04:05:00.000Z', '1990-12-29T14:05'],
    [
      'strict_date_hour_minute_second',
      '1990-02-03T04:05:06',
      '1990-02-03T04:05:06.000Z',
      '1990-12-29T14:05:06',
    ],
    [
      'strict_date_hour_minute_second_fraction',
      '1990-02-03T04:05:06.7',
      '1990-02-03T04:05:06.700Z',
      '1990-12-29T14:05:06.070',
    ],
    [
      'strict_date_hour_minute_second_millis',
      '1990-02-03T04:05:06.7',
      '1990-02-03T04:05:06.700Z',
      '1990-12-29T14:05:06.070',
    ],
    [
      'strict_date_time',
      '1990-02-03T04:05:06.7+02:00',
      '1990-02-03T02:05:06.700Z',
      '1990-12-29T14:05:06.070Z',
    ],
    ['strict_date_time', '1990-02-03T04:05:06Z', '1990-02-03T04:05:06.000Z', '1990-12-29T14:05:06.070Z'],
    [
      'strict_date_time_no_millis',
      '1990-02-03T04:05:06+0200',
      '1990-02-03T02:05:06.000Z',
      '1990-12-29T14:05:06Z',
    ],
    ['strict_hour', '04', '1970-01-01T04:00:00.000Z', '14'],
    ['strict_hour_minute', '04:05', '1970-01-01T04:05:00.000Z', '14:05'],
    ['strict_hour_minute_second', '04:05:06', '1970-01-01T04:05:06.000Z', '14:05:06'],
    ['strict_hour_minute_second_fraction', '04:05:06.7', '1970-01-01T04:05:06.700Z', '14:05:06.070'],
    ['strict_hour_minute_second_millis', '04:05:06.7', '1970-01-01T04:05:06.700Z', '14:05:06.070'],
    ['strict_ordinal_date', '1990-003', '1990-01-03T00:00:00.000Z', '1990-363'],
    [
      'strict_ordinal_date_time',
      '1990-003T04:05:06.7Z',
      '1990-01-03T04:05:06.700Z',
      '1990-363T14:05:06.070Z',
    ],
    [
      'strict_ordinal_date_time_no_millis',
      '1990-003T04:05:06Z',
      '1990-01-03T04:05:06.000Z',
      '1990-363T14:05:06Z',
    ],
    ['strict_time', '04:05:06.7Z', '1970-01-01T04:05:06.700Z', '14:05:06.070Z'],
    ['strict_time_no_millis', '04:05:06Z', '1970-01-01T04:05:06.000Z', '14:05:06Z'],
    ['strict_t_time', 'T04:05:06.7Z', '1970-01-01T04:05:06.700Z', 'T14:05:06.070Z'],
    ['strict_t_time_no_millis', 'T04:05:06Z', '1970-01-01T04:05:06.000Z', 'T14:05:06Z'],
    ['strict_year', '1990', '1990-01-01T00:00:00.000Z', '1990'],
    ['strict_year_month', '1990-02', '1990-02-01T00:00:00.000Z', '1990-12'],
    ['strict_year_month_day', '1990-02-03', '1990-02-03T00:00:00.000Z', '1990-12-29'],
    ['strict_date_optional_time', '1990-02-03T04Z', '1990-02-03T04:00:00.000Z', '1990-12-29T14:05:06.070Z'],
    ['strict_date_optional_time_nanos', '1990-02-03', '1990-02-03T00:00:00.000Z', '1990-12-29T14:05:06.070Z'],
    ['iso8601', '1990-02-03', '1990-02-03T00:00:00.000Z', '1990-12-29T14:05:06.070Z'],
    ['epoch_millis', '1', '1970-01-01T00:00:00.001Z', '662479506070'],
    ['epoch_second', '1', '1970-01-01T00:00:01.000Z', '662479506.07'],
  ])('%s reads %s and prints', (format, text, expected, printed) => {
    expect(read(text, format)).toBe(expected);
    expect(printDate(AT, format)).toBe(printed);
  });

  it.each([
    ['strict_date', '1990-2-03'],
    ['strict_date', '12990-02-03'],
    ['strict_date_time', '1990-02-03T04:05:06'],
    ['strict_date_hour_minute_second', '1990-02-03T04:05:06Z'],
    ['date_time', '1990-02-03T04:05:06.1'],
    ['strict_year', '19901'],
    ['basic_date', '1990-12-29'],
    ['strict_ordinal_date', '1990-366'],
    ['hour', '24'],
    ['strict_hour_minute', '10:60'],
    ['strict_hour_minute_second', '10:10:60'],
    ['time', '4:5:6.7Nowhere/Land'],
    ['date', '1990-02-30'],
  ])('%s does not read %s', (format, text) => {
    expect(thrownBy(() => parseDate(text, format))?.reason).toBe(
      `failed to parse date field [${text}] with format [${format}]`,
    );
  });

  it('is for later to say that a day does not exist where Elasticsearch has its own parser', () => {
    const date = parseDate('1990-02-30T04:05:06Z', 'strict_date_time');
    expect(thrownBy(() => toInstant(date))?.reason).toBe("Invalid date 'FEBRUARY 30'");
  });

  it.each(['strict_weekyear', 'week_date', 'basic_week_date_time'])('%s is refused as a gap', (format) => {
    expect(thrownBy(() => dateFormat(format))).toMatchObject({ status: 400, gap: `date format [${format}]` });
  });
});

describe('date formats of Java (Java: `DateTimeFormatterBuilder.appendPattern`)', () => {
  it.each([
    ['yyyy/MM/dd', '1990/12/29', '1990-12-29T00:00:00.000Z'],
    ['uuuu-MM-dd HH:mm:ss', '1990-12-29 14:05:06', '1990-12-29T14:05:06.000Z'],
    ['dd.MM.yy', '29.12.90', '2090-12-29T00:00:00.000Z'],
    ['d/M/y', '29/12/1990', '1990-12-29T00:00:00.000Z'],
    ['yyyyMMddHHmmssSSS', '19901229140506070', '1990-12-29T14:05:06.070Z'],
    ["yyyy-MM-dd'T'HH:mm:ss.SSSX", '1990-12-29T14:05:06.070Z', '1990-12-29T14:05:06.070Z'],
    ["yyyy-MM-dd'T'HH:mm:ssXXX", '1990-12-29T14:05:06Z', '1990-12-29T14:05:06.000Z'],
    ['yyyy-MM-dd HH:mm:ss Z', '1990-12-29 14:05:06 +0000', '1990-12-29T14:05:06.000Z'],
    ['EEE, d MMM yyyy h:mm a', 'Sat, 29 Dec 1990 2:05 PM', '1990-12-29T14:05:00.000Z'],
    ['EEEE d MMMM uuuu', 'Saturday 29 December 1990', '1990-12-29T00:00:00.000Z'],
    ['yyyy-DDD', '1990-363', '1990-12-29T00:00:00.000Z'],
    ["h 'o''clock' a", "2 o'clock PM", '1970-01-01T14:00:00.000Z'],
    ['MM-dd', '12-29', '1970-12-29T00:00:00.000Z'],
    ['yyyy-MM', '1990-12', '1990-12-01T00:00:00.000Z'],
    ["''yyyy''", "'1990'", '1990-01-01T00:00:00.000Z'],
  ])('%s reads and prints %s', (format, text, expected) => {
    expect(read(text, format)).toBe(expected);
    const instant = toInstant(parseDate(text, format));
    expect(printDate(instant, format)).toBe(text);
  });

  it.each([
    ['yyyy-MM-dd xx', '1990-12-29 +0200', '1990-12-28T22:00:00.000Z', '1990-12-29 +0000'],
    ['yyyy-MM-dd HH x', '1990-12-29 14 +02', '1990-12-29T12:00:00.000Z', '1990-12-29 14 +00'],
    ['yyyy-MM-dd HH xxx', '1990-12-29 14 +02:00', '1990-12-29T12:00:00.000Z', '1990-12-29 14 +00:00'],
    ['yyyy-MM-dd HH ZZZZZ', '1990-12-29 14 +02:00', '1990-12-29T12:00:00.000Z', '1990-12-29 14 Z'],
    ['yyyy-MM-dd HH z', '1990-12-29 14 Europe/Berlin', '1990-12-29T13:00:00.000Z', '1990-12-29 14 Z'],
    ['yyyy[-MM[-dd]]', '1990', '1990-01-01T00:00:00.000Z', '1990-12-29'],
    ['HH:mm', '04:05', '1970-01-01T04:05:00.000Z', '14:05'],
  ])('%s reads %s', (format, text, expected, printed) => {
    expect(read(text, format)).toBe(expected);
    expect(printDate(AT, format)).toBe(printed);
  });

  it('leaves out an hour of which the half of the day is not known', () => {
    expect(read('1990-12-29 02', 'yyyy-MM-dd hh')).toBe('1990-12-29T00:00:00.000Z');
  });

  it('tries its alternatives in order and prints as the first', () => {
    const format = 'yyyy/MM/dd||epoch_millis||strict_date';
    expect(read('1990/12/29', format)).toBe('1990-12-29T00:00:00.000Z');
    expect(read('1000', format)).toBe('1970-01-01T00:00:01.000Z');
    expect(read('1990-12-29', format)).toBe('1990-12-29T00:00:00.000Z');
    expect(printDate(AT, format)).toBe('1990/12/29');
    expect(thrownBy(() => parseDate('x', format))?.cause?.reason).toBe(
      'Failed to parse with all enclosed parsers',
    );
  });

  it.each([
    ['yyyy/MM/dd', 'x', "Text 'x' could not be parsed at index 0"],
    ['yyyy/MM/dd', '1990-12-29', "Text '1990-12-29' could not be parsed at index 4"],
    [
      'yyyy/MM/dd',
      '1990/12/29 10',
      "Text '1990/12/29 10' could not be parsed, unparsed text found at index 10",
    ],
    ['uuuu/MM/dd', '1990/02/30', "Text '1990/02/30' could not be parsed: Invalid date 'FEBRUARY 30'"],
    ['HH', '24', "Text '24' could not be parsed: Invalid value for HourOfDay (valid values 0 - 23): 24"],
    [
      'uuuu-DDD',
      '1990-366',
      "Text '1990-366' could not be parsed: Invalid date 'DayOfYear 366' as '1990' is not a leap year",
    ],
  ])('%s says in the words of Java why it does not read %s', (format, text, reason) => {
    expect(thrownBy(() => parseDate(text, format))).toMatchObject({
      reason: `failed to parse date field [${text}] with format [${format}]`,
      cause: { type: 'date_time_parse_exception', reason },
    });
  });

  it('finds out later that a day does not exist whose year is one of an era', () => {
    const date = parseDate('1990/02/30', 'yyyy/MM/dd');
    expect(thrownBy(() => toInstant(date))).toMatchObject({
      type: 'date_time_exception',
      reason: "Invalid date 'FEBRUARY 30'",
    });
    expect(thrownBy(() => toInstant(parseDate('1990/13/01', 'yyyy/MM/dd')))?.reason).toBe(
      'Invalid value for MonthOfYear (valid values 1 - 12): 13',
    );
  });

  it.each([
    ['1990', 'yyyy', '1990-01-01T23:59:59.999Z'],
    ['1990-12-29', 'date', '1990-12-29T23:59:59.999Z'],
    ['1990-12-29 14', 'yyyy-MM-dd HH', '1990-12-29T14:59:59.999Z'],
    ['1990-12-29 02 AM', 'yyyy-MM-dd hh a', '1990-12-29T02:59:59.999Z'],
    ['363 1990', 'DDD uuuu', '1990-12-29T23:59:59.999Z'],
  ])(
    '%s as %s is for an upper bound %s (ES: `JavaDateFormatter.defaultRoundUp`)',
    (text, format, expected) => {
      expect(highest(text, format)).toBe(expected);
    },
  );

  it.each([
    ['nonsense', 'Unknown pattern letter: o'],
    ['dateOptionalTime', 'Unknown pattern letter: t'],
    ['yyyy-MM-ddd', 'Too many pattern letters: d'],
    ['MMMMMM', 'Too many pattern letters: M'],
    ['aa', 'Too many pattern letters: a'],
    ['DDDD', 'Too many pattern letters: D'],
    ['XXXXXX', 'Too many pattern letters: X'],
    ["yyyy'T", "Pattern ends with an incomplete string literal: yyyy'T"],
    ['yyyy]', 'Pattern invalid as it contains ] without previous ['],
    ['yyyy#', "Pattern includes reserved character: '#'"],
  ])('%s is no format', (format, reason) => {
    expect(thrownBy(() => dateFormat(format))).toMatchObject({
      status: 400,
      type: 'illegal_argument_exception',
      reason: `Invalid format: [${format}]: ${reason}`,
      cause: { type: 'illegal_argument_exception', reason },
      gap: undefined,
    });
  });

  it.each(['YYYY-ww', 'QQQ', 'ZZZZ', 'MMMMM'])('%s is refused as a gap', (format) => {
    expect(thrownBy(() => dateFormat(format))).toMatchObject({ status: 400, gap: `date format [${format}]` });
  });

  it('a format has alternatives that are something', () => {
    expect(thrownBy(() => dateFormat(''))?.reason).toBe('No date pattern provided');
    expect(thrownBy(() => dateFormat('yyyy||'))?.reason).toBe(
      'Cannot have empty element in multi date format pattern: yyyy||',
    );
  });

  it('prints years beyond four digits and before the first', () => {
    const far = Date.UTC(12_990, 0, 1);
    expect(printDate(far, 'uuuu')).toBe('+12990');
    expect(printDate(far, 'basic_date')).toBe('129900101');
    expect(printDate(Date.UTC(-1, 0, 1), 'uuuu')).toBe('-0001');
    expect(printDate(Date.UTC(-1, 0, 1), 'yyyy')).toBe('0002');
    expect(read('+12990', 'uuuu')).toBe('+12990-01-01T00:00:00.000Z');
    expect(thrownBy(() => parseDate('12990', 'uuuu'))).toBeDefined();
    expect(printDate(-1.5, 'epoch_millis')).toBe('-1.5');
  });

  it('reads what it has printed', () => {
    const format = fc.constantFrom(
      ...[
        'strict_date_time',
        'basic_date_time',
        'date_time',
        'ordinal_date_time',
        'strict_ordinal_date_time',
      ],
      ...[
        'yyyy-MM-dd HH:mm:ss.SSS',
        'EEE d MMM uuuu hh:mm:ss.SSS a XXX',
        'uuuuDDDHHmmssSSSZ',
        'epoch_millis',
      ],
    );
    const date = fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-30'), noInvalidDate: true });
    fc.assert(
      fc.property(date, format, (at, pattern) => {
        expect(toInstant(parseDate(printDate(at.getTime(), pattern), pattern))).toBe(at.getTime());
      }),
    );
  });
});
