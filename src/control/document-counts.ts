import type { FakeElasticsearch } from '../fake-elasticsearch.js';
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
  return Object.fromEntries([...indices].map((index) => [index.name, countOf(index)]));
}

function countOf(index: Index): number {
  let count = 0;
  for (const entry of index.entries.values()) if (!entry.deleted) count += 1;
  return count;
}
