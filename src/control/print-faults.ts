import type { Faults } from '../testing/faults/faults.js';

/** The fault rules in force as JSON. */
export function printFaults({ list }: Faults): object {
  return {
    faults: list.map(({ rule: { api, method, path, times, skip }, effect, hits }) => ({
      ...{ api, method, path: path === undefined ? undefined : String(path), times, skip },
      effect,
      hits,
    })),
  };
}
