/** A number as a pattern shows it. */
export type DecimalFormat = (value: number | bigint) => string;

const PATTERN = /^([#,]*)([0,]*)(?:\.(0*)(#*))?$/;

/**
 * Reads the patterns of `java.text.DecimalFormat` that are digits, a point and groups alone; undefined for others.
 *
 * @example decimalFormat('#,##0.0#')?.(1234.5) // '1,234.5'
 */
export function decimalFormat(pattern: string): DecimalFormat | undefined {
  const parts = PATTERN.exec(pattern);
  if (parts === null || !/[#0]/.test(pattern)) return undefined;
  const [, optional = '', required = '', least = '', more = ''] = parts;
  const whole = optional + required;
  const comma = whole.lastIndexOf(',');
  const group = comma === -1 ? 0 : whole.length - comma - 1;
  // Java: without any zero, the digit before a point is always shown.
  const hasZero = required.includes('0') || least !== '';
  const digits = hasZero || !pattern.includes('.') ? required.replaceAll(',', '').length : 1;
  const most = least.length + more.length;
  return (value) => {
    const [integer = '', fraction = ''] = rounded(value, most).split('.');
    const shownInteger = integer.replace('-', '').replace(/^0+/, '').padStart(digits, '0');
    const shownFraction = fraction.replace(/0+$/, '').padEnd(least.length, '0');
    const start = shownInteger === '' && shownFraction === '' ? '0' : grouped(shownInteger, group);
    return `${value < 0 ? '-' : ''}${start}${shownFraction === '' ? '' : `.${shownFraction}`}`;
  };
}

/** Java rounds halves to the even neighbour. */
function rounded(value: number | bigint, most: number): string {
  if (typeof value === 'bigint') return String(value);
  const shifted = Math.abs(value) * 10 ** most;
  const floor = Math.floor(shifted);
  if (shifted - floor !== 0.5 || floor % 2 !== 0) return value.toFixed(most);
  return `${value < 0 ? '-' : ''}${(floor / 10 ** most).toFixed(most)}`;
}

function grouped(digits: string, size: number): string {
  if (size === 0) return digits;
  const parts: string[] = [];
  for (let end = digits.length; end > 0; end -= size)
    parts.unshift(digits.slice(Math.max(0, end - size), end));
  return parts.join(',');
}
