import type { Aggregations } from './aggregations/aggregation.js';
import { type RequestedField } from './requested-fields.js';
import type { Scalar } from './field-values.js';
import { type PointInTimeReference } from './point-in-time-reference.js';
import { type SliceReference } from './slice-reference.js';
import type { Query } from './query/query.js';
import { type SourceFilter } from './source-filter.js';
import type { SortSpec } from './sort.js';

/** A search as body and URL together ask for it. */
export interface SearchRequest {
  readonly query: Query | undefined;
  readonly postFilter: Query | undefined;
  readonly from: number;
  readonly size: number;
  readonly sort: readonly SortSpec[];
  readonly searchAfter: readonly (Scalar | null)[] | undefined;
  /** `false`: no total; a number: counted up to there; undefined: up to {@link DEFAULT_TRACKED_HITS}. */
  readonly trackTotalHits: boolean | number | undefined;
  readonly trackScores: boolean;
  readonly minScore: number | undefined;
  /** How many hits a shard looks for at most; without a limit unless positive. */
  readonly terminateAfter: number;
  readonly source: SourceFilter;
  /** Whether the request says itself that it wants the source. */
  readonly isSourceAsked: boolean;
  readonly fields: readonly RequestedField[];
  readonly docvalueFields: readonly RequestedField[];
  readonly storedFields: readonly string[] | undefined;
  readonly showsVersion: boolean;
  readonly showsSeqNo: boolean;
  readonly aggregations: Aggregations;
  readonly pointInTime: PointInTimeReference | undefined;
  readonly slice: SliceReference | undefined;
}

/** What parsing fills in. */
export type SearchDraft = {
  -readonly [K in Exclude<keyof SearchRequest, 'source' | 'isSourceAsked'>]: SearchRequest[K];
} & {
  source: SourceFilter | undefined;
};

/** How far hits are counted unless the request says otherwise. */
export const DEFAULT_TRACKED_HITS = 10_000;
