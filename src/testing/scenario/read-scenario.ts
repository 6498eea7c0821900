import { isPlainObject } from '../../errors/usage-checks.js';
import { mistake, shown, unknownKey, wrongValue, type Place, type Section } from './place.js';
import type { RawFixture } from './read-fixture.js';

const SECTIONS: readonly Section[] = ['connectors', 'sync_jobs', 'documents', 'indices'];
const KEYS = ['description', ...SECTIONS];

/** An entry of a scenario, not looked at yet. */
export interface RawEntry {
  readonly place: Place;
  readonly entry: object;
}

export type RawScenario = Readonly<Record<Section, readonly RawEntry[]>>;

/** @throws FakeUsageError for an unknown section or one that is no list of objects. */
export function readScenario({ label, value }: RawFixture): RawScenario {
  const root: Place = { label };
  if (!isPlainObject(value)) {
    throw mistake(root, '', `must be an object with ${SECTIONS.join(', ')}: received ${shown(value)}.`);
  }
  for (const key of Object.keys(value)) {
    if (!KEYS.includes(key)) throw unknownKey(root, key, 'a scenario', key, KEYS);
  }
  const description: unknown = value['description'];
  if (description !== undefined && typeof description !== 'string') {
    throw wrongValue(root, 'description', 'a string', description);
  }
  const section = (name: Section) => readSection(value[name], { label, section: name });
  return {
    connectors: section('connectors'),
    sync_jobs: section('sync_jobs'),
    documents: section('documents'),
    indices: section('indices'),
  };
}

function readSection(list: unknown, place: Place): RawEntry[] {
  if (list === undefined) return [];
  if (!Array.isArray(list)) throw wrongValue(place, '', 'a list', list);
  return list.map((entry: unknown, at) => {
    const own = { ...place, at };
    if (isPlainObject(entry)) return { place: own, entry };
    throw wrongValue(own, '', 'an object', entry);
  });
}
