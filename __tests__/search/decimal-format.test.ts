import { decimalFormat } from '../../src/search/decimal-format.js';

/** What `java.text.DecimalFormat` prints. */
it.each([
  ['#.0', 1, '1.0'],
  ['#.0', 0.5, '.5'],
  ['#.#', 0, '0'],
  ['#.#', 0.25, '0.2'],
  ['#.#', 0.35, '0.3'],
  ['#.#', 0.75, '0.8'],
  ['#', 0, '0'],
  ['#', 2.5, '2'],
  ['#', 3.5, '4'],
  ['0.00', 1.5, '1.50'],
  ['0.00', -1.255, '-1.25'],
  ['0.0', -0.01, '-0.0'],
  ['000', 7, '007'],
  ['#,##0.0#', 1234567.891, '1,234,567.89'],
  ['#,###', 123n, '123'],
  ['0', 9007199254740993n, '9007199254740993'],
])('%s shows %s as %s', (pattern, value, text) => {
  expect(decimalFormat(pattern)?.(value)).toBe(text);
});

it.each(['', '.', 'yyyy', '0.0%', "'n'0", '0#'])('%j is not emulated', (pattern) => {
  expect(decimalFormat(pattern)).toBeUndefined();
});
