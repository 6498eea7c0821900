import { invalidCronExpression } from '../errors/cron-errors.js';
import { broken, CronError } from './cron-error.js';
import { createDraft, FIELD_NAMES, addValues, ALL, UNSPECIFIED, type CronDraft } from './cron-fields.js';
import { readItem } from './cron-item.js';

export { CronError } from './cron-error.js';
export { nextTime } from './next-time.js';

/** A valid cron expression, ready for {@link nextTime}. */
export type CronSchedule = Readonly<CronDraft>;

function trimControls(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && text.charCodeAt(start) <= 0x20) start += 1;
  while (end > start && text.charCodeAt(end - 1) <= 0x20) end -= 1;
  return text.slice(start, end);
}

function checkListOfDays(field: string, text: string): void {
  const isList = text.length > 1 && text.includes(',');
  if (field === 'dayOfMonth' && isList && text.includes('L')) {
    throw broken("support for specifying 'L' and 'LW' with other days of the month is not implemented");
  }
  if (field !== 'dayOfWeek') return;
  if (isList && text.includes('L')) {
    throw broken("support for specifying 'L' with other days of the week is not implemented");
  }
  if (text.split('#').length > 2)
    throw broken('support for specifying multiple "nth" days is not implemented.');
}

/**
 * Reads `sec min hour day-of-month month day-of-week [year]` as Elasticsearch does, quirks included; what follows the
 * year is not looked at. Source: connectors §3.21; ES: `org.elasticsearch.xpack.core.scheduler.Cron`.
 * @throws CronError for what Elasticsearch refuses
 */
export function parseCron(expression: string): CronSchedule {
  const upper = expression.toUpperCase();
  const fields = upper.split(/[ \t]+/).filter((text) => text !== '');
  const draft = createDraft();
  FIELD_NAMES.forEach((field, at) => {
    if (fields[at] === undefined) return;
    const text = trimControls(fields[at]);
    checkListOfDays(field, text);
    for (const item of text.split(',')) if (item !== '') readItem({ text: item, field, draft });
  });
  if (fields.length < 6) throw broken(`unexpected end of expression at pos [${upper.length}].`);
  if (fields.length === 6) addValues(draft, 'year', ALL, -1, 0);
  const { dayOfMonth, dayOfWeek } = draft.values;
  if (dayOfMonth.has(UNSPECIFIED) === dayOfWeek.has(UNSPECIFIED)) {
    const both = 'a day-of-week AND a day-of-month parameter';
    throw broken(`support for specifying both ${both} is not implemented.`);
  }
  return draft;
}

/**
 * Like {@link parseCron}, for the protocol's code.
 * @throws ElasticsearchError `invalid cron expression [EXPR]` with its cause, as connectors §3.17 describes
 */
export function requireCron(expression: string): CronSchedule {
  try {
    return parseCron(expression);
  } catch (error) {
    if (!(error instanceof CronError)) throw error;
    throw invalidCronExpression(expression, error.message);
  }
}
