import { floorMod, murmur3 } from './murmur3.js';
import { primaryShards } from './primary-shards.js';
import type { Index } from './store-index.js';

const LARGEST_ROUTING = 1024;

/**
 * The shard of an index that a routing value leads to. ES: `IndexRouting`, `Murmur3HashFunction`,
 * `MetadataCreateIndexService.calculateNumRoutingShards`.
 */
export function shardOf(index: Index, routing: string): number {
  const shards = primaryShards(index);
  if (shards === 1) return 0;
  const set = index.metadata.settings['number_of_routing_shards'];
  const routingShards = set === undefined ? routingShardsOf(shards) : Number(set);
  const slot = floorMod(murmur3(Buffer.from(routing, 'utf16le'), 0), routingShards);
  return Math.floor(slot / (routingShards / shards));
}

function routingShardsOf(shards: number): number {
  const log = Math.floor(Math.log2(LARGEST_ROUTING));
  const splits = Math.max(1, log - Math.ceil(Math.log2(shards)));
  return shards * 2 ** splits;
}
