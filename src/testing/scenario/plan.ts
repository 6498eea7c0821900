import type { Instant } from '../../clock/instant.js';
import {
  CONNECTORS_ALIAS,
  CONNECTORS_INDEX,
  SYNC_JOBS_ALIAS,
  SYNC_JOBS_INDEX,
} from '../../store/connector-indices.js';
import type { Store } from '../../store/store.js';
import type { JsonObject } from '../../xcontent/json.js';
import { completeConnector } from '../builders/connector.js';
import { completeSyncJob } from '../builders/sync-job.js';
import { copyObject } from './copy-json.js';
import { readId } from './fields.js';
import { readIndexDefinition, readIndexName, type IndexDefinition } from './index-definition.js';
import { mistake, unknownKey, type Place } from './place.js';
import type { RawEntry, RawScenario } from './read-scenario.js';
import { repeated } from './repeat.js';
import { connectorSnapshots } from './snapshots.js';

/** A document to store, and where it comes from. */
export interface PlannedDocument {
  readonly index: string;
  readonly id: string;
  readonly source: JsonObject;
  readonly place: Place;
}

/** What a load is going to do, every entry checked. */
export interface Plan {
  readonly indices: readonly (IndexDefinition & { readonly place: Place })[];
  readonly documents: readonly PlannedDocument[];
}

/**
 * Checks and completes all entries of all fixtures of one load, and changes nothing.
 * @throws FakeUsageError for the first mistake: which fixture, which entry, which field.
 */
export function plan(scenarios: readonly RawScenario[], store: Store, now: Instant): Plan {
  const connectors = scenarios.flatMap(({ connectors: entries }) =>
    entries.map(({ place, entry }): PlannedDocument => {
      const id = readId(entry, place);
      return { index: CONNECTORS_INDEX, id, source: completeConnector(id, entry, place, now), place };
    }),
  );
  const snapshotsFor = connectorSnapshots(connectors, store, now);
  const jobs: PlannedDocument[] = [];
  for (const { sync_jobs } of scenarios) {
    for (const entry of sync_jobs) {
      for (const single of repeated(entry)) jobs.push(planSyncJob(single));
    }
  }
  const others = scenarios.flatMap(({ documents }) => documents.map(planDocument));
  const documents = [...connectors, ...jobs, ...others];
  refuseDuplicates(documents);
  return { indices: planIndices(scenarios), documents };

  function planSyncJob({ place, entry }: RawEntry): PlannedDocument {
    const id = readId(entry, place);
    const source = completeSyncJob(entry, place, now, snapshotsFor(place));
    return { index: SYNC_JOBS_INDEX, id, source, place };
  }
}

const DOCUMENT_KEYS = ['index', 'id', 'source'];
/** The connector indices by their other names, which no index may take. */
const CONCRETE: ReadonlyMap<string, string> = new Map([
  [CONNECTORS_ALIAS, CONNECTORS_INDEX],
  [SYNC_JOBS_ALIAS, SYNC_JOBS_INDEX],
]);

function planDocument({ place, entry }: RawEntry): PlannedDocument {
  for (const key of Object.keys(entry)) {
    if (!DOCUMENT_KEYS.includes(key)) throw unknownKey(place, key, 'a document', key, DOCUMENT_KEYS);
  }
  const name = readIndexName(entry, 'index', place);
  const index = CONCRETE.get(name) ?? name;
  const { source } = entry as Record<string, unknown>;
  return { index, id: readId(entry, place), source: copyObject(source, place, 'source'), place };
}

function planIndices(scenarios: readonly RawScenario[]): Plan['indices'] {
  return scenarios.flatMap(({ indices }) =>
    indices.map(({ place, entry }) => ({ ...readIndexDefinition(entry, place), place })),
  );
}

/** Loading an id that the store has replaces it; twice in one load it is more likely a slip. */
function refuseDuplicates(documents: readonly PlannedDocument[]): void {
  const seen = new Map<string, Map<string, Place>>();
  for (const { index, id, place } of documents) {
    const places = seen.get(index) ?? new Map<string, Place>();
    if (places.size === 0) seen.set(index, places);
    const first = places.get(id);
    if (first !== undefined) throw mistake(place, 'id', `"${id}" is taken: ${whereIs(first)} has it too.`);
    places.set(id, place);
  }
}

function whereIs({ label, section, at }: Place): string {
  return `${section ?? ''}[${at ?? 0}] in ${label}`;
}
