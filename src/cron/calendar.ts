import { daysFromCivil } from '../clock/civil-date.js';

export function daysInMonth(year: number, month: number): number {
  const next = month === 12 ? daysFromCivil(year + 1, 1, 1) : daysFromCivil(year, month + 1, 1);
  return next - daysFromCivil(year, month, 1);
}

/** 1 (Sunday) to 7 (Saturday), as cron counts. */
export function weekdayOf(dayNumber: number): number {
  return ((((dayNumber + 4) % 7) + 7) % 7) + 1;
}
