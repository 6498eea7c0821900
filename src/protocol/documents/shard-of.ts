import { primaryShards } from '../../store/primary-shards.js';
import type { Index } from '../../store/store-index.js';

const LARGEST_ROUTING = 1024;

/**
 * The shard that a routing value leads to. ES: `IndexRouting`, `Murmur3HashFunction`,
 * `MetadataCreateIndexService.calculateNumRoutingShards`.
 */
export function shardOf(index: Index, routing: string): number {
  const shards = primaryShards(index);
  const routingShards = Number(
    index.metadata.settings['number_of_routing_shards'] ?? routingShardsOf(shards),
  );
  const hash = murmur3(routing);
  const slot = ((hash % routingShards) + routingShards) % routingShards;
  return Math.floor(slot / (routingShards / shards));
}

function routingShardsOf(shards: number): number {
  const log = Math.floor(Math.log2(LARGEST_ROUTING));
  const splits = Math.max(1, log - Math.ceil(Math.log2(shards)));
  return shards * 2 ** splits;
}

/** Murmur3 of 32 bits over the UTF-16 code units, low byte first. */
function murmur3(text: string): number {
  let hash = 0;
  const { length } = text;
  for (let at = 0; at + 1 < length; at += 2) {
    hash ^= scrambled(text.charCodeAt(at) | (text.charCodeAt(at + 1) << 16));
    hash = (hash << 13) | (hash >>> 19);
    hash = (Math.imul(hash, 5) + 0xe6546b64) | 0;
  }
  if (length % 2 === 1) hash ^= scrambled(text.charCodeAt(length - 1));
  hash ^= length * 2;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

function scrambled(block: number): number {
  const mixed = Math.imul(block, 0xcc9e2d51);
  return Math.imul((mixed << 15) | (mixed >>> 17), 0x1b873593);
}
