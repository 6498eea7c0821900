import { broken } from './cron-error.js';

export type FieldName = 'second' | 'minute' | 'hour' | 'dayOfMonth' | 'month' | 'dayOfWeek' | 'year';

export const FIELD_NAMES: readonly FieldName[] = [
  'second',
  'minute',
  'hour',
  'dayOfMonth',
  'month',
  'dayOfWeek',
  'year',
];

/** Stand for `*` and `?` among the values. As in Elasticsearch, who writes 99 or 98 means them too. */
export const ALL = 99;
export const UNSPECIFIED = 98;

/** The search for a next time ends in this year at the latest. ES: `getNextValidTimeAfter`. */
export const LAST_YEAR = 2999;

interface FieldRule {
  readonly first: number;
  readonly last: number;
  /** Length of a wrapping range; years do not wrap. */
  readonly size: number | undefined;
  readonly outOfRange: string | undefined;
  readonly mayBeUnspecified: boolean;
}

function rule(first: number, last: number, outOfRange: string, mayBeUnspecified = false): FieldRule {
  return { first, last, size: last === 59 || last === 23 ? last + 1 : last, outOfRange, mayBeUnspecified };
}

const SIXTY = rule(0, 59, 'Minute and Second values must be between 0 and 59');

const RULES: Readonly<Record<FieldName, FieldRule>> = {
  second: SIXTY,
  minute: SIXTY,
  hour: rule(0, 23, 'Hour values must be between 0 and 23'),
  dayOfMonth: rule(1, 31, 'Day of month values must be between 1 and 31', true),
  month: rule(1, 12, 'Month values must be between 1 and 12'),
  dayOfWeek: rule(1, 7, 'Day-of-Week values must be between 1 and 7', true),
  year: { first: 1970, last: LAST_YEAR, size: undefined, outOfRange: undefined, mayBeUnspecified: false },
};

/** What was read of an expression so far. */
export interface CronDraft {
  readonly values: Readonly<Record<FieldName, Set<number>>>;
  /** `6L` in day-of-week. */
  isLastDayOfWeek: boolean;
  /** `6#3` in day-of-week; 0 without. */
  nthDayOfWeek: number;
  /** `L` in day-of-month, `lastDayOffset` days before it with `L-n`. */
  isLastDayOfMonth: boolean;
  lastDayOffset: number;
  /** `15W` or `LW`. */
  isNearestWeekday: boolean;
}

export function createDraft(): CronDraft {
  const values = Object.fromEntries(FIELD_NAMES.map((field) => [field, new Set<number>()]));
  return {
    values: values as Record<FieldName, Set<number>>,
    isLastDayOfWeek: false,
    nthDayOfWeek: 0,
    isLastDayOfMonth: false,
    lastDayOffset: 0,
    isNearestWeekday: false,
  };
}

function checkBounds(field: FieldName, value: number, end: number): void {
  const { first, last, outOfRange, mayBeUnspecified } = RULES[field];
  if (outOfRange === undefined || value === ALL || (value === UNSPECIFIED && mayBeUnspecified)) return;
  if (value < first || value > last || end > last) throw broken(outOfRange);
}

/** ES: `Cron.addToSet`: a range that ends before it starts runs over into the next day, month… */
function addRange(field: FieldName, values: Set<number>, from: number, to: number, step: number): void {
  const { first, size } = RULES[field];
  if (to >= from) {
    for (let value = from; value <= Math.min(to, LAST_YEAR); value += step) values.add(value);
    return;
  }
  if (size === undefined) throw broken('Start year must be less than stop year');
  for (let value = from; value <= to + size; value += step) {
    const wrapped = value % size;
    values.add(wrapped === 0 && first === 1 ? size : wrapped);
  }
}

/**
 * Adds a value, a range or all values.
 * @param end -1 for none
 * @param step 0 or less for a value alone
 */
export function addValues(
  draft: CronDraft,
  field: FieldName,
  value: number,
  end: number,
  step: number,
): void {
  checkBounds(field, value, end);
  const values = draft.values[field];
  if (step <= 0 && value !== ALL) {
    values.add(value);
    return;
  }
  if (step <= 0) values.add(ALL);
  const { first, last } = RULES[field];
  addRange(field, values, value === ALL ? first : value, end === -1 ? last : end, Math.max(step, 1));
}
