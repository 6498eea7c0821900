import { typedPutMapping } from '../../errors/index-errors.js';
import { analysisOf } from '../../protocol/indices/check-analysis.js';
import { checkAnalyzers } from '../../protocol/indices/check-analyzers.js';
import {
  indicesOptions,
  OPEN_OR_NAMED_INDICES,
  resolveTargets,
  resolveWriteTarget,
} from '../../protocol/indices/resolve-targets.js';
import { endpoint, ok, type BodySpec } from '../../rest/endpoint.js';
import { flag } from '../../rest/parameters.js';
import { deepFreeze } from '../../store/document.js';
import { compileMapping } from '../../store/mapping-fields.js';
import { checkMappingLimits } from '../../store/mapping-limits.js';
import { mergeMappings, parseMapping } from '../../store/mapping.js';
import type { Store } from '../../store/store.js';
import type { JsonObject } from '../../xcontent/json.js';
import { targetParameters, timeouts } from './common-parameters.js';
import { requiredMap } from './map-body.js';

/** ES: `PutMappingRequest.DEFAULT_INDICES_OPTIONS`. */
const MAPPABLE = { ...OPEN_OR_NAMED_INDICES, expandsClosed: true, allowsNoIndices: false };

const mappingBody: BodySpec<JsonObject> = {
  isRequired: true,
  parse: (text) => {
    const mapping = requiredMap.parse(text);
    if (Object.hasOwn(mapping, '_doc')) throw typedPutMapping();
    return mapping;
  },
};

/** Source: rest-layer B.13. */
export const indicesPutMapping = endpoint({
  api: 'indices.put_mapping',
  routes: [
    'PUT /{index}/_mapping',
    'POST /{index}/_mapping',
    'PUT /{index}/_mappings',
    'POST /{index}/_mappings',
  ],
  params: { ...timeouts, ...targetParameters, write_index_only: flag(false) },
  body: mappingBody,
  handle: ({ path, params, body, store }) => {
    const written = params.write_index_only ? resolveWriteTarget(store, path.index) : undefined;
    const targets = written ? [written] : resolveTargets(store, path.index, indicesOptions(params, MAPPABLE));
    putMapping(store, targets, body);
    return ok({ acknowledged: true });
  },
});

/** All of them, or none if one refuses. */
function putMapping(store: Store, targets: ReturnType<typeof resolveTargets>, update: JsonObject): void {
  const parsed = parseMapping(update);
  const merged = targets.map(({ metadata: { mappings, settings } }) => {
    checkAnalyzers(parsed, analysisOf(new Map(Object.entries(settings))));
    const extended = mergeMappings(mappings, parsed);
    checkMappingLimits(compileMapping(extended), settings);
    return extended;
  });
  targets.forEach((index, at) => {
    const mappings = merged[at];
    if (mappings) store.changeIndex(index, { mappings: deepFreeze(mappings) });
  });
}
