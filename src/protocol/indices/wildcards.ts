import { OPEN_OR_NAMED_INDICES, type IndicesOptions } from './indices-options.js';

/** Open and closed indices by wildcard. ES: `IndicesOptions.strictExpand()`. */
export const OPEN_AND_CLOSED_INDICES: IndicesOptions = { ...OPEN_OR_NAMED_INDICES, expandsClosed: true };

/** Everything that is there, hidden or not. ES: `IndicesOptions.strictExpandHidden()`. */
export const ALL_INDICES: IndicesOptions = { ...OPEN_AND_CLOSED_INDICES, expandsHidden: true };
