import { civilFromDays, daysFromCivil } from './civil-date.js';
import type { DateElement, NumberField } from './date-elements.js';

/** Prints an instant in UTC. Java: `DateTimeFormatter.format` of a `ZonedDateTime`. */
export function printElements(elements: readonly DateElement[], epochSeconds: number, nanos: number): string {
  const days = Math.floor(epochSeconds / 86_400);
  const { year, month, day } = civilFromDays(days);
  const second = epochSeconds - days * 86_400;
  const hour = Math.floor(second / 3600);
  const values: Record<NumberField | 'weekday' | 'halfDay', number> = {
    year,
    yearOfEra: year > 0 ? year : 1 - year,
    month,
    day,
    dayOfYear: days - daysFromCivil(year, 1, 1) + 1,
    hour,
    clockHour: hour % 12 === 0 ? 12 : hour % 12,
    minute: Math.floor(second / 60) % 60,
    second: second % 60,
    // 1970-01-01 was a Thursday.
    weekday: ((((days + 3) % 7) + 7) % 7) + 1,
    halfDay: hour < 12 ? 0 : 1,
  };
  const printOne = (element: DateElement): string => {
    if (typeof element === 'string') return element;
    switch (element.kind) {
      case 'number':
        return printNumber(values[element.field], element.min, element.sign === 'exceeding');
      case 'shortYear':
        return printNumber(values[element.field] % 100, 2, false);
      case 'fraction':
        return element.mark + printFraction(nanos, element.min, element.max);
      case 'name':
        return element.names[values[element.field] - (element.field === 'halfDay' ? 0 : 1)] ?? '';
      case 'zone':
        return element.zero;
      case 'optional':
        return element.elements.map(printOne).join('');
    }
  };
  return elements.map(printOne).join('');
}

function printNumber(value: number, width: number, isPlusShown: boolean): string {
  const text = String(Math.abs(value));
  const sign = value < 0 ? '-' : isPlusShown && text.length > width ? '+' : '';
  return sign + text.padStart(width, '0');
}

function printFraction(nanos: number, min: number, max: number): string {
  let text = String(nanos).padStart(9, '0').slice(0, max);
  while (text.length > min && text.endsWith('0')) text = text.slice(0, -1);
  return text;
}
