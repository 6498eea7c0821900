import type { ElasticsearchError } from './elasticsearch-error.js';
import { illegalArgument } from './request-errors.js';

/**
 * `invalid cron expression [EXPR]` over `illegal cron expression format [java.lang.…Exception: DETAIL]`.
 * Source: connectors §3.17; ES: `Cron`.
 * @param described the Java exception as its `toString` shows it
 */
export function invalidCronExpression(expression: string, described: string): ElasticsearchError {
  const cause = illegalArgument(`illegal cron expression format [${described}]`);
  return illegalArgument(`invalid cron expression [${expression}]`, cause);
}
