import { parseTimeValue } from '../../src/clock/duration.js';
import { thrownBy } from './thrown-by.js';

describe('parseTimeValue (ES: TimeValue)', () => {
  it.each([
    ['5m', 300_000],
    ['30s', 30_000],
    ['1d', 86_400_000],
    ['2h', 7_200_000],
    ['100ms', 100],
    ['1500micros', 1],
    ['2000000nanos', 2],
    ['999nanos', 0],
    ['-1nanos', 0],
    ['0', 0],
    ['000', 0],
    ['-1', -1],
    ['-001', -1],
    ['-1s', -1000],
    [' 5 S ', 5000],
    ['10D', 864_000_000],
    ['+3s', 3000],
  ])('reads %j as %d ms', (text, ms) => {
    expect(parseTimeValue(text, 'timeout')).toBe(ms);
  });

  it.each(['abc', '5', '5M', '5m ', '', '-2'])('misses the unit of %j', (text) => {
    expect(thrownBy(() => parseTimeValue(text, 'timeout'))).toMatchObject({
      status: 400,
      type: 'illegal_argument_exception',
      reason: `failed to parse setting [timeout] with value [${text}] as a time value: unit is missing or unrecognized`,
    });
  });

  it('refuses negative, fractional and unreadable numbers', () => {
    expect(thrownBy(() => parseTimeValue('-2s', 'scroll'))).toMatchObject({
      reason:
        'failed to parse setting [scroll] with value [-2s] as a time value: negative durations are not supported',
    });
    expect(thrownBy(() => parseTimeValue('1.5s', 'scroll'))).toMatchObject({
      reason: 'failed to parse [1.5s], fractional time values are not supported',
      cause: { type: 'number_format_exception', reason: 'For input string: "1.5"' },
    });
    expect(thrownBy(() => parseTimeValue('xs', 'scroll'))).toMatchObject({
      reason: 'failed to parse [xs]',
      cause: { type: 'number_format_exception', reason: 'For input string: "x"' },
    });
    expect(thrownBy(() => parseTimeValue('s', 'scroll'))).toMatchObject({
      reason: 'failed to parse [s]',
      cause: { reason: 'For input string: ""' },
    });
    expect(thrownBy(() => parseTimeValue('9223372036854775808s', 'scroll'))).toMatchObject({
      reason: 'failed to parse [9223372036854775808s], fractional time values are not supported',
    });
  });
});
