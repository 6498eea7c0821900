/** What one number of a date text says. Java's names: `YEAR_OF_ERA` for `yearOfEra`, `CLOCK_HOUR_OF_AMPM` for `clockHour`. */
export type NumberField =
  'year' | 'yearOfEra' | 'month' | 'day' | 'dayOfYear' | 'hour' | 'clockHour' | 'minute' | 'second';

/** `exceeding`: more digits than the least need a plus sign (Java: `SignStyle.EXCEEDS_PAD`). */
type Sign = 'none' | 'negative' | 'exceeding';

/** One part of a date format. Java: the printer-parsers of `DateTimeFormatterBuilder`. */
export type DateElement =
  | string
  | {
      readonly kind: 'number';
      readonly field: NumberField;
      readonly min: number;
      readonly max: number;
      readonly sign: Sign;
    }
  /** Two digits for a year from 2000 to 2099. */
  | { readonly kind: 'shortYear'; readonly field: 'year' | 'yearOfEra' }
  | { readonly kind: 'fraction'; readonly min: number; readonly max: number; readonly mark: '' | '.' | ',' }
  | {
      readonly kind: 'name';
      readonly field: 'month' | 'weekday' | 'halfDay';
      readonly names: readonly string[];
    }
  /** `read` matches what is read, in UTC `zero` is printed. */
  | { readonly kind: 'zone'; readonly read: string; readonly zero: string }
  | { readonly kind: 'optional'; readonly elements: readonly DateElement[] };

/** What a text said, element by element; not yet known to fit together. */
export type DateNumbers = Partial<Record<NumberField | 'weekday' | 'halfDay' | 'nanos', number>> & {
  zone?: string;
};

export function digits(field: NumberField, min: number, max = min, sign: Sign = 'none'): DateElement {
  return { kind: 'number', field, min, max, sign };
}

export function fraction(min: number, max: number, mark: '' | '.' | ','): DateElement {
  return { kind: 'fraction', min, max, mark };
}

export function optional(...elements: readonly DateElement[]): DateElement {
  return { kind: 'optional', elements };
}

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** Names as the locale of a date field has them, unless its mapping says otherwise: English. */
export const NAMES = {
  month: { long: MONTHS, short: MONTHS.map((name) => name.slice(0, 3)) },
  weekday: { long: WEEKDAYS, short: WEEKDAYS.map((name) => name.slice(0, 3)) },
  halfDay: ['AM', 'PM'],
} as const;
