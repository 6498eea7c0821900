import { setOwn } from '../store/deep-merge.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../xcontent/json.js';
import { carryWholeFloats } from '../xcontent/whole-floats.js';

/** What of a document's source an answer shows. */
export interface SourceFilter {
  readonly isFetched: boolean;
  readonly includes: readonly string[];
  readonly excludes: readonly string[];
}

export const WHOLE_SOURCE: SourceFilter = { isFetched: true, includes: [], excludes: [] };
export const NO_SOURCE: SourceFilter = { isFetched: false, includes: [], excludes: [] };

/** The path so far matches the whole pattern, may lead to a match further down, or neither. */
type Reach = 'whole' | 'part' | 'none';

/**
 * The filtered source; `undefined` if none is to be shown. Paths are dotted, `*` stands for any text including dots,
 * a path includes all below it. Source: rest-layer B.9; ES: `XContentMapValues.filter`.
 */
export function filterSource(source: JsonObject, filter: SourceFilter): JsonObject | undefined {
  if (!filter.isFetched) return undefined;
  if (filter.includes.length === 0 && filter.excludes.length === 0) return source;
  const includes = filter.includes.map(pathMatcher);
  const excludes = filter.excludes.map(pathMatcher);
  return filterObject(source, '', includes, excludes) ?? {};
}

type Matcher = (path: string) => Reach;

function filterObject(
  source: JsonObject,
  prefix: string,
  includes: readonly Matcher[] | undefined,
  excludes: readonly Matcher[],
): JsonObject | undefined {
  const kept: Record<string, JsonValue> = {};
  let isEmpty = true;
  for (const key of Object.keys(source)) {
    const path = prefix === '' ? key : `${prefix}.${key}`;
    if (excludes.some((matches) => matches(path) === 'whole')) continue;
    const reach = includes === undefined || includes.length === 0 ? 'whole' : best(includes, path);
    if (reach === 'none') continue;
    const value = filterValue(
      source[key] as JsonValue,
      path,
      reach === 'whole' ? undefined : includes,
      excludes,
    );
    if (value === undefined) continue;
    setOwn(kept, key, value);
    isEmpty = false;
  }
  carryWholeFloats(source, kept);
  return isEmpty && (includes !== undefined || Object.keys(source).length > 0) ? undefined : kept;
}

/** @param includes undefined once the path is included as a whole */
function filterValue(
  value: JsonValue,
  path: string,
  includes: readonly Matcher[] | undefined,
  excludes: readonly Matcher[],
): JsonValue | undefined {
  if (includes === undefined && excludes.length === 0) return value;
  if (Array.isArray(value)) {
    const members = filterArray(value as readonly JsonValue[], path, includes, excludes);
    return includes === undefined || members.length > 0 ? members : undefined;
  }
  if (isJsonObject(value)) {
    const kept = filterObject(value, path, includes, excludes);
    return includes === undefined ? (kept ?? {}) : kept;
  }
  return includes === undefined ? value : undefined;
}

/** An object stays in its place even if nothing of it is left. */
function filterArray(
  elements: readonly JsonValue[],
  path: string,
  includes: readonly Matcher[] | undefined,
  excludes: readonly Matcher[],
): JsonValue[] {
  return elements
    .map((element) => {
      const kept = filterValue(element, path, includes, excludes);
      return kept === undefined && isJsonObject(element) ? {} : kept;
    })
    .filter((element) => element !== undefined);
}

function best(matchers: readonly Matcher[], path: string): Reach {
  let reach: Reach = 'none';
  for (const matches of matchers) {
    const one = matches(path);
    if (one === 'whole') return 'whole';
    if (one === 'part') reach = 'part';
  }
  return reach;
}

function pathMatcher(pattern: string): Matcher {
  const whole = new RegExp(`^${expression(pattern)}(?:\\..*)?$`, 's');
  const parts = pattern.split('.');
  const prefixes = parts.slice(0, -1).map((_, at) => expression(parts.slice(0, at + 1).join('.')));
  const star = pattern.indexOf('*');
  // A star takes dots too: below it every path may still match.
  const open = star === -1 ? undefined : new RegExp(`^${expression(pattern.slice(0, star))}`, 's');
  const partly = prefixes.length === 0 ? undefined : new RegExp(`^(?:${prefixes.join('|')})$`, 's');
  return (path) => {
    if (whole.test(path)) return 'whole';
    return partly?.test(path) === true || open?.test(path) === true ? 'part' : 'none';
  };
}

function expression(pattern: string): string {
  return pattern.replace(/[\\^$.+?()[\]{}|]/g, '\\$&').replaceAll('*', '.*');
}
