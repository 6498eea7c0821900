import { indexBlocked, type IndexBlock } from '../../errors/block-errors.js';
import type { Index } from '../../store/store-index.js';

type Blocks = readonly (readonly [setting: string, block: IndexBlock])[];

/** ES: `IndexMetadata.INDEX_READ_ONLY_BLOCK` and its like. Source: rest-layer A.10. */
const WRITE_BLOCKS: Blocks = [
  ['blocks.read_only', { id: 5, status: 'FORBIDDEN', description: 'index read-only (api)' }],
  ['blocks.write', { id: 8, status: 'FORBIDDEN', description: 'index write (api)' }],
  [
    'blocks.read_only_allow_delete',
    {
      id: 12,
      status: 'TOO_MANY_REQUESTS',
      description:
        'disk usage exceeded flood-stage watermark, index has read-only-allow-delete block; for more information, ' +
        'see https://www.elastic.co/docs/troubleshoot/elasticsearch/fix-watermark-errors',
    },
  ],
];

const READ_BLOCKS: Blocks = [
  ['blocks.read', { id: 7, status: 'FORBIDDEN', description: 'index read (api)' }],
];

/** @throws ElasticsearchError `cluster_block_exception` (403, 429) for an index that takes no documents */
export function checkWritable(index: Index): void {
  check(index, WRITE_BLOCKS);
}

/** @throws ElasticsearchError `cluster_block_exception` (403) for an index that shows no documents */
export function checkReadable(index: Index): void {
  check(index, READ_BLOCKS);
}

function check({ metadata: { name, settings } }: Index, blocks: Blocks): void {
  const set: IndexBlock[] = [];
  for (const [setting, block] of blocks) if (settings[setting] === 'true') set.push(block);
  if (set.length > 0) throw indexBlocked(name, set);
}
