import type { Index } from '../../store/store-index.js';
import type { StoredDocument } from '../../store/document.js';
import type { JsonObject } from '../../xcontent/json.js';

export type WriteResult = 'created' | 'updated' | 'deleted' | 'not_found' | 'noop';

/** What a write did. ES: `DocWriteResponse`. */
export interface WriteOutcome {
  readonly index: string;
  readonly id: string;
  readonly version: number;
  readonly result: WriteResult;
  /** Copies of the shard that were written, or were to be: 0 where nothing was. */
  readonly copies: number;
  /** -2 where a pipeline dropped the document. */
  readonly seqNo: number;
  readonly primaryTerm: number;
  /** The index that was written; undefined where a pipeline dropped the document. */
  readonly target: Index | undefined;
  /** What an update shows of the document. */
  readonly shown: { readonly source: JsonObject | undefined } | undefined;
  /** The pipelines that a document to index went through; undefined for other writes. */
  readonly executedPipelines: readonly string[] | undefined;
}

/** Primary and replicas of a shard. */
export function copiesOf(index: Index): number {
  const { number_of_replicas: replicas } = index.metadata.settings;
  return replicas === undefined ? 2 : Number(replicas) + 1;
}

export function outcomeOf(
  target: Index,
  document: StoredDocument,
  result: WriteResult,
  shown?: WriteOutcome['shown'],
  executedPipelines?: readonly string[],
): WriteOutcome {
  const { id, version, seqNo, primaryTerm } = document;
  const { name: index } = target;
  const copies = result === 'noop' ? 0 : copiesOf(target);
  return { index, id, version, result, copies, seqNo, primaryTerm, target, shown, executedPipelines };
}

/** ES: `IndexResponse` of a document that a pipeline dropped. Source: rest-layer B.7. */
export function droppedOutcome(index: string, id: string | undefined): WriteOutcome {
  return {
    index,
    id: id ?? 'auto-generated',
    version: -3,
    result: 'noop',
    copies: 0,
    seqNo: -2,
    primaryTerm: 0,
    target: undefined,
    shown: undefined,
    executedPipelines: undefined,
  };
}

/** The HTTP status of a write, also within a bulk. */
export function statusOf({ result }: WriteOutcome): number {
  return result === 'created' ? 201 : result === 'not_found' ? 404 : 200;
}

const NO_SHARDS = Object.freeze({ total: 0, successful: 0, failed: 0 });
const ONE_SHARD = Object.freeze({ total: 1, successful: 1, failed: 0 });
const TWO_SHARDS = Object.freeze({ total: 2, successful: 1, failed: 0 });

/** `_shards` of a write: a single node has the primary alone. The usual ones are shared. */
function shardsOf(copies: number): object {
  if (copies === 2) return TWO_SHARDS;
  if (copies === 1) return ONE_SHARD;
  return copies === 0 ? NO_SHARDS : { total: copies, successful: 1, failed: 0 };
}

/** The answer to a write, in Elasticsearch's order. Source: rest-layer B.2; ES: `DocWriteResponse.innerToXContent`. */
export function renderWrite(outcome: WriteOutcome, isRefreshForced: boolean): Record<string, unknown> {
  const { index, id, version, result, copies, seqNo, primaryTerm, shown } = outcome;
  // Literals, not spreads: a bulk renders one for each of its items.
  const body: Record<string, unknown> =
    isRefreshForced && outcome.target !== undefined
      ? { _index: index, _id: id, _version: version, result, forced_refresh: true, _shards: shardsOf(copies) }
      : { _index: index, _id: id, _version: version, result, _shards: shardsOf(copies) };
  if (seqNo >= 0) {
    body['_seq_no'] = seqNo;
    body['_primary_term'] = primaryTerm;
  }
  if (shown !== undefined) {
    body['get'] = {
      _seq_no: seqNo,
      _primary_term: primaryTerm,
      found: true,
      ...(shown.source !== undefined && { _source: shown.source }),
    };
  }
  return body;
}
