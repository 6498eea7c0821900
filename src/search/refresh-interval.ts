import { parseTimeValue } from '../clock/duration.js';
import type { Instant } from '../clock/instant.js';
import type { Index } from '../store/store-index.js';

/** `index.refresh_interval`, unless set. Source: rest-layer B.12. */
const DEFAULT_INTERVAL_MS = 1000;
/** `index.search.idle.after`, unless set. */
const IDLE_AFTER_MS = 30_000;

/** When the latest periodic refresh was due; undefined if there is none (`-1`). */
export function lastTick(index: Index, now: Instant): Instant | undefined {
  const interval = settingMs(index, 'refresh_interval') ?? DEFAULT_INTERVAL_MS;
  if (interval < 0) return undefined;
  if (interval === 0) return now;
  return index.refreshedAt + Math.floor((now - index.refreshedAt) / interval) * interval;
}

/** When the next periodic refresh is due, strictly after an instant; undefined if there is none. */
export function nextTick(index: Index, now: Instant): Instant | undefined {
  const interval = settingMs(index, 'refresh_interval') ?? DEFAULT_INTERVAL_MS;
  const last = lastTick(index, now);
  return last === undefined || interval === 0 ? undefined : last + interval;
}

/** No search for a while and no interval of its own: periodic refreshes rest, and the next search refreshes. */
export function isIdle(index: Index, now: Instant): boolean {
  if (Object.hasOwn(index.metadata.settings, 'refresh_interval')) return false;
  return now - index.searchedAt >= (settingMs(index, 'search.idle.after') ?? IDLE_AFTER_MS);
}

/** A time setting, checked when it was set. */
function settingMs(index: Index, name: string): number | undefined {
  const { settings } = index.metadata;
  if (!Object.hasOwn(settings, name)) return undefined;
  return parseTimeValue(settings[name] ?? '', `index.${name}`);
}
