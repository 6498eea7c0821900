import { asRefusal, type ElasticsearchError } from '../../errors/elasticsearch-error.js';
import {
  dataStreamOnly,
  lookupWithSeveralShards,
  notAFactor,
  privateSettingsPut,
  softDeletesDisabled,
  tooFewRoutingShards,
  translogRetentionSet,
} from '../../errors/index-errors.js';
import { hiddenOnOneSideOnly, severalWriteIndices } from '../../errors/alias-errors.js';
import { autoCreationForbidden } from '../../errors/target-errors.js';
import type { Index } from '../../store/store-index.js';
import type { Store } from '../../store/store.js';
import { compileMapping } from '../../store/mapping-fields.js';
import { checkMappingLimits } from '../../store/mapping-limits.js';
import { isJsonObject, type JsonObject } from '../../xcontent/json.js';
import { setOwn } from '../../store/deep-merge.js';
import { deepFreeze } from '../../store/document.js';
import { mergeMappings } from '../../store/mapping.js';
import { readAlias, showAlias } from './alias-definition.js';
import {
  composableTemplate,
  mergedParts,
  partsFromTemplates,
  texts,
  type IndexParts,
} from './apply-templates.js';
import { analysisOf, checkAnalysis } from './check-analysis.js';
import { checkAnalyzers } from './check-analyzers.js';
import { resolveDateMathName } from './date-math-name.js';
import { checkAliasFilter } from './check-alias-filter.js';
import { checkAliasName, checkNewIndexName } from './index-name.js';
import {
  autoExpanded,
  checkSettings,
  flattenSettings,
  privateSettings,
  type FlatSettings,
} from './index-settings.js';

/** The body of an index creation. */
export interface IndexBody {
  readonly settings?: JsonObject | undefined;
  readonly mappings?: JsonObject | undefined;
  readonly aliases?: JsonObject | undefined;
}

/**
 * Makes an index out of its templates and its body. Source: rest-layer B.13; ES: `MetadataCreateIndexService`.
 *
 * @throws ElasticsearchError 400 for a name, setting, mapping or alias that cannot be.
 */
export function createIndex(store: Store, expression: string, body: IndexBody = {}): Index {
  const name = resolveDateMathName(expression, store.now);
  checkNewIndexName(store, name);
  const asked = bodyParts(body);
  const refusal = dataStreamRefusal(name, composableTemplate(store, name));
  if (refusal) throw refusal;
  const { settings, mappings, aliases } = mergedParts(partsFromTemplates(store, name), asked);
  checkNewSettings(settings);
  const analysis = analysisOf(settings);
  checkAnalysis(analysis);
  checkAnalyzers(mappings, analysis);
  const shown = readAliases(store, aliases);
  checkAliases(store, name, shown);
  const kept = storedSettings(settings);
  checkMappingLimits(compileMapping(mappings), kept);
  const provided = expression === name ? {} : { provided_name: expression };
  return store.createIndex(name, {
    settings: { ...kept, ...provided },
    mappings,
    aliases: shown,
  });
}

/**
 * Adds what the body of a creation says to an index that is there.
 *
 * @throws ElasticsearchError 400 for a setting, mapping or alias that cannot be.
 */
export function addToIndex(store: Store, index: Index, body: IndexBody): void {
  const { metadata } = index;
  const { settings, mappings, aliases } = bodyParts(body);
  const shown = readAliases(store, aliases);
  checkAliases(store, metadata.name, shown);
  store.changeIndex(index, {
    settings: { ...metadata.settings, ...storedSettings(settings) },
    mappings: deepFreeze(mergeMappings(metadata.mappings, mappings)),
    aliases: { ...metadata.aliases, ...shown },
  });
}

/**
 * The index of a write, made from its templates if it is missing. Source: rest-layer B.2.
 *
 * @throws ElasticsearchError `invalid_index_name_exception` (400), 404 where a template forbids it
 */
export function autoCreateIndex(store: Store, expression: string): Index {
  const name = resolveDateMathName(expression, store.now);
  const known = store.concrete(name);
  if (known) return known;
  const template = composableTemplate(store, name);
  if (template?.[1]['allow_auto_create'] === false) {
    throw autoCreationForbidden(name, texts(template[1]['index_patterns']));
  }
  const refusal = dataStreamRefusal(name, template);
  if (refusal) throw asRefusal(refusal, 'data stream');
  return createIndex(store, expression);
}

function dataStreamRefusal(
  name: string,
  template: readonly [string, JsonObject] | undefined,
): ElasticsearchError | undefined {
  return template?.[1]['data_stream'] === undefined ? undefined : dataStreamOnly(name, template[0]);
}

function bodyParts({ settings = {}, mappings = {}, aliases = {} }: IndexBody): IndexParts {
  const flat = flattenSettings(settings);
  checkSettings(flat);
  const managed = privateSettings(flat);
  if (managed.length > 0) throw privateSettingsPut(managed);
  return { settings: flat, mappings, aliases };
}

/** What a new index must not say. ES: `MetadataCreateIndexService.aggregateIndexSettings`, `IndexMode`. */
function checkNewSettings(settings: FlatSettings): void {
  if (settings.get('soft_deletes.enabled') === 'false') throw softDeletesDisabled();
  if (settings.has('translog.retention.age') || settings.has('translog.retention.size')) {
    throw translogRetentionSet();
  }
  const shards = settings.get('number_of_shards') ?? '1';
  checkRoutingShards(Number(shards), settings.get('number_of_routing_shards'));
  if (settings.get('mode') === 'lookup' && shards !== '1') throw lookupWithSeveralShards(shards);
}

function checkRoutingShards(shards: number, routing: string | null | undefined): void {
  if (typeof routing !== 'string') return;
  if (Number(routing) < shards) throw tooFewRoutingShards(Number(routing), shards);
  if (Number(routing) % shards !== 0) throw notAFactor(shards, Number(routing));
}

/** As the store keeps them: text, nulls gone. */
function storedSettings(settings: FlatSettings): Record<string, string> {
  const stored: Record<string, string> = {};
  const expanded = autoExpanded(settings);
  const replicas =
    expanded === undefined ? settings : new Map([...settings, ['number_of_replicas', expanded]]);
  for (const [key, value] of replicas) if (value !== null) setOwn(stored, key, value);
  return stored;
}

function readAliases(store: Store, aliases: JsonObject): Record<string, JsonObject> {
  const shown: Record<string, JsonObject> = {};
  for (const [expression, definition] of Object.entries(aliases)) {
    const name = resolveDateMathName(expression, store.now);
    checkAliasName(store, name);
    const alias = showAlias(name, readAlias(definition));
    checkAliasFilter(name, alias);
    setOwn(shown, name, alias);
  }
  return shown;
}

/** What an alias says must agree with what it says on its other indices. ES: `Metadata.Builder.validateAlias`. */
export function checkAliases(
  store: Store,
  index: string,
  aliases: Readonly<Record<string, JsonObject>>,
): void {
  for (const [name, definition] of Object.entries(aliases)) {
    const others = store.aliased(name).filter((member) => member.name !== index);
    if (others.length === 0) continue;
    const said = [...others.map((member) => [member.name, member.metadata.aliases[name]] as const)];
    const all = [...said, [index, definition] as const].filter(([, value]) => isJsonObject(value));
    const writers = all.filter(([, value]) => value?.['is_write_index'] === true).map(([member]) => member);
    if (writers.length > 1) throw severalWriteIndices(name, writers.sort());
    const hidden = all.filter(([, value]) => value?.['is_hidden'] === true).map(([member]) => member);
    if (hidden.length > 0 && hidden.length < all.length) {
      const visible = all.map(([member]) => member).filter((member) => !hidden.includes(member));
      throw hiddenOnOneSideOnly(name, hidden, visible);
    }
  }
}
