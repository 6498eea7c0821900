import { isElasticsearchError } from '../../src/errors/elasticsearch-error.js';
import { errorBody } from '../../src/errors/envelope.js';
import { CronError, parseCron, requireCron } from '../../src/cron/cron-expression.js';

function refusal(expression: string): string {
  try {
    parseCron(expression);
  } catch (error) {
    if (error instanceof CronError) return error.message.replace('java.lang.IllegalArgumentException: ', '');
    throw error;
  }
  return 'accepted';
}

const BOTH_DAYS =
  'support for specifying both a day-of-week AND a day-of-month parameter is not implemented.';

describe('a cron expression (connectors §3.21; ES: Cron)', () => {
  it.each([
    '0 0 0 * * ?',
    '0 0 12 ? * MON-FRI',
    '0/5 14,18,3-39,52 * ? JAN,MAR,SEP MON-FRI 2002-2010',
    '0 15 10 L * ?',
    '0 15 10 LW * ?',
    '0 15 10 L-3 * ?',
    '0 15 10 L-3W * ?',
    '0 15 10 15W * ?',
    '0 15 10 ? * 6L',
    '0 15 10 ? * FRIL',
    '0 15 10 ? * 6#3',
    '0 15 10 ? * fri#3',
    '0 0 22-2 ? nov-feb *',
    '\t0  0\t0 * * ? 2030 and what follows',
    '/5 */5 * ? * *',
    '*x 0 0 1,,2 * ?',
    // ES: 99 and 98 are its own marks of * and ?
    '99 99 99 98 99 99',
    'L 0 0 L * ?',
  ])('accepts %j', (expression) => {
    expect(refusal(expression)).toBe('accepted');
  });

  it.each([
    ['', 'unexpected end of expression at pos [0].'],
    ['0 0 0 * *', 'unexpected end of expression at pos [9].'],
    ['* * * * * *', BOTH_DAYS],
    ['0 0 0 1 * MON', BOTH_DAYS],
    ['0 0 0 ? * ?', "'?' can only be specified for Day-of-Month -OR- Day-of-Week. at pos [1]"],
    ['0 0 0 L * ?', 'accepted'],
    ['0 ? 0 * * ?', "'?' can only be specified for Day-of-Month or Day-of-Week. at pos [1]"],
    ['0 0 0 ?ab * MON', "illegal character [A] after '?' at pos [1]"],
    ['60 0 0 * * ?', 'Minute and Second values must be between 0 and 59'],
    ['0 5-60 0 * * ?', 'Minute and Second values must be between 0 and 59'],
    ['0 0 24 * * ?', 'Hour values must be between 0 and 23'],
    ['0 0 0 0 * ?', 'Day of month values must be between 1 and 31'],
    ['0 0 0 32 * ?', 'Day of month values must be between 1 and 31'],
    ['0 0 0 1 13 ?', 'Month values must be between 1 and 12'],
    ['0 0 0 ? * 8', 'Day-of-Week values must be between 1 and 7'],
    ['0 0 0 ? * 9L', 'Day-of-Week values must be between 1 and 7'],
    ['0 0 0 1 FOO ?', 'invalid Month value [FOO] at pos [0]'],
    ['0 0 0 1 JAN-FOO ?', 'invalid Month value [FOO] at pos [4]'],
    ['0 0 0 ? * FOO', 'invalid Day-of-Week value [FOO] at pos [0]'],
    ['0 abcd 0 * * ?', "illegal characters [ABC] at pos [0] '"],
    ['0 # 0 * * ?', 'Unexpected character [#] at pos [0] '],
    ['*/60 0 0 * * ?', 'increment [60] > 60 at pos [4]'],
    ['/60 0 0 * * ?', 'increment [60] > 60 at pos [3]'],
    ['0 0 */24 * * ?', 'increment [24] > 24 at pos [4]'],
    ['0 0 0 */32 * ?', 'increment [32] > 31 at pos [4] '],
    ['0 0 0 1 */13 ?', 'increment [13] > 12 at pos [4]'],
    ['0 0 0 ? * */8', 'increment [8] > 7 at pos [3] '],
    ['/ 0 0 * * ?', "'/' must be followed by an integer. at pos [0]"],
    ['*/ 0 0 * * ?', 'Unexpected end of string. at pos [2]'],
    ['1/5X 0 0 * * ?', "Unexpected character [X] after '/' at pos [3]"],
    ['0 0 0 L,1 * ?', "support for specifying 'L' and 'LW' with other days of the month is not implemented"],
    ['0 0 0 ? * L,1', "support for specifying 'L' with other days of the week is not implemented"],
    ['0 0 0 ? * 2#3#4', 'support for specifying multiple "nth" days is not implemented.'],
    ['0 0 0 ? * 2#6', "a numeric value between 1 and 5 must follow the '#' option at pos [2]"],
    ['0 0 0 ? * MON#', "a numeric value between 1 and 5 must follow the '#' option at pos [4]"],
    ['0 0 0 2#1 * ?', "'#' option is not valid here. at pos [1]"],
    ['0 0 0 2L * ?', "'L' option is not valid here. at pos [1]"],
    ['0 0 0 ? * 12W', "'W' option is not valid here. at pos [2]"],
    [
      '0 0 0 32W * ?',
      "the 'W' option does not make sense with values larger than 31 (max number of days in a month) at pos [2]",
    ],
    ['0 0 0 L-31 * ?', 'offset from last day must be <= 30 at pos [2]'],
    ['0 0 0 1 1 ? 2030-2020', 'Start year must be less than stop year'],
    ['*/x 0 0 * * ?', 'java.lang.NumberFormatException: For input string: "X"'],
    ['1-x 0 0 * * ?', 'java.lang.NumberFormatException: For input string: "X"'],
    ['1/x 0 0 * * ?', 'java.lang.NumberFormatException: For input string: "X"'],
    ['99999999999 0 0 * * ?', 'java.lang.NumberFormatException: For input string: "99999999999"'],
    ['1- 0 0 * * ?', 'java.lang.StringIndexOutOfBoundsException: Index 2 out of bounds for length 2'],
    ['1/ 0 0 * * ?', 'java.lang.StringIndexOutOfBoundsException: Index 2 out of bounds for length 2'],
    ['0 0 0 L- * ?', 'java.lang.StringIndexOutOfBoundsException: Index 2 out of bounds for length 2'],
    ['0 0 0 1 JA ?', 'java.lang.StringIndexOutOfBoundsException: begin 0, end 3, length 2'],
    ['0 0 0 , * ?', 'java.util.NoSuchElementException'],
  ])('answers to %j as Elasticsearch does', (expression, detail) => {
    expect(refusal(expression)).toBe(detail);
  });

  it('is wrapped twice, with the expression as it was sent (connectors §3.17)', () => {
    let thrown: unknown;
    try {
      requireCron('* * * * * mon');
    } catch (error) {
      thrown = error;
    }
    if (!isElasticsearchError(thrown)) throw new Error('nothing failed');
    expect(errorBody(thrown, false).error).toMatchObject({
      type: 'illegal_argument_exception',
      reason: 'invalid cron expression [* * * * * mon]',
      caused_by: {
        type: 'illegal_argument_exception',
        reason: `illegal cron expression format [java.lang.IllegalArgumentException: ${BOTH_DAYS}]`,
      },
    });
    expect(requireCron('0 0 0 * * ?')).toBeDefined();
  });
});
