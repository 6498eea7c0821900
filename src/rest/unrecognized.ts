import type { ElasticsearchError } from '../errors/elasticsearch-error.js';
import { unrecognizedParameters } from '../errors/rest-errors.js';
import { suggestionsFor } from '../xcontent/suggestions.js';
import type { Endpoint } from './endpoint.js';

/** Parameters that every handler accepts. Source: rest-layer A.5. */
const COMMON_PARAMETERS = new Set(['pretty', 'human', 'format', 'filter_path', 'error_trace']);

/**
 * The error for parameters that nobody reads, if there are any.
 * @param known names the endpoint reads: query parameters and path variables.
 */
export function unrecognizedError(
  endpoint: Endpoint,
  known: ReadonlySet<string>,
  params: ReadonlyMap<string, string>,
  path: string,
): ElasticsearchError | undefined {
  let unknown: string[] | undefined;
  for (const name of params.keys()) {
    if (known.has(name) || COMMON_PARAMETERS.has(name) || endpoint.responseParams.includes(name)) continue;
    (unknown ??= []).push(name);
  }
  if (!unknown) return undefined;
  const candidates = [...known, ...COMMON_PARAMETERS, ...endpoint.responseParams];
  return unrecognizedParameters(
    path,
    unknown.sort().map((name) => ({ name, suggestions: suggestionsFor(name, candidates) })),
  );
}
