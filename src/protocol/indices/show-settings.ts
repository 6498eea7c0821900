import { formatInstant } from '../../clock/format-instant.js';
import type { Index, IndexMetadata } from '../../store/store-index.js';
import type { JsonObject } from '../../xcontent/json.js';
import { arrangeSettings } from './arrange-settings.js';
import { settingDefaults } from './setting-catalogue.js';

export interface SettingsView {
  /** `index.a.b` as one key. */
  readonly isFlat: boolean;
  /** Adds readable twins of dates and versions. */
  readonly isHuman: boolean;
  /** The version of the emulated release, e.g. `9.5.1`. */
  readonly release: string;
  /** Only keys that pass, e.g. `index.number_of_shards`. */
  readonly accepts?: (key: string) => boolean;
}

/**
 * Settings that are shown in a place of their own, or not at all: routing shards only count while an index is made.
 * ES: `MetadataCreateIndexService.buildAndValidateTemporaryIndexMetadata`.
 */
const SHOWN_LAST: ReadonlySet<string> = new Set([
  'number_of_routing_shards',
  'number_of_shards',
  'number_of_replicas',
  'provided_name',
]);

/** The settings of an index as it shows them: all of them text. Source: rest-layer B.13. */
export function showSettings(index: Index, view: SettingsView): JsonObject {
  return arrangeSettings(filtered(settingsOf(index.metadata, view), view), view.isFlat);
}

/** What `include_defaults` shows beside: settings that the index does not set. */
export function showDefaults(index: Index, view: SettingsView): JsonObject {
  const own = new Set(settingsOf(index.metadata, view).map(([key]) => key));
  const others = settingDefaults().map(([key, value]) => [`index.${key}`, value] as const);
  const shown = others.filter(([key]) => !own.has(key));
  return arrangeSettings(filtered(shown, view), view.isFlat);
}

type Entry = readonly [key: string, value: string];

function settingsOf(metadata: IndexMetadata, { isHuman, release }: SettingsView): Entry[] {
  const { settings, name, uuid, createdAt } = metadata;
  const own = Object.entries(settings).filter(([key]) => !SHOWN_LAST.has(key));
  const created = createdVersion(release);
  const entries: Entry[] = [
    ['routing.allocation.include._tier_preference', 'data_content'],
    ...own,
    ['number_of_shards', settings['number_of_shards'] ?? '1'],
    ['provided_name', settings['provided_name'] ?? name],
    ...(isHuman ? [['creation_date_string', formatInstant(Math.floor(createdAt))] as const] : []),
    ['creation_date', String(Math.floor(createdAt))],
    ['number_of_replicas', settings['number_of_replicas'] ?? '1'],
    ['uuid', uuid],
    ...(isHuman ? [['version.created_string', release] as const] : []),
    ['version.created', created],
  ];
  return entries.map(([key, value]) => [`index.${key}`, value]);
}

/** DIVERGES: a constant of each major instead of the id that the release really has. */
function createdVersion(release: string): string {
  return release.startsWith('8') ? '8512000' : '9009000';
}

function filtered(entries: readonly Entry[], { accepts }: SettingsView): readonly Entry[] {
  return accepts ? entries.filter(([key]) => accepts(key)) : entries;
}
