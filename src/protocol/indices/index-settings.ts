import { parseTimeValue } from '../../clock/duration.js';
import {
  privateSetting,
  settingTooLarge,
  settingTooSmall,
  settingUnreadable,
  unknownSetting,
} from '../../errors/index-errors.js';
import { numberFormat } from '../../errors/request-errors.js';
import { notBoolean } from '../../errors/rest-errors.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../xcontent/json.js';
import { suggestionsFor } from '../../xcontent/suggestions.js';
import { javaText } from '../../store/mapping-java-text.js';
import { arrangeSettings } from './arrange-settings.js';
import { knownSetting, settingNames, type SettingKind } from './setting-catalogue.js';

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
 * Refuses settings that no index has, or with values that they cannot have. Source: rest-layer B.13;
 * ES: `AbstractScopedSettings.validate`.
 *
 * @throws ElasticsearchError `illegal_argument_exception` (400)
 */
export function checkSettings(settings: FlatSettings): void {
  for (const [key, value] of settings) {
    if (key.includes('*')) continue;
    const known = knownSetting(key) ?? knownSetting(key.replace(/\.\d+$/, ''));
    if (known === undefined) {
      const name = key.startsWith('archived.') ? key : `index.${key}`;
      throw unknownSetting(name, suggestionsFor(name, settingNames(), Math.fround(0.7)));
    }
    if (known.mutability === 'private') throw privateSetting(`index.${key}`);
    if (value !== null) checkValue(known.kind, `index.${key}`, value);
  }
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
    case 'int':
      if (!/^[+-]?\d+$/.test(value)) throw settingUnreadable(key, value, numberFormat(value));
      if (Number(value) < kind.minimum) throw settingTooSmall(key, value, kind.minimum);
      if (kind.maximum !== undefined && Number(value) > kind.maximum) {
        throw settingTooLarge(key, value, kind.maximum);
      }
  }
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
