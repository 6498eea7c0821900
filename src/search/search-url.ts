import { parseSortParameter } from './parse-sort.js';
import { sourceFromUrl } from './parse-source.js';
import { queryFromUrl } from './query/query-string.js';
import { plainField, storedFieldsFromUrl } from './requested-fields.js';
import type { SearchDraft } from './search-request.js';

/** Parameters of a search URL that say what the body could; undefined ones are left to it. */
export interface SearchUrl {
  readonly q?: string | undefined;
  readonly df?: string | undefined;
  readonly defaultOperator?: string | undefined;
  readonly isLenient?: boolean | undefined;
  readonly from?: number | undefined;
  readonly size?: number | undefined;
  /** `f:asc,f2`. */
  readonly sort?: string | undefined;
  readonly source?: string | undefined;
  readonly sourceIncludes?: string | undefined;
  readonly sourceExcludes?: string | undefined;
  readonly storedFields?: string | undefined;
  readonly docvalueFields?: string | undefined;
  readonly trackTotalHits?: boolean | number | undefined;
  readonly trackScores?: boolean | undefined;
  readonly terminateAfter?: number | undefined;
  readonly version?: boolean | undefined;
  readonly seqNoPrimaryTerm?: boolean | undefined;
  readonly explain?: boolean | undefined;
}

/** ES: `RestSearchAction.parseSearchSource`. */
export function applyUrl(url: SearchUrl, draft: SearchDraft): void {
  draft.query = queryFromUrl(url) ?? draft.query;
  draft.from = url.from ?? draft.from;
  draft.size = url.size ?? draft.size;
  draft.trackTotalHits = url.trackTotalHits ?? draft.trackTotalHits;
  draft.trackScores = url.trackScores ?? draft.trackScores;
  draft.terminateAfter = url.terminateAfter ?? draft.terminateAfter;
  draft.showsVersion = url.version ?? draft.showsVersion;
  draft.showsSeqNo = url.seqNoPrimaryTerm ?? draft.showsSeqNo;
  draft.source = sourceFromUrl(url.source, url.sourceIncludes, url.sourceExcludes) ?? draft.source;
  if (url.sort !== undefined) draft.sort = parseSortParameter(url.sort);
  if (url.storedFields !== undefined) draft.storedFields = storedFieldsFromUrl(url.storedFields);
  if (url.docvalueFields !== undefined) {
    draft.docvalueFields = url.docvalueFields.split(',').map(plainField);
  }
}
