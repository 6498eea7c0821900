import { findDocuments, type FindRequest } from '../../src/search/find-documents.js';
import { patternQuery } from '../../src/search/query/pattern-query.js';
import { CONNECTOR_TEMPLATES, SYNC_JOBS_INDEX } from '../../src/store/connector-indices.js';
import type { Index } from '../../src/store/store-index.js';
import { Store } from '../../src/store/store.js';

const CONTEXT = { now: 0, refreshMode: 'immediate' } as const;

function aStore(): { store: Store; jobs: Index } {
  let uuids = 0;
  const store = new Store({ templates: CONNECTOR_TEMPLATES, uuid: () => `uuid-${uuids++}` });
  return { store, jobs: store.ensureIndex(SYNC_JOBS_INDEX) };
}

function put(store: Store, jobs: Index, id: string, createdAt: string, status: string): void {
  store.put(jobs, { id, source: { created_at: createdAt, status, connector: { id: `c-${id.length % 3}` } } });
}

function ids(jobs: Index, request: Partial<FindRequest>): string[] {
  return findDocuments(jobs, { from: 0, size: 100, ...request }, CONTEXT).documents.map(({ id }) => id);
}

const NEWEST = { sort: [{ field: 'created_at', order: 'desc' }] } as const;
const OLDEST = { sort: [{ field: 'created_at', order: 'asc' }] } as const;

describe('findDocuments', () => {
  it('filters by exact terms, also through objects and against a list of exclusions', () => {
    const { store, jobs } = aStore();
    put(store, jobs, 'a', '2024-06-01T12:00:00Z', 'pending');
    put(store, jobs, 'bb', '2024-06-01T12:01:00Z', 'in_progress');
    put(store, jobs, 'c', '2024-06-01T12:02:00Z', 'in_progress');
    expect(ids(jobs, { filters: [['status', ['in_progress']]] })).toEqual(['bb', 'c']);
    expect(ids(jobs, { filters: [['connector.id', ['c-1']]] })).toEqual(['a', 'c']);
    expect(
      ids(jobs, { filters: [['status', ['in_progress', 'pending']]], mustNot: [['connector.id', ['c-1']]] }),
    ).toEqual(['bb']);
    expect(ids(jobs, { filters: [['no.such.field', ['x']]] })).toEqual([]);
  });

  it('takes a query beside the filters', () => {
    const { store, jobs } = aStore();
    put(store, jobs, 'a', '2024-06-01T12:00:00Z', 'in_progress');
    put(store, jobs, 'bb', '2024-06-01T12:01:00Z', 'pending');
    const query = patternQuery('status', 'wildcard', '*N_prog*', true);
    expect(ids(jobs, { query })).toEqual(['a']);
    expect(ids(jobs, { query, filters: [['connector.id', ['c-2']]] })).toEqual([]);
  });

  it('goes newest creation first among equal created_at, and by insertion otherwise', () => {
    const { store, jobs } = aStore();
    for (const id of ['a', 'b', 'c']) put(store, jobs, id, '2024-06-01T12:00:00Z', 'pending');
    expect(ids(jobs, NEWEST)).toEqual(['c', 'b', 'a']);
    expect(ids(jobs, OLDEST)).toEqual(['a', 'b', 'c']);
    expect(ids(jobs, {})).toEqual(['a', 'b', 'c']);
  });

  it('lets an updated document go to the end among equals, except where the newest creation comes first', () => {
    const { store, jobs } = aStore();
    for (const id of ['a', 'b', 'c']) put(store, jobs, id, '2024-06-01T12:00:00Z', 'pending');
    store.update(jobs, 'a', { status: 'in_progress' });
    expect(ids(jobs, {})).toEqual(['b', 'c', 'a']);
    expect(ids(jobs, OLDEST)).toEqual(['b', 'c', 'a']);
    expect(ids(jobs, { ...OLDEST, from: 1, size: 1 })).toEqual(['c']);
    expect(ids(jobs, NEWEST)).toEqual(['c', 'b', 'a']);
  });

  it('pages with from and size and counts all', () => {
    const { store, jobs } = aStore();
    for (let at = 0; at < 10; at += 1) put(store, jobs, `j${at}`, `2024-06-01T12:0${at}:00Z`, 'pending');
    const found = findDocuments(jobs, { ...NEWEST, from: 3, size: 2 }, CONTEXT);
    expect(found.documents.map(({ id }) => id)).toEqual(['j6', 'j5']);
    expect(found.total).toBe(10);
  });

  it('follows updates, deletions and a restored store', () => {
    const { store, jobs } = aStore();
    put(store, jobs, 'a', '2024-06-01T12:00:00Z', 'pending');
    put(store, jobs, 'b', '2024-06-01T12:05:00Z', 'pending');
    expect(ids(jobs, { ...NEWEST, filters: [['status', ['pending']]] })).toEqual(['b', 'a']);
    const snapshot = store.snapshot();
    put(store, jobs, 'x', '2024-06-01T12:03:00Z', 'pending');
    store.update(jobs, 'a', { status: 'canceled' });
    store.remove(jobs, 'b');
    expect(ids(jobs, { ...NEWEST, filters: [['status', ['pending']]] })).toEqual(['x']);
    store.restore(snapshot);
    expect(ids(jobs, { ...NEWEST, filters: [['status', ['pending']]] })).toEqual(['b', 'a']);
    put(store, jobs, 'y', '2024-06-01T12:04:00Z', 'pending');
    expect(ids(jobs, { ...NEWEST, filters: [['status', ['pending']]] })).toEqual(['b', 'y', 'a']);
    expect(ids(jobs, { ...OLDEST, filters: [['status', ['pending']]] })).toEqual(['a', 'y', 'b']);
  });
});
