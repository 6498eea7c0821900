import { searchDocuments, type SearchResult } from '../../src/search/execute.js';
import { SearchContexts } from '../../src/search/contexts.js';
import { parseSearchRequest } from '../../src/search/parse-search-request.js';
import { refreshIfDue, refreshIndex } from '../../src/search/search-view.js';
import type { Index } from '../../src/store/store-index.js';
import { Store } from '../../src/store/store.js';
import { writeJson } from '../../src/xcontent/write-json.js';

function aWorld(count = 0): { store: Store; index: Index; contexts: SearchContexts } {
  let ids = 0;
  const store = new Store({ templates: [], uuid: () => 'uuid' });
  const index = store.createIndex('i');
  for (let at = 1; at <= count; at += 1) store.put(index, { id: String(at), source: { n: at } });
  return { store, index, contexts: new SearchContexts(() => `id${ids++}`) };
}

const at = (now: number): { now: number; refreshMode: 'immediate' } => ({ now, refreshMode: 'immediate' });
const idsOf = ({ hits }: SearchResult): string[] => hits.map(({ document }) => document.id);

describe('a scroll', () => {
  const request = parseSearchRequest('{"size":2,"sort":"_doc"}');

  it('reads on in what it found, whatever is written meanwhile', () => {
    const { store, index, contexts } = aWorld(5);
    const first = contexts.openScroll([index], request, 60_000, at(0));
    expect(idsOf(first.result)).toEqual(['1', '2']);
    store.remove(index, '3');
    store.put(index, { id: '6', source: {} });
    const second = contexts.nextScrollPage(first.id, 60_000, 1000);
    expect(idsOf(second.result)).toEqual(['3', '4']);
    expect(second.result.total).toEqual({ value: 5, relation: 'eq' });
    expect(idsOf(contexts.nextScrollPage(first.id, undefined, 2000).result)).toEqual(['5']);
    expect(idsOf(contexts.nextScrollPage(first.id, undefined, 3000).result)).toEqual([]);
  });

  it('expires when it was not used for its keep-alive', () => {
    const { index, contexts } = aWorld(5);
    const { id } = contexts.openScroll([index], request, 1000, at(0));
    expect(contexts.nextExpiry()).toBe(1000);
    contexts.nextScrollPage(id, undefined, 999);
    expect(contexts.nextExpiry()).toBe(1999);
    expect(() => contexts.nextScrollPage(id, undefined, 1999)).toThrow(
      expect.objectContaining({
        status: 404,
        type: 'search_phase_execution_exception',
        details: expect.objectContaining({
          failed_shards: [
            {
              shard: -1,
              index: null,
              reason: {
                type: 'search_context_missing_exception',
                reason: 'No search context found for id [1]',
              },
            },
          ],
        }) as unknown,
      }) as Error,
    );
  });

  it('is freed once, and ids that are none are refused', () => {
    const { index, contexts } = aWorld(5);
    const { id } = contexts.openScroll([index], request, 1000, at(0));
    contexts.openScroll([index], request, 1000, at(0));
    expect(contexts.close([id, 'nope'], 0)).toBe(1);
    expect(contexts.close([id], 0)).toBe(0);
    expect(contexts.closeAllScrolls(0)).toBe(1);
    expect(() => contexts.nextScrollPage('nope', undefined, 0)).toThrow('Cannot parse scroll id');
  });

  it('survives a snapshot and its restoration at the page where it stood', () => {
    const { index, contexts } = aWorld(5);
    const { id } = contexts.openScroll([index], request, 60_000, at(0));
    const state = contexts.state();
    contexts.nextScrollPage(id, undefined, 0);
    contexts.restore(state);
    expect(idsOf(contexts.nextScrollPage(id, undefined, 0).result)).toEqual(['3', '4']);
  });
});

describe('a point in time', () => {
  it('answers every search from the moment when it was opened', () => {
    const { store, index, contexts } = aWorld(3);
    const id = contexts.openPointInTime([index], 60_000, at(0));
    store.update(index, '2', { n: 99 });
    store.remove(index, '3');
    store.put(index, { id: '4', source: { n: 4, fresh: 'x' } });
    const search = (body: object): SearchResult =>
      contexts.searchPointInTime(parseSearchRequest(writeJson({ ...body, pit: { id } })), at(10));
    expect(idsOf(search({ query: { range: { n: { lt: 10 } } } }))).toEqual(['1', '2', '3']);
    expect(idsOf(search({ query: { exists: { field: 'fresh' } } }))).toEqual([]);
    const first = search({ sort: [{ n: 'desc' }], size: 2 });
    expect(first.hits.map(({ sort }) => sort)).toEqual([
      [3, 2],
      [2, 1],
    ]);
    expect(idsOf(search({ sort: [{ n: 'desc' }], search_after: first.hits[1]?.sort }))).toEqual(['1']);
  });

  it('expires, and is refused by the wrong kind of id', () => {
    const { index, contexts } = aWorld(1);
    const id = contexts.openPointInTime([index], 1000, at(0));
    const search = (pit: string, now: number): SearchResult =>
      contexts.searchPointInTime(
        parseSearchRequest(writeJson({ pit: { id: pit, keep_alive: '5s' } })),
        at(now),
      );
    expect(idsOf(search(id, 999))).toEqual(['1']);
    expect(idsOf(search(id, 5998))).toEqual(['1']);
    expect(() => search(id, 10_998)).toThrow('all shards failed');
    expect(() => search('nope', 0)).toThrow('invalid id: [nope]');
  });
});

describe('refreshes in nrt mode (rest-layer B.12)', () => {
  const all = parseSearchRequest('{}');
  const seen = (index: Index, now: number): string[] =>
    idsOf(searchDocuments([index], all, { now, refreshMode: 'nrt' }));

  function write(store: Store, index: Index, id: string, now: number): void {
    refreshIfDue(index, now);
    store.put(index, { id, source: { a: 1 } });
  }

  it('come a second after the last one', () => {
    const { store, index } = aWorld();
    expect(seen(index, 0)).toEqual([]);
    write(store, index, '1', 100);
    expect(seen(index, 999)).toEqual([]);
    expect(seen(index, 1000)).toEqual(['1']);
    write(store, index, '2', 1500);
    expect(seen(index, 1999)).toEqual(['1']);
    expect(seen(index, 2000)).toEqual(['1', '2']);
  });

  it('do not take in what was written after they were due', () => {
    const { store, index } = aWorld();
    seen(index, 0);
    write(store, index, '1', 100);
    write(store, index, '2', 5200);
    expect(seen(index, 5300)).toEqual(['1']);
    expect(seen(index, 6000)).toEqual(['1', '2']);
  });

  it('come at once when asked for', () => {
    const { store, index } = aWorld();
    seen(index, 0);
    write(store, index, '1', 100);
    refreshIndex(index, 200);
    expect(seen(index, 201)).toEqual(['1']);
  });

  it('rest while nobody searches, and the next search sees everything', () => {
    const { store, index } = aWorld();
    seen(index, 0);
    write(store, index, '1', 40_000);
    expect(seen(index, 40_001)).toEqual(['1']);
  });

  it('follow index.refresh_interval, and never come with -1', () => {
    const { store, index } = aWorld();
    store.changeIndex(index, { settings: { refresh_interval: '-1' } });
    write(store, index, '1', 100);
    expect(seen(index, 1_000_000)).toEqual([]);
    store.changeIndex(index, { settings: { refresh_interval: '30s' } });
    expect(seen(index, 1_000_001)).toEqual(['1']);
    write(store, index, '2', 1_000_002);
    expect(seen(index, 1_005_000)).toEqual(['1']);
  });

  it('do not show what a restored store no longer holds', () => {
    const { store, index } = aWorld(1);
    refreshIndex(index, 0);
    const snapshot = store.snapshot();
    write(store, index, '2', 100);
    refreshIndex(index, 200);
    expect(seen(index, 300)).toEqual(['1', '2']);
    store.restore(snapshot);
    expect(seen(index, 300)).toEqual(['1']);
  });
});
