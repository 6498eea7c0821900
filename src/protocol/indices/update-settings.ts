import { privateSettingUpdated, settingFinal, settingsNotDynamic } from '../../errors/index-errors.js';
import { setOwn } from '../../store/deep-merge.js';
import type { Index } from '../../store/store-index.js';
import type { Store } from '../../store/store.js';
import { analysisOf, checkAnalysis } from './check-analysis.js';
import { autoExpanded, checkSettings, privateSettings, type FlatSettings } from './index-settings.js';
import { isClosed, patternMatcher } from './resolve-targets.js';
import { knownSetting } from './setting-catalogue.js';

export interface SettingsUpdate {
  readonly settings: FlatSettings;
  /** Settings that an index has already stay as they are. */
  readonly preservesExisting: boolean;
  /** Settings that need a closed index are put as if it were closed for the while. */
  readonly reopens: boolean;
}

/**
 * Changes settings of several indices: all of them, or none. Null brings a default back, and takes a pattern.
 * Source: rest-layer B.13; ES: `MetadataUpdateSettingsService`.
 *
 * @throws ElasticsearchError `illegal_argument_exception` (400)
 */
export function updateSettings(store: Store, indices: readonly Index[], update: SettingsUpdate): void {
  const { settings } = update;
  checkSettings(settings);
  const [managed] = privateSettings(settings);
  if (managed !== undefined) throw privateSettingUpdated(managed);
  const open = indices.filter((index) => !isClosed(index));
  const fixed = [...settings.keys()].filter((key) => mutabilityOf(key) !== 'dynamic');
  if (fixed.length > 0 && open.length > 0 && !update.reopens) {
    throw settingsNotDynamic(
      fixed.map((key) => `index.${key}`),
      open.map(({ metadata }) => ({ name: metadata.name, uuid: metadata.uuid })),
    );
  }
  const final = fixed.find((key) => mutabilityOf(key) === 'final');
  if (final !== undefined && indices.length > 0) throw settingFinal(`index.${final}`);
  const next = indices.map((index) => [index, changed(index, update)] as const);
  if (fixed.some((key) => key.startsWith('analysis.'))) {
    for (const [, after] of next) checkAnalysis(analysisOf(new Map(Object.entries(after))));
  }
  for (const [index, after] of next) store.changeIndex(index, { settings: after });
}

function mutabilityOf(key: string): string {
  if (key.includes('*')) return 'dynamic';
  return (knownSetting(key) ?? knownSetting(key.replace(/\.\d+$/, '')))?.mutability ?? 'static';
}

function changed(index: Index, { settings, preservesExisting }: SettingsUpdate): Record<string, string> {
  const current = index.metadata.settings;
  const next = new Map(Object.entries(current));
  for (const [key, value] of settings) {
    if (preservesExisting && Object.hasOwn(current, key)) continue;
    if (value !== null) {
      dropList(next, key);
      next.set(key, value);
    } else if (key.includes('*')) {
      const matches = patternMatcher(key);
      for (const known of next.keys()) if (matches(known)) next.delete(known);
    } else {
      next.delete(key);
      dropList(next, key);
    }
  }
  const expanded = settings.has('auto_expand_replicas') ? autoExpanded(next) : undefined;
  if (expanded !== undefined) next.set('number_of_replicas', expanded);
  const stored: Record<string, string> = {};
  for (const [key, value] of next) setOwn(stored, key, value);
  return stored;
}

/** A list is replaced as a whole: members beyond a shorter one must not stay. */
function dropList(settings: Map<string, string>, key: string): void {
  const list = /^(.*)\.0$/.exec(key)?.[1] ?? key;
  for (const known of settings.keys()) {
    if (known.startsWith(`${list}.`) && /^\d+$/.test(known.slice(list.length + 1))) settings.delete(known);
  }
}
