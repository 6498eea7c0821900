import type { FakeElasticsearch } from '../fake.js';
import { changesUpTo } from '../store/change-log.js';
import type { Index } from '../store/store-index.js';

/** How many documents each index holds, by its name. */
export function documentCounts(es: FakeElasticsearch): Record<string, number> {
  const indices = new Set<Index>();
  for (const change of changesUpTo(es.snapshot().store.point)) {
    if (change.kind !== 'index') continue;
    if (change.after) indices.add(change.index);
    else indices.delete(change.index);
  }
  return Object.fromEntries([...indices].map(({ name, liveCount }) => [name, liveCount]));
}
