import type { SearchPlace } from '../errors/search-errors.js';
import type { Index } from '../store/store-index.js';

/** An index as errors name it. */
export function placeOf(index: Index): SearchPlace {
  return { index: index.name, uuid: index.metadata.uuid };
}
