import { parseTimeValue } from '../../clock/duration.js';
import { suppressing } from '../../errors/suppressing.js';
import {
  replicaRangeUnreadable,
  replicaRangeUpsideDown,
  settingTooLarge,
  settingTooSmall,
  settingUnreadable,
  unknownIndexMode,
  unknownSetting,
} from '../../errors/index-errors.js';
import { isElasticsearchError, type ElasticsearchError } from '../../errors/elasticsearch-error.js';
import { numberFormat } from '../../errors/request-errors.js';
import { notBoolean } from '../../errors/rest-errors.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../xcontent/json.js';
import { suggestionsFor } from '../../xcontent/suggestions.js';
import { javaText } from '../../store/mapping-java-text.js';
import { arrangeSettings } from './arrange-settings.js';
import { isIndexMode, knownSetting, settingNames, type SettingKind } from './setting-catalogue.js';

/** Settings by flat key without `index.`; null takes one away. Members of a list have `key.0`, `key.1`… */
export type FlatSettings = Map<string, string | null>;

/** Nested or dotted settings, with or without their prefix. ES: `Settings.Builder.loadFromMap`, `normalizePrefix`. */
export function flattenSettings(settings: JsonObject): FlatSettings {
  const flat: FlatSettings = new Map();
  flattenInto(flat, settings, '');
  const normalized: FlatSettings = new Map();
  for (const [key, value] of flat) normalized.set(key.startsWith('index.') ? key.slice(6) : key, value);
  return normalized;
}

function flattenInto(flat: FlatSettings, value: JsonValue, key: string): void {
  if (isJsonObject(value)) {
    for (const [name, member] of Object.entries(value)) {
      flattenInto(flat, member, key === '' ? name : `${key}.${name}`);
    }
  } else if (Array.isArray(value)) {
    (value as readonly JsonValue[]).forEach((member, at) => {
      flattenInto(flat, member, `${key}.${at}`);
    });
  } else {
    flat.set(key, value === null ? null : javaText(value));
  }
}

/**
 * What is wrong with settings, by their names: ones that no index has, and values that they cannot have.
 * Source: rest-layer B.13; ES: `AbstractScopedSettings.validate`, which goes through a sorted map.
 */
export function settingProblems(settings: FlatSettings): ElasticsearchError[] {
  const problems: ElasticsearchError[] = [];
  for (const key of [...settings.keys()].sort()) {
    try {
      checkSetting(key, settings.get(key) ?? null);
    } catch (problem) {
      if (!isElasticsearchError(problem)) throw problem;
      problems.push(problem);
    }
  }
  return problems;
}

/** @throws ElasticsearchError `illegal_argument_exception` (400) for the first of {@link settingProblems} */
export function checkSettings(settings: FlatSettings): void {
  const [first, ...others] = settingProblems(settings);
  if (first) throw suppressing(first, others);
}

/** Settings that only Elasticsearch itself may set, with their prefix. ES: `Setting.Property.PrivateIndex`. */
export function privateSettings(settings: FlatSettings): string[] {
  return [...settings.keys()]
    .filter((key) => knownSetting(key)?.mutability === 'private')
    .map((key) => `index.${key}`)
    .sort();
}

function checkSetting(key: string, value: string | null): void {
  if (key.includes('*')) return;
  const known = knownSetting(key) ?? knownSetting(key.replace(/\.\d+$/, ''));
  if (known === undefined) {
    const name = key.startsWith('archived.') ? key : `index.${key}`;
    throw unknownSetting(name, suggestionsFor(name, settingNames(), Math.fround(0.7)));
  }
  if (value !== null) checkValue(known.kind, `index.${key}`, value);
}

function checkValue(kind: SettingKind, key: string, value: string): void {
  switch (kind.type) {
    case 'text':
      return;
    case 'flag':
      if (value !== 'true' && value !== 'false') throw settingUnreadable(key, value, notBoolean(value));
      return;
    case 'time':
      parseTimeValue(value, key);
      return;
    case 'index mode':
      if (!isIndexMode(value)) throw unknownIndexMode(value);
      return;
    case 'replica range':
      checkReplicaRange(key, value);
      return;
    case 'int':
      if (!/^[+-]?\d+$/.test(value)) throw settingUnreadable(key, value, numberFormat(value));
      if (Number(value) < kind.minimum) throw settingTooSmall(key, value, kind.minimum);
      if (kind.maximum !== undefined && Number(value) > kind.maximum) {
        throw settingTooLarge(key, value, kind.maximum);
      }
  }
}

/** ES: `AutoExpandReplicas.parse`. */
function checkReplicaRange(key: string, value: string): void {
  if (value === 'false') return;
  const dash = value.indexOf('-');
  const [, minimum, maximum] = /^(\d+)-(\d+|all)$/.exec(value) ?? [];
  if (minimum === undefined || maximum === undefined) throw replicaRangeUnreadable(key, value, dash);
  if (maximum !== 'all' && Number(minimum) > Number(maximum))
    throw replicaRangeUpsideDown(key, minimum, maximum);
}

/** How many replicas there are room for on the one node. ES: `AutoExpandReplicas`. */
export function autoExpanded(settings: ReadonlyMap<string, string | null>): string | undefined {
  const range = settings.get('auto_expand_replicas');
  const minimum = typeof range === 'string' ? /^(\d+)-/.exec(range)?.[1] : undefined;
  return minimum;
}

/** Flat settings as a template shows them: nested under `index`. */
export function nestedSettings(settings: FlatSettings): JsonObject {
  const entries: (readonly [string, string])[] = [];
  for (const [key, value] of settings) if (value !== null) entries.push([`index.${key}`, value]);
  return arrangeSettings(entries, false);
}
