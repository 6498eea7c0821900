import type { Instant } from '../clock/instant.js';
import { isElasticsearchError } from '../errors/elasticsearch-error.js';
import { addToIndex, createIndex } from '../protocol/indices/create-index.js';
import type { Index } from '../store/store-index.js';
import type { Store } from '../store/store.js';
import type { IndexDefinition } from './scenario/index-definition.js';
import { mistake, type Place } from './scenario/place.js';
import { plan } from './scenario/plan.js';
import { readFixture } from './scenario/read-fixture.js';
import { readScenario } from './scenario/read-scenario.js';
import type { Fixture } from './scenario/scenario.js';

export type { Fixture } from './scenario/scenario.js';

/**
 * Puts fixtures into a store: all of them or, if one is malformed, none. A document that the store has already is
 * replaced; an id that comes twice in one load is a mistake.
 *
 * @param now what `now` means in the dates of the fixtures
 * @throws FakeUsageError naming the fixture, the entry and the field.
 */
export function loadFixtures(store: Store, fixtures: readonly Fixture[], now: Instant): void {
  const scenarios = fixtures.map((fixture, at) =>
    readScenario(readFixture(fixture, fixtures.length === 1 ? '' : ` (fixture ${at + 1})`)),
  );
  const { indices, documents } = plan(scenarios, store, now);
  const before = store.snapshot();
  try {
    for (const { place, ...definition } of indices) {
      blamed(place, 'is refused', () => defineIndex(store, definition));
    }
    for (const { index, id, source, place } of documents) {
      blamed(place, 'does not fit its index', () => store.put(indexNamed(store, index), { id, source }));
    }
  } catch (error) {
    store.restore(before);
    throw error;
  }
}

/** What Elasticsearch has against an entry is the tester's mistake. */
function blamed(place: Place, how: string, write: () => unknown): void {
  try {
    write();
  } catch (error) {
    if (isElasticsearchError(error)) throw mistake(place, '', `${how}: ${error.message}`);
    throw error;
  }
}

function defineIndex(store: Store, { name, ...body }: IndexDefinition): void {
  const index = store.concrete(name);
  if (index === undefined) createIndex(store, name, body);
  else addToIndex(store, index, body);
}

function indexNamed(store: Store, name: string): Index {
  return store.concrete(name) ?? store.aliased(name)[0] ?? store.createIndex(name);
}
