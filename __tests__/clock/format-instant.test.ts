import fc from 'fast-check';
import { formatInstant, formatSeconds, isJustPrinted } from '../../src/clock/format-instant.js';
import { fromMicros, toMicros } from '../../src/clock/instant.js';
import { parseDate, toInstant } from '../../src/clock/parse-date.js';

const NOON = Date.UTC(2024, 5, 1, 12);

it('nothing but a date was ever just printed, not even before the first was', () => {
  expect(isJustPrinted('')).toBe(false);
  expect(isJustPrinted(formatInstant(NOON))).toBe(true);
});

describe('formatInstant', () => {
  it.each([
    [NOON, '2024-06-01T12:00:00.000Z'],
    [NOON + 500, '2024-06-01T12:00:00.500Z'],
    [NOON + 0.5, '2024-06-01T12:00:00.0005Z'],
    [NOON + 567.149, '2024-06-01T12:00:00.567149Z'],
    [NOON + 0.001, '2024-06-01T12:00:00.000001Z'],
    [NOON + 999.9999, '2024-06-01T12:00:01.000Z'],
    [0.9999, '1970-01-01T00:00:00.001Z'],
    [0, '1970-01-01T00:00:00.000Z'],
    [-1, '1969-12-31T23:59:59.999Z'],
    [-0.001, '1969-12-31T23:59:59.999999Z'],
    [Date.UTC(2024, 1, 29), '2024-02-29T00:00:00.000Z'],
    [Date.UTC(10000, 0, 1), '+10000-01-01T00:00:00.000Z'],
    [Date.UTC(-1, 0, 1), '-0001-01-01T00:00:00.000Z'],
    [-62_167_219_200_000, '0000-01-01T00:00:00.000Z'],
  ])('prints %d as %s', (instant, text) => {
    expect(formatInstant(instant)).toBe(text);
    expect(formatInstant(instant)).toBe(text);
  });

  it('prints nine fraction digits where there are nine', () => {
    expect(formatSeconds(NOON / 1000, 123_456_789)).toBe('2024-06-01T12:00:00.123456789Z');
  });

  it('agrees with Date for every millisecond of four-digit years', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('0000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
        (date) => {
          expect(formatInstant(date.getTime())).toBe(date.toISOString());
        },
      ),
    );
  });

  it('is read back as the same instant', () => {
    const micros = fc.integer({ min: Date.UTC(1900, 0) * 1000, max: Date.UTC(2200, 0) * 1000 });
    fc.assert(
      fc.property(micros, (value) => {
        const instant = fromMicros(value);
        expect(toMicros(instant)).toBe(value);
        expect(toInstant(parseDate(formatInstant(instant)))).toBe(instant);
      }),
    );
  });
});

describe('isJustPrinted', () => {
  it('knows the last text and no other, and nothing that the strict format cannot read', () => {
    const text = formatInstant(1_717_243_200_000);
    expect(isJustPrinted(text)).toBe(true);
    expect(isJustPrinted('')).toBe(false);
    expect(isJustPrinted('2024-06-01')).toBe(false);
    expect(isJustPrinted(formatInstant(300_000_000_000_000))).toBe(false);
    expect(isJustPrinted(text)).toBe(false);
  });
});

it.each([Number.NaN, Infinity, undefined, '5', 5n])('refuses %p, which is no instant', (value) => {
  expect(() => formatInstant(value as number)).toThrow(
    /formatInstant\(\) takes epoch milliseconds: received/,
  );
});
