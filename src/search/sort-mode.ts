import { valuesOf, type CellValue } from './column.js';

/** How several numbers make one sort key, beside the lowest and the highest. */
export type CombineMode = 'sum' | 'avg' | 'median';

export function combinedKey(cell: CellValue, mode: CombineMode): number | undefined {
  const numbers = valuesOf(cell).map(Number);
  if (numbers.length === 0) return undefined;
  if (mode === 'median') return median(numbers);
  const sum = numbers.reduce((total, number) => total + number, 0);
  return mode === 'sum' ? sum : sum / numbers.length;
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((left, right) => left - right);
  const middle = sorted.length >>> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
