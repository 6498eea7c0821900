import type { FakeElasticsearch, FakeSnapshot } from '../fake.js';

/** A cluster and what the control plane remembers about it. */
export interface ManagedCluster {
  readonly es: FakeElasticsearch;
  /** By id, `1` the first. */
  readonly snapshots: Map<string, FakeSnapshot>;
}

/** The cluster of the server and those behind `/_fake/clusters/{name}`. */
export interface Clusters {
  /** Names of those that a request has brought into being, in that order. */
  names(): string[];
  /** The cluster of that name, made if there is none yet. */
  named(name: string): ManagedCluster;
  /** Forgets a cluster; false if there is none of that name. */
  drop(name: string): boolean;
}

export function manage(es: FakeElasticsearch): ManagedCluster {
  return { es, snapshots: new Map() };
}

export function createClusters(createCluster: () => FakeElasticsearch): Clusters {
  const clusters = new Map<string, ManagedCluster>();
  return {
    names: () => [...clusters.keys()],
    named(name) {
      const known = clusters.get(name);
      if (known) return known;
      const made = manage(createCluster());
      clusters.set(name, made);
      return made;
    },
    drop(name) {
      // Requests that a gate or a delay holds would wait for ever: a reset lets them go.
      clusters.get(name)?.es.reset();
      return clusters.delete(name);
    },
  };
}
