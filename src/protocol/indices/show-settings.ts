import { formatInstant } from '../../clock/format-instant.js';
import { setOwn } from '../../store/deep-merge.js';
import type { Index, IndexMetadata } from '../../store/store-index.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../xcontent/json.js';
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

/** Settings that the store keeps although they are no settings of Elasticsearch's, or that are shown elsewhere. */
const SHOWN_LAST: ReadonlySet<string> = new Set(['number_of_shards', 'number_of_replicas', 'provided_name']);

/** The settings of an index as it shows them: all of them text. Source: rest-layer B.13. */
export function showSettings(index: Index, view: SettingsView): JsonObject {
  return arrange(filtered(settingsOf(index.metadata, view), view), view.isFlat);
}

/** What `include_defaults` shows beside: settings that the index does not set. */
export function showDefaults(index: Index, view: SettingsView): JsonObject {
  const own = new Set(settingsOf(index.metadata, view).map(([key]) => key));
  const others = settingDefaults().map(([key, value]) => [`index.${key}`, value] as const);
  const shown = others.filter(([key]) => !own.has(key));
  return arrange(filtered(shown, view), view.isFlat);
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

function arrange(entries: readonly Entry[], isFlat: boolean): JsonObject {
  const root: Tree = {};
  for (const [key, value] of entries) {
    const list = isFlat ? /^(.*)\.(\d+)$/.exec(key) : null;
    if (list !== null) append(root, list[1] ?? '', value);
    else if (isFlat) setOwn(root, key, value);
    else place(root, key.split('.'), value);
  }
  return isFlat ? root : (withLists(root) as JsonObject);
}

type Tree = Record<string, JsonValue>;

function append(root: Tree, key: string, value: string): void {
  const known = Object.hasOwn(root, key) ? root[key] : undefined;
  setOwn(root, key, [...(Array.isArray(known) ? (known as readonly JsonValue[]) : []), value]);
}

function place(root: Tree, path: readonly string[], value: string): void {
  let at = root;
  path.slice(0, -1).forEach((name, depth) => {
    const known = Object.hasOwn(at, name) ? at[name] : undefined;
    if (isJsonObject(known)) at = known;
    else {
      const below: Tree = {};
      // A scalar above keeps its place; what would go below it moves to a dotted key.
      setOwn(at, known === undefined ? name : path.slice(0, depth + 1).join('.'), below);
      at = below;
    }
  });
  setOwn(at, path.at(-1) ?? '', value);
}

/** Members `0`, `1`… are those of a list. */
function withLists(value: JsonValue): JsonValue {
  if (!isJsonObject(value)) return value;
  const names = Object.keys(value);
  const members = names.map((name) => withLists(value[name] as JsonValue));
  if (names.length > 0 && names.every((name, at) => name === String(at))) return members;
  const shown: Tree = {};
  names.forEach((name, at) => {
    setOwn(shown, name, members[at] as JsonValue);
  });
  return shown;
}
