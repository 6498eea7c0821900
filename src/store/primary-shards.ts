import type { Index } from './store-index.js';

/** How many primary shards an index has: `index.number_of_shards`. */
export function primaryShards({ metadata }: Index): number {
  return Number(metadata.settings['number_of_shards'] ?? 1);
}
