import type { Instant } from '../../clock/instant.js';
import { CONNECTORS_INDEX } from '../../store/connector-indices.js';
import type { Store } from '../../store/store.js';
import type { JsonObject } from '../../xcontent/json.js';
import { completeConnector } from '../builders/connector.js';
import { snapshotOf } from '../builders/connector-snapshot.js';
import type { SnapshotSource } from '../builders/sync-job.js';
import { mistake, type Place } from './place.js';

const DEFAULT_ID = 'my-connector';

interface KnownConnector {
  readonly id: string;
  readonly source: JsonObject;
}

/**
 * Where the sync jobs of a load get the snapshots of their connectors: from a connector of the same load, else from
 * one in the store, else from a made-up one. One snapshot serves all jobs of a kind.
 */
export function connectorSnapshots(
  loaded: readonly KnownConnector[],
  store: Store,
  now: Instant,
): (place: Place) => SnapshotSource {
  const known = new Map(loaded.map(({ id, source }) => [id, source]));
  const snapshots = new Map<string, JsonObject>();
  const [first, second] = loaded;
  const onlyId = second === undefined ? (first?.id ?? DEFAULT_ID) : undefined;

  const sourceOf = (id: string, place: Place): JsonObject =>
    known.get(id) ??
    store.concrete(CONNECTORS_INDEX)?.get(id)?.source ??
    completeConnector(id, {}, place, now);

  return (place) => (connectorId, jobType) => {
    const id = connectorId ?? onlyId;
    if (id === undefined) {
      const ids = loaded.map((connector) => connector.id).join(', ');
      throw mistake(
        place,
        'connector',
        `is missing: say whose job it is, e.g. { "id": … }. There are: ${ids}.`,
      );
    }
    const key = `${jobType} ${id}`;
    const snapshot = snapshots.get(key) ?? snapshotOf(id, sourceOf(id, place), jobType);
    snapshots.set(key, snapshot);
    return snapshot;
  };
}
