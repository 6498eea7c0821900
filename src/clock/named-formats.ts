import { digits, fraction, optional, type DateElement } from './date-elements.js';
import type { Resolver } from './resolve-numbers.js';
import { lazily } from '../lazily.js';

/** How a named format reads and prints. */
export interface NamedFormat {
  readonly reads: readonly DateElement[];
  readonly prints: readonly DateElement[];
  readonly resolver: Resolver;
  /** Elasticsearch has one parser for it, so that an error is Java's own. */
  readonly isSingle: boolean;
}

type Elements = readonly DateElement[];

const ZONE: DateElement = {
  kind: 'zone',
  read: String.raw`Z|[+-]\d\d(?::?\d\d(?::\d\d)?)?|[A-Z][A-Za-z0-9~/._+-]*`,
  zero: 'Z',
};
const OFFSET: DateElement = { kind: 'zone', read: String.raw`Z|[+-]\d\d(?::?\d\d)?`, zero: 'Z' };

const YEAR = digits('year', 4, 4, 'exceeding');
const LONG_YEAR = digits('year', 4, 10, 'exceeding');
const MONTH = digits('month', 2);
const DAY = digits('day', 2);
const MILLIS = fraction(3, 3, '.');
const ANY_FRACTION = fraction(1, 9, '.');

const basicTime: Elements = [digits('hour', 2), digits('minute', 2), digits('second', 2)];
const hourMinute: Elements = [digits('hour', 2), ':', digits('minute', 2)];
const time: Elements = [...hourMinute, ':', digits('second', 2)];
const looseHour = digits('hour', 1, 2);
const looseHourMinute: Elements = [looseHour, ':', digits('minute', 1, 2)];
const looseSecond = digits('second', 1, 2);
const looseTime: Elements = [...looseHourMinute, ':', looseSecond];

const isoDate: Elements = [LONG_YEAR, '-', MONTH, '-', DAY];
/** ES: `STRICT_YEAR_MONTH_DAY_FORMATTER`. */
const strictDate: Elements = [YEAR, optional('-', MONTH, optional('-', DAY))];
/** ES: `DATE_FORMATTER`. */
const looseDate: Elements = [
  digits('year', 1, 9, 'negative'),
  optional('-', digits('month', 1, 2), optional('-', digits('day', 1, 2))),
];
const basicDate: Elements = [digits('year', 4, 4, 'negative'), MONTH, DAY];
const ordinal: Elements = [LONG_YEAR, '-', digits('dayOfYear', 3)];
const strictOrdinal: Elements = [YEAR, '-', digits('dayOfYear', 3)];
const looseOrdinal: Elements = [LONG_YEAR, '-', digits('dayOfYear', 1, 3)];
const basicOrdinal: Elements = [LONG_YEAR, digits('dayOfYear', 3)];
/** ES: `STRICT_DATE_OPTIONAL_TIME_PRINTER`. */
const isoPrinter: Elements = [...isoDate, 'T', ...time, MILLIS, ZONE];

/** The first for what is read, the second, if there is one, for what is printed. */
function several(reads: Elements, prints: Elements = reads, resolver: Resolver = 'strict'): NamedFormat {
  return { reads, prints, resolver, isSingle: false };
}

function single(reads: Elements, prints: Elements = reads, resolver: Resolver = 'strict'): NamedFormat {
  return { reads, prints, resolver, isSingle: true };
}

/** ES: `DateFormatters`; the formats of week-based years are not among them, nor those with a parser of their own. */
const looseFormats = (): readonly (readonly [string, NamedFormat])[] => [
  [
    'basic_date',
    single([digits('year', 1, 4, 'negative'), digits('month', 1, 2), digits('day', 1, 2)], basicDate),
  ],
  [
    'basic_date_time',
    several(
      [...basicDate, 'T', ...basicTime, ANY_FRACTION, ZONE],
      [...basicDate, 'T', ...basicTime, MILLIS, ZONE],
    ),
  ],
  ['basic_date_time_no_millis', several([...basicDate, 'T', ...basicTime, ZONE])],
  ['basic_ordinal_date', single(basicOrdinal, basicOrdinal, 'smart')],
  [
    'basic_ordinal_date_time',
    several(
      [...basicOrdinal, 'T', ...basicTime, ANY_FRACTION, ZONE],
      [...basicOrdinal, 'T', ...basicTime, MILLIS, ZONE],
    ),
  ],
  ['basic_ordinal_date_time_no_millis', several([...basicOrdinal, 'T', ...basicTime, ZONE])],
  ['basic_t_time', several(['T', ...basicTime, ANY_FRACTION, ZONE], ['T', ...basicTime, MILLIS, ZONE])],
  ['basic_t_time_no_millis', several(['T', ...basicTime, ZONE])],
  ['basic_time', several([...basicTime, ANY_FRACTION, ZONE], [...basicTime, MILLIS, ZONE])],
  ['basic_time_no_millis', several([...basicTime, ZONE])],
  ['date', single(looseDate, isoDate)],
  ['date_hour', single([...looseDate, 'T', looseHour], [...isoDate, 'T', digits('hour', 2)])],
  ['date_hour_minute', single([...looseDate, 'T', ...looseHourMinute], [...isoDate, 'T', ...hourMinute])],
  ['date_hour_minute_second', single([...looseDate, 'T', ...looseTime], [...isoDate, 'T', ...time])],
  [
    'date_hour_minute_second_fraction',
    single([...looseDate, 'T', ...looseTime, ANY_FRACTION], [...isoDate, 'T', ...time, MILLIS]),
  ],
  [
    'date_hour_minute_second_millis',
    single([...looseDate, 'T', ...looseTime, fraction(1, 3, '.')], [...isoDate, 'T', ...time, MILLIS]),
  ],
  [
    'date_optional_time',
    single(
      [
        ...looseDate,
        optional(
          'T',
          optional(
            looseHour,
            optional(
              ...[':', digits('minute', 1, 2), optional(':', looseSecond)],
              ...[optional(ANY_FRACTION), optional(fraction(1, 9, ',')), optional(ZONE)],
            ),
          ),
        ),
      ],
      isoPrinter,
    ),
  ],
  [
    'date_time',
    several(
      [...looseDate, 'T', ...looseHourMinute, optional(':', looseSecond, ANY_FRACTION), OFFSET],
      isoPrinter,
    ),
  ],
  [
    'date_time_no_millis',
    several(
      [...looseDate, 'T', ...looseHourMinute, optional(':', looseSecond), optional(ZONE)],
      [...isoDate, 'T', ...time, ZONE],
    ),
  ],
  ['hour', single([looseHour], [digits('hour', 2)])],
  ['hour_minute', single(looseHourMinute, hourMinute)],
  ['hour_minute_second', single(looseTime, time)],
  ['hour_minute_second_fraction', single([...looseTime, ANY_FRACTION], [...time, MILLIS])],
  ['hour_minute_second_millis', single([...looseTime, fraction(1, 3, '.')], [...time, MILLIS])],
  ['ordinal_date', single(looseOrdinal, ordinal)],
  [
    'ordinal_date_time',
    several(
      [...looseOrdinal, 'T', ...looseHourMinute, optional(':', looseSecond, ANY_FRACTION), ZONE],
      [...ordinal, 'T', ...time, fraction(3, 9, '.'), ZONE],
    ),
  ],
  [
    'ordinal_date_time_no_millis',
    several([...looseOrdinal, 'T', ...looseTime, ZONE], [...ordinal, 'T', ...time, ZONE]),
  ],
  ['t_time', several(['T', ...looseTime, ANY_FRACTION, ZONE], ['T', ...time, MILLIS, ZONE])],
  ['t_time_no_millis', several(['T', ...looseTime, ZONE], ['T', ...time, ZONE])],
  ['time', several([...looseTime, ANY_FRACTION, ZONE], [...time, MILLIS, ZONE])],
  ['time_no_millis', several([...looseTime, ZONE], [...time, ZONE])],
  ['year', single([digits('year', 1, 19, 'negative')])],
  [
    'year_month',
    single([digits('year', 1, 19, 'negative'), '-', digits('month', 1, 19)], [LONG_YEAR, '-', MONTH]),
  ],
  [
    'year_month_day',
    single(
      [digits('year', 1, 19, 'negative'), '-', digits('month', 1, 19), '-', digits('day', 1, 19)],
      isoDate,
    ),
  ],
];

const strictFormats = (): readonly (readonly [string, NamedFormat])[] => [
  ['strict_date', single(isoDate, isoDate, 'lenient')],
  ['strict_date_hour', single([...isoDate, 'T', digits('hour', 2)], undefined, 'smart')],
  ['strict_date_hour_minute', single([...isoDate, 'T', ...hourMinute], undefined, 'smart')],
  [
    'strict_date_hour_minute_second',
    several([YEAR, '-', MONTH, '-', DAY, 'T', ...time], [...isoDate, 'T', ...time], 'late'),
  ],
  [
    'strict_date_hour_minute_second_fraction',
    several(
      [YEAR, '-', MONTH, '-', DAY, 'T', ...time, ANY_FRACTION],
      [...isoDate, 'T', ...time, MILLIS],
      'late',
    ),
  ],
  [
    'strict_date_hour_minute_second_millis',
    several(
      [YEAR, '-', MONTH, '-', DAY, 'T', ...time, ANY_FRACTION],
      [...isoDate, 'T', ...time, MILLIS],
      'late',
    ),
  ],
  [
    'strict_date_time',
    several(
      [...strictDate, 'T', ...time, optional(ANY_FRACTION), ZONE],
      [...isoDate, 'T', ...time, fraction(3, 9, '.'), ZONE],
      'late',
    ),
  ],
  [
    'strict_date_time_no_millis',
    several([...strictDate, 'T', ...time, ZONE], [...isoDate, 'T', ...time, ZONE], 'late'),
  ],
  ['strict_hour', single([digits('hour', 2)])],
  ['strict_hour_minute', single(hourMinute)],
  ['strict_hour_minute_second', single(time)],
  ['strict_hour_minute_second_fraction', single([...time, ANY_FRACTION], [...time, MILLIS])],
  ['strict_hour_minute_second_millis', single([...time, ANY_FRACTION], [...time, MILLIS])],
  ['strict_ordinal_date', single(strictOrdinal)],
  [
    'strict_ordinal_date_time',
    several(
      [...strictOrdinal, 'T', ...hourMinute, optional(':', digits('second', 2), ANY_FRACTION), ZONE],
      [...strictOrdinal, 'T', ...time, fraction(3, 9, '.'), ZONE],
    ),
  ],
  ['strict_ordinal_date_time_no_millis', several([...strictOrdinal, 'T', ...time, ZONE])],
  ['strict_t_time', several(['T', ...time, ANY_FRACTION, ZONE], ['T', ...time, MILLIS, ZONE])],
  ['strict_t_time_no_millis', several(['T', ...time, ZONE])],
  ['strict_time', several([...time, ANY_FRACTION, ZONE], [...time, MILLIS, ZONE])],
  ['strict_time_no_millis', several([...time, ZONE])],
  ['strict_year', several([YEAR])],
  ['strict_year_month', several([YEAR, '-', MONTH])],
  ['strict_year_month_day', single(strictDate)],
];

export const namedFormats = lazily(
  (): ReadonlyMap<string, NamedFormat> => new Map([...looseFormats(), ...strictFormats()]),
);

/** What the formats with a reader of their own print. */
export const ISO_PRINTER = isoPrinter;
export const ISO_NANOS_PRINTER: Elements = [...isoDate, 'T', ...time, fraction(3, 9, '.'), ZONE];

/** Names that Elasticsearch knows and the fake does not: they count years by weeks. */
export const weekFormats = lazily(
  (): ReadonlySet<string> =>
    new Set(
      ['', 'strict_'].flatMap((prefix) =>
        [
          ...['basic_week_date', 'basic_week_date_time', 'basic_week_date_time_no_millis', 'week_date'],
          ...['week_date_time', 'week_date_time_no_millis', 'weekyear', 'weekyear_week', 'weekyear_week_day'],
        ].map((name) => prefix + name),
      ),
    ),
);
