import { ElasticsearchError } from './elasticsearch-error.js';

/** A block on an index: what it forbids, and how Elasticsearch numbers and words it. */
export interface IndexBlock {
  readonly id: number;
  readonly status: 'FORBIDDEN' | 'TOO_MANY_REQUESTS';
  readonly description: string;
}

/** 403, or 429 while a disk is full. Source: rest-layer A.10; ES: `ClusterBlockException`. */
export function indexBlocked(index: string, blocks: readonly IndexBlock[]): ElasticsearchError {
  const isTemporary = blocks.every(({ status }) => status === 'TOO_MANY_REQUESTS');
  const listed = blocks.map(({ status, id, description }) => `[${status}/${id}/${description}]`);
  return new ElasticsearchError({
    status: isTemporary ? 429 : 403,
    type: 'cluster_block_exception',
    reason: `index [${index}] blocked by: ${listed.join(', ')};`,
    family: 'elasticsearch',
  });
}
